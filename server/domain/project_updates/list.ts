import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateProject } from "../projects/locate.ts";
import type { ProjectUpdate } from "../projects/schema.ts";
import { updateJson } from "./record.ts";
import { UpdateList } from "./schema.ts";

const newestFirst: ListOrder = { list: "updates", by: ["u.id"], descending: true };

/** Lists a project's updates, newest first. @throws NotFound */
export const listProjectUpdates = query({
  name: "projectUpdates.list",
  scope: "projects.read",
  input: UpdateList,
  async run(context, { projectId, ...page }): Promise<ListPage<ProjectUpdate>> {
    const project = await locateProject(context, projectId);
    return await readPage(context, newestFirst, page, {
      json: updateJson,
      from: sql`project_updates u join profiles author on author.id = u.author_id`,
      where: [sql`u.project_id = ${project.id}`],
    });
  },
});
