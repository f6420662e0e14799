import { sql } from "kysely";
import { z } from "zod";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import type { Label } from "./schema.ts";

/** The workspace's task labels, by name. */
export const listLabels = query({
  name: "labels.list",
  scope: "workspace.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Json<Label[]>> {
    const { rows } = await sql<{ json: string }>`
      select json_object('id', l.id, 'name', l.name, 'color', l.color,
        'description', l.description) as json
      from task_labels l
      where l.workspace_id = ${actor.workspace.id} and l.archived_at is null
      order by l.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
