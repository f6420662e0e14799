import { sql } from "kysely";
import { z } from "zod";
import { queryFlag } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { readTemplate, templateJson } from "./record.ts";
import { type ProjectTemplate, TemplateKey } from "./schema.ts";

/** The workspace's project templates, by name; archived ones only when asked for. */
export const listProjectTemplates = query({
  name: "projectTemplates.list",
  scope: "projects.read",
  input: z.strictObject({ includeArchived: queryFlag.optional() }),
  async run({ db, actor }, { includeArchived }): Promise<Json<ProjectTemplate[]>> {
    const { rows } = await sql<{ json: string }>`
      select ${templateJson} as json from project_templates t
      where t.workspace_id = ${actor.workspace.id}
        ${includeArchived ? sql`` : sql`and t.archived_at is null`}
      order by t.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});

/** One project template, archived or not. @throws NotFound */
export const findProjectTemplate = query({
  name: "projectTemplates.find",
  scope: "projects.read",
  input: TemplateKey,
  run: ({ db, actor }, { templateId }) => readTemplate(db, actor, templateId),
});
