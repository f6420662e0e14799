import { sql } from "kysely";
import { z } from "zod";
import { key } from "../core/fields.ts";
import { query } from "../core/operation.ts";
import { offering, readOffered } from "../text/offered.ts";
import { visibleProject } from "../visibility/projects.ts";

/** A milestone and its project. */
export interface OpenMilestone {
  id: string;
  name: string;
  project: { id: string; key: string; name: string };
}

const MilestonesOffered = z.strictObject({
  ...offering,
  projects: z.array(key).optional()
    .describe(
      "Projects to suggest milestones from, by ID or key. Defaults to all projects.",
    ),
});

/** Lists the active milestones of visible projects for a menu, grouped by project and in order. */
export const offerMilestones = query({
  name: "milestones.offer",
  scope: "projects.read",
  input: MilestonesOffered,
  run: (context, { projects = [], ...asked }) => {
    const within = sql`(select value from json_each(${
      JSON.stringify(projects.flatMap((word) => [word, word.toUpperCase()]))
    }))`;
    return readOffered<OpenMilestone>(context, asked, {
      json: sql`json_object('id', m.id, 'name', m.name,
        'project', json_object('id', p.id, 'key', p.key, 'name', p.name))`,
      from: sql`projects p cross join milestones m on m.project_id = p.id`,
      where: [
        sql`p.workspace_id = ${context.actor.workspace.id}`,
        sql`p.archived_at is null`,
        sql`m.archived_at is null`,
        visibleProject(context.actor, "p"),
      ],
      offered: projects.length > 0 ? [sql`(p.id in ${within} or p.key in ${within})`] : [],
      id: "m.id",
      name: "m.name",
      besides: "p.name",
      order: "p.name collate nocase, p.id, m.position",
    });
  },
});
