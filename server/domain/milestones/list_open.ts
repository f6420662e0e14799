import { sql } from "kysely";
import { z } from "zod";
import type { Json } from "../core/json.ts";
import { parseJson } from "../core/json.ts";
import { query } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";

/** How many a menu offers; any other is found in its project. */
const OFFERED = 250;

/** A milestone, and the project that it is in. */
export interface OpenMilestone {
  id: string;
  name: string;
  project: { id: string; key: string; name: string };
}

/** The milestones of every project in sight, project by project in their order, for menus; nothing that is archived. */
export const listOpenMilestones = query({
  name: "milestones.listOpen",
  scope: "projects.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<OpenMilestone[]> {
    const { rows } = await sql<{ json: Json<OpenMilestone> }>`
      select json_object('id', m.id, 'name', m.name,
        'project', json_object('id', p.id, 'key', p.key, 'name', p.name)) as json
      from projects p cross join milestones m on m.project_id = p.id
      where p.workspace_id = ${actor.workspace.id} and p.archived_at is null
        and m.archived_at is null and ${visibleProject(actor, "p")}
      order by p.name collate nocase, p.id, m.position limit ${sql.lit(OFFERED)}`.execute(db);
    return rows.map(({ json }) => parseJson(json));
  },
});
