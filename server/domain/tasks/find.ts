import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../actor.ts";
import { commentMembers } from "../comments/record.ts";
import { key } from "../fields.ts";
import { type Db, query } from "../operation.ts";
import { resourceMembers } from "../resources/record.ts";
import { locateTask, noSuchTask } from "./locate.ts";
import { type Json, profileJson, taskJoins, taskMembers } from "./record.ts";
import type { TaskDetail } from "./schema.ts";

/** One task, whole, as JSON text, with the version that its ETag is made of. */
export interface FoundTask {
  id: string;
  version: number;
  task: Json<TaskDetail>;
}

/** How much of a task's history its record carries; the newest. */
const MOST_ACTIVITY = 200;

/** One task with its comments, activity, sub-tasks and relations. Drafts and archived ones too. */
export const findTask = query({
  name: "tasks.find",
  scope: "tasks.read",
  input: z.strictObject({ taskId: key }),
  async run({ db, actor, services }, { taskId }) {
    const id = taskId.startsWith("task_") ? taskId : (await locateTask(db, actor, taskId)).id;
    return await readTask(db, actor, services.settings.origin, id);
  },
});

/** The version of a task alone: enough to answer that nothing has changed. */
export const findTaskVersion = query({
  name: "tasks.version",
  scope: "tasks.read",
  input: z.strictObject({ taskId: key }),
  run: async ({ db, actor }, { taskId }) => (await locateTask(db, actor, taskId)).version,
});

/**
 * Reads one task's whole record.
 * @throws NotFound when there is none, or none for this actor
 */
export async function readTask(
  db: Db,
  actor: Member,
  origin: string,
  id: string,
): Promise<FoundTask> {
  const { rows } = await sql<{ id: string; version: number; team_id: string; task: string }>`
    select t.id, t.version, t.team_id, json_object(${taskMembers(origin)}, ${
    detailMembers(actor)
  }) as task
    from tasks t ${taskJoins} join profiles creator on creator.id = t.creator_id
    where t.id = ${id} and t.workspace_id = ${actor.workspace.id}`.execute(db);
  const found = rows[0];
  if (!found || actor.hiddenTeamIds.includes(found.team_id)) throw noSuchTask(id);
  return { id: found.id, version: found.version, task: found.task };
}

function taskRef(alias: string) {
  const a = sql.raw(alias);
  return sql`json_object('id', ${a}.id, 'reference',
    (select key from teams where id = ${a}.team_id) || '-' || ${a}.number,
    'title', ${a}.title, 'status', ${a}.status, 'archivedAt', ${a}.archived_at)`;
}

/** What the whole record has beyond a list's; other tasks only where the actor may see them. */
function detailMembers(actor: Member) {
  const hidden = actor.hiddenTeamIds.length > 0 ? sql.join([...actor.hiddenTeamIds]) : null;
  const seen = (alias: string) =>
    hidden ? sql`and ${sql.raw(alias)}.team_id not in (${hidden})` : sql``;
  return sql`
  'creator', ${profileJson("creator")},
  'parent', (select ${taskRef("p")} from tasks p where p.id = t.parent_id ${seen("p")}),
  'children', (select json_group_array(${taskRef("c")} order by c.id)
    from tasks c where c.parent_id = t.id and c.archived_at is null ${seen("c")}),
  'relations', (select json_group_array(json_object('kind', r.kind, 'task', ${taskRef("o")})
      order by r.kind, o.id)
    from (select kind, other_id from task_relations where task_id = t.id
      union all select iif(kind = 'blocks', 'blockedBy', kind), task_id
      from task_relations where other_id = t.id and kind <> 'duplicates') r
    join tasks o on o.id = r.other_id ${seen("o")}),
  'comments', (select json_group_array(json_object(${commentMembers}) order by c.id)
    from comments c join profiles author on author.id = c.author_id
    where c.task_id = t.id and c.deleted_at is null),
  'resources', (select json_group_array(json_object(${resourceMembers}) order by r.id)
    from task_resources r join profiles adder on adder.id = r.creator_id where r.task_id = t.id),
  'followers', (select json_group_array(${profileJson("f")} order by f.id)
    from (select t.creator_id as id union select t.assignee_id
      union select profile_id from task_follows where task_id = t.id and following = 1) w
    join profiles f on f.id = w.id and f.removed_at is null
    where not exists (select 1 from task_follows n
      where n.task_id = t.id and n.profile_id = w.id and n.following = 0)),
  'activity', (select json_group_array(json_object('id', h.id, 'kind', h.kind,
      'actor', case when by.id is null then null else ${profileJson("by")} end,
      'door', h.door, 'data', json(h.data), 'createdAt', h.created_at) order by h.seq)
    from (select * from activity a where subject_id = t.id ${hidden ? untold(hidden) : sql``}
      order by seq desc limit ${sql.lit(MOST_ACTIVITY)}) h
    left join profiles by on by.id = h.actor_id)`;
}

/** The condition that a row of history names neither a hidden team nor one of its tasks. */
function untold(hidden: RawBuilder<unknown>) {
  const named = (path: string) => {
    const id = sql`coalesce(json_extract(a.data, ${sql.lit(path)}), '')`;
    return sql`and ${id} not in (${hidden})
      and not exists (select 1 from tasks x where x.id = ${id} and x.team_id in (${hidden}))`;
  };
  return sql`${named("$.from.id")} ${named("$.to.id")}`;
}
