import { sql } from "kysely";
import { z } from "zod";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { labelJson, readLabel } from "./record.ts";
import { type Label, LabelList } from "./schema.ts";

/** The workspace's task labels, by name; archived ones only when asked for. */
export const listLabels = query({
  name: "labels.list",
  scope: "workspace.read",
  input: LabelList,
  async run({ db, actor }, { includeArchived }): Promise<Json<Label[]>> {
    const archived = includeArchived ? sql`` : sql`and l.archived_at is null`;
    const { rows } = await sql<{ json: string }>`
      select ${labelJson} as json from task_labels l
      where l.workspace_id = ${actor.workspace.id} ${archived}
      order by l.name collate nocase, l.id`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});

/** One task label, archived or not. */
export const findLabel = query({
  name: "labels.find",
  scope: "workspace.read",
  input: z.strictObject({ labelId: key }),
  run: ({ db, actor }, { labelId }) => readLabel(db, actor, labelId),
});
