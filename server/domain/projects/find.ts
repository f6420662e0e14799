import type { Versioned } from "../core/versioned.ts";
import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { activityJson } from "../activity/read_history.ts";
import { visibleHistory } from "../activity/visible_history.ts";
import { keys } from "../core/keys.ts";
import { milestonesJson } from "../milestones/record.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { updateJson } from "../project_updates/record.ts";
import { beginsTooEarly } from "./begins_too_early.ts";
import { locateProject, noSuchProject, projectVersion } from "./locate.ts";
import { profile, projectFields, projectJoins } from "./record.ts";
import type { ProjectDetail } from "./schema.ts";
import { visibleProject } from "../visibility/projects.ts";

/** A project's whole record as JSON text, with the version for its ETag. */
export type VersionedProject = Versioned<ProjectDetail, string>;

/** The maximum number of updates and activity entries in a project's record, newest first. */
const MOST_UPDATES = 10;
const MOST_ACTIVITY = 200;

/**
 * Reads a project with its milestones, latest updates, members, dependencies, and progress, including archived
 * projects.
 */
export const findProject = query({
  name: "projects.find",
  scope: "projects.read",
  input: z.strictObject({ projectId: keys.project }),
  async run(context, { projectId }) {
    const id = projectId.startsWith("proj_")
      ? projectId
      : (await locateProject(context, projectId)).id;
    return await readProject(context, id);
  },
});

/** Reads only a project's version, for a 304. */
export const findProjectVersion = query({
  name: "projects.version",
  scope: "projects.read",
  input: z.strictObject({ projectId: keys.project }),
  run: async (context, { projectId }) => projectVersion(await locateProject(context, projectId)),
});

/**
 * Reads a project's whole record.
 * @throws NotFound if it doesn't exist or the actor can't see it
 */
export async function readProject(
  { db, actor, services }: ReadContext<Member>,
  id: string,
): Promise<VersionedProject> {
  const { rows } = await sql<{ version: number; progress_version: number; json: string }>`
    select p.version, p.progress_version,
      json_object(${projectFields(actor, services.settings.origin)}, ${detailFields(actor)}) as json
    from projects p ${projectJoins} join profiles creator on creator.id = p.creator_id
    where p.id = ${id} and p.workspace_id = ${actor.workspace.id}
      and ${visibleProject(actor, "p")}`.execute(db);
  const found = rows[0];
  if (!found) throw noSuchProject(id);
  return { id, version: projectVersion(found), json: found.json };
}

/** Returns a blocking or dependent project, as shown. */
const linkedProject = (waiting: "o" | "p") =>
  sql`json_object('id', o.id, 'key', o.key, 'name', o.name, 'status', o.status,
    'startDate', o.start_date, 'targetDate', o.target_date,
    'beginsTooEarly', json(iif(${beginsTooEarly(waiting)}, 'true', 'false')))`;

/** Returns the fields of a whole record besides those in lists. Hidden projects are left out. */
function detailFields(actor: Member) {
  const seen = sql`o.archived_at is null and ${visibleProject(actor, "o")}`;
  const members = sql`from project_members k
    join profiles who on who.id = k.profile_id and who.removed_at is null
    where k.project_id = p.id`;
  return sql`
  'description', p.description,
  'formerKeys', (select json_group_array(f.key order by f.key) from project_former_keys f
    where f.project_id = p.id),
  'creator', ${profile("creator")},
  'memberIds', (select json_group_array(who.id order by who.name collate nocase) ${members}),
  'members', (select json_group_array(${profile("who")} order by who.name collate nocase)
    ${members}),
  'milestones', ${milestonesJson(actor)},
  'updates', (select json_group_array(${updateJson} order by u.id desc)
    from (select * from project_updates where project_id = p.id
      order by id desc limit ${sql.lit(MOST_UPDATES)}) u
    join profiles author on author.id = u.author_id),
  'dependencies', json_object(
    'blockedBy', (select json_group_array(${linkedProject("p")} order by o.name collate nocase)
      from project_dependencies d join projects o on o.id = d.blocker_id
      where d.project_id = p.id and ${seen}),
    'blocks', (select json_group_array(${linkedProject("o")} order by o.name collate nocase)
      from project_dependencies d join projects o on o.id = d.project_id
      where d.blocker_id = p.id and ${seen})),
  'activity', (select json_group_array(${activityJson} order by h.seq)
    from (select * from activity h where h.subject_id = p.id ${visibleHistory(actor, "project")}
      order by h.seq desc limit ${sql.lit(MOST_ACTIVITY)}) h
    left join profiles by on by.id = h.actor_id)`;
}
