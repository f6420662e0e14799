import { sql } from "kysely";
import { query } from "../operation.ts";
import { locateProject } from "../projects/locate.ts";
import type { Milestone } from "../projects/schema.ts";
import type { Json } from "../tasks/record.ts";
import { milestoneJson } from "./record.ts";
import { MilestoneList } from "./schema.ts";

/** A project's milestones in their order; archived ones, behind the others, only when asked for. @throws NotFound */
export const listMilestones = query({
  name: "milestones.list",
  scope: "projects.read",
  input: MilestoneList,
  async run({ db, actor }, { projectId, includeArchived }): Promise<Json<Milestone[]>> {
    const project = await locateProject(db, actor, projectId);
    const { rows } = await sql<{ json: string }>`
      select ${milestoneJson(actor)} as json from milestones m
      where m.project_id = ${project.id}
        ${includeArchived ? sql`` : sql`and m.archived_at is null`}
      order by m.archived_at is not null, m.position, m.id`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
