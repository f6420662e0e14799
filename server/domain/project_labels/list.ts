import { sql } from "kysely";
import { z } from "zod";
import { pageFields, queryFlag } from "../fields.ts";
import { query } from "../operation.ts";
import { type ListOrder, type Page, readPage } from "../page.ts";
import { projectLabelJson } from "./record.ts";
import type { ProjectLabel } from "./schema.ts";

const byName: ListOrder = { list: "project labels", by: ["l.name collate nocase", "l.id"] };

/** The workspace's project labels, by name; archived ones only when asked for. */
export const listProjectLabels = query({
  name: "projectLabels.list",
  scope: "projects.read",
  input: z.strictObject({ ...pageFields, includeArchived: queryFlag.optional() }),
  run: ({ db, actor }, { includeArchived, ...page }): Promise<Page<ProjectLabel>> =>
    readPage(db, byName, page, {
      json: projectLabelJson,
      from: sql`project_labels l`,
      where: [
        sql`l.workspace_id = ${actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`l.archived_at is null`]),
      ],
    }),
});
