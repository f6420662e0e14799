import { type Selectable } from "kysely";
import { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column } from "../change/columns.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { seenVersion } from "../core/versioned.ts";
import { readWorkspace } from "./find.ts";
import { type Workspace, WorkspacePatch } from "./schema.ts";

const workspaces: ChangeRules<
  "workspaces",
  string,
  Selectable<Tables["workspaces"]>,
  z.output<typeof WorkspacePatch>
> = {
  name: "workspace",
  table: "workspaces",
  dated: false,
  locate: ({ tx }, id) =>
    tx.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  allow: ({ actor }) => requireManager(actor, "change the workspace's settings"),
  planners: {
    name: column("name", "workspace.renamed"),
    timeZone: column("time_zone", "workspace.time_zone_changed"),
  },
  subject: ({ id }) => id,
  auditName: (_fact, _before, { name }) => name,
};

/**
 * Changes the workspace's name or time zone. Calendar days don't change. From then on, days start and end in the new
 * zone, and times are converted to their day there.
 * @throws Forbidden unless a manager; Stale; Invalid for an unknown time zone
 */
export const updateWorkspace = operation({
  name: "workspaces.update",
  scope: "workspace.manage",
  input: z.strictObject({ version: seenVersion, patch: WorkspacePatch }),
  async run(context, change): Promise<Workspace> {
    await changeRecord(context, workspaces, context.actor.workspace.id, change);
    return await readWorkspace(context);
  },
});
