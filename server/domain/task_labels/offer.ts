import { sql } from "kysely";
import { z } from "zod";
import { query } from "../core/operation.ts";
import type { LabelRef } from "../refs/schema.ts";
import { offering, readOffered } from "../text/offered.ts";

/** Lists the workspace's active task labels for a menu, by name. */
export const offerTaskLabels = query({
  name: "labels.offer",
  scope: "workspace.read",
  input: z.strictObject(offering),
  run: (context, asked) =>
    readOffered<z.output<typeof LabelRef>>(context, asked, {
      json: sql`json_object('id', l.id, 'name', l.name, 'color', l.color)`,
      from: sql`task_labels l`,
      where: [sql`l.workspace_id = ${context.actor.workspace.id}`, sql`l.archived_at is null`],
      id: "l.id",
      name: "l.name",
      key: "l.name_key",
      order: "l.name collate nocase",
    }),
});
