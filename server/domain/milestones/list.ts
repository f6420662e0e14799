import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateProject } from "../projects/locate.ts";
import type { Milestone } from "../projects/schema.ts";
import { milestoneJson } from "./record.ts";
import { MilestoneList } from "./schema.ts";

const inOrder: ListOrder = {
  list: "milestones",
  by: ["(m.archived_at is not null)", "m.position", "m.id"],
};

/**
 * Lists a project's milestones in order. Archived ones come last, and only on request. A move between two requests can
 * repeat a milestone, but a page of 100 contains all active ones.
 * @throws NotFound
 */
export const listMilestones = query({
  name: "milestones.list",
  scope: "projects.read",
  input: MilestoneList,
  async run(context, { projectId, includeArchived, ...page }): Promise<ListPage<Milestone>> {
    const project = await locateProject(context, projectId);
    return await readPage(context, inOrder, page, {
      json: milestoneJson(context.actor),
      from: sql`milestones m`,
      where: [
        sql`m.project_id = ${project.id}`,
        ...(includeArchived ? [] : [sql`m.archived_at is null`]),
      ],
    });
  },
});
