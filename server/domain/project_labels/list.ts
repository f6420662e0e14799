import { sql } from "kysely";
import { z } from "zod";
import { queryFlag } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { projectLabelJson } from "./record.ts";
import type { ProjectLabel } from "./schema.ts";

/** The workspace's project labels, by name; archived ones only when asked for. */
export const listProjectLabels = query({
  name: "projectLabels.list",
  scope: "projects.read",
  input: z.strictObject({ includeArchived: queryFlag.optional() }),
  async run({ db, actor }, { includeArchived }): Promise<Json<ProjectLabel[]>> {
    const { rows } = await sql<{ json: string }>`
      select ${projectLabelJson} as json from project_labels l
      where l.workspace_id = ${actor.workspace.id}
        ${includeArchived ? sql`` : sql`and l.archived_at is null`}
      order by l.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
