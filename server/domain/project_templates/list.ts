import { sql } from "kysely";
import { z } from "zod";
import { includeArchived } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { projectTemplateJson, readProjectTemplate } from "./record.ts";
import { type ProjectTemplate, TemplateKey } from "./schema.ts";

const byName: ListOrder = { list: "project templates", by: ["t.name collate nocase", "t.id"] };

/** Lists the workspace's project templates, by name. Archived ones are listed only on request. */
export const listProjectTemplates = query({
  name: "projectTemplates.list",
  scope: "projects.read",
  input: z.strictObject({ ...pageFields, includeArchived }),
  run: (context, { includeArchived, ...page }): Promise<ListPage<ProjectTemplate>> =>
    readPage(context, byName, page, {
      json: projectTemplateJson,
      from: sql`project_templates t`,
      where: [
        sql`t.workspace_id = ${context.actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`t.archived_at is null`]),
      ],
    }),
});

/** Reads a project template, archived or not. @throws NotFound */
export const findProjectTemplate = query({
  name: "projectTemplates.find",
  scope: "projects.read",
  input: TemplateKey,
  run: (context, { templateId }) => readProjectTemplate(context, templateId),
});
