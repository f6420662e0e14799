import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { audit } from "../audit/record.ts";
import { requireVersion } from "../found.ts";
import { operation } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { readWorkspace } from "./find.ts";
import { type Workspace, WorkspacePatch } from "./schema.ts";

/**
 * Changes the workspace's name or time zone. No calendar day moves with it; from then on days begin and end, and moments
 * that are given for one are read, in the new zone.
 * @throws Forbidden unless a manager; Stale; Invalid for a time zone that doesn't exist
 */
export const updateWorkspace = operation({
  name: "workspaces.update",
  scope: "workspace.manage",
  input: z.strictObject({ version: z.int().optional(), patch: WorkspacePatch }),
  async run({ tx, actor, now }, { version, patch }): Promise<Workspace> {
    requireManager(actor, "change the workspace's settings");
    const workspace = await readWorkspace(tx, actor);
    requireVersion("workspace", workspace.version, version);
    const to = {
      name: patch.name ?? workspace.name,
      timeZone: patch.timeZone ?? workspace.timeZone,
    };
    const changed = (["name", "timeZone"] as const).filter((field) =>
      to[field] !== workspace[field]
    );
    if (changed.length === 0) return workspace;
    await tx.updateTable("workspaces")
      .set((e) => ({ name: to.name, time_zone: to.timeZone, version: e("version", "+", 1) }))
      .where("id", "=", workspace.id).execute();
    for (const field of changed) {
      const data = { from: workspace[field], to: to[field] };
      const kind = field === "name" ? "workspace.renamed" : "workspace.time_zone_changed";
      await recordActivity(tx, actor, now, {
        subject: { kind: "workspace", id: workspace.id },
        kind,
        data,
      });
      await audit(tx, actor, now, {
        kind,
        subject: { kind: "workspace", id: workspace.id, name: to.name },
        data,
      });
    }
    return await readWorkspace(tx, actor);
  },
});
