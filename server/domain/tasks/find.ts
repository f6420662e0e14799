import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { namesSeen } from "../activity/visible.ts";
import type { Member } from "../actor.ts";
import { commentMembers } from "../comments/record.ts";
import { key } from "../fields.ts";
import { type Db, query } from "../operation.ts";
import { tellable } from "../projects/visible.ts";
import { resourceMembers } from "../resources/record.ts";
import { locateTask, noSuchTask } from "./locate.ts";
import { type Json, profileJson, taskJoinsFor, taskMembers } from "./record.ts";
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
  async run({ db, actor }, { taskId }): Promise<number> {
    if (!taskId.startsWith("task_")) return (await locateTask(db, actor, taskId)).version;
    const { rows } = await sql<{ version: number; team_id: string }>`
      select version, team_id from tasks
      where id = ${taskId} and workspace_id = ${actor.workspace.id} limit 1`.execute(db);
    const found = rows[0];
    if (!found || actor.hiddenTeamIds.includes(found.team_id)) throw noSuchTask(taskId);
    return found.version;
  },
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
  const { rows } = await db.executeQuery(detailQuery(db, actor, origin, id));
  const found = rows[0];
  if (!found || actor.hiddenTeamIds.includes(found.team_id)) throw noSuchTask(id);
  return { id: found.id, version: found.version, task: found.task };
}

interface DetailRow {
  id: string;
  version: number;
  team_id: string;
  task: string;
}

/** By origin, for those from whom nothing is hidden: building the long text costs more than running it does. */
const builtQueries = new Map<string, CompiledQuery<DetailRow>>();

function detailQuery(db: Db, actor: Member, origin: string, id: string): CompiledQuery<DetailRow> {
  if (actor.hiddenTeamIds.length > 0) return buildDetailQuery(db, actor, origin, id);
  let built = builtQueries.get(origin);
  if (!built) builtQueries.set(origin, built = buildDetailQuery(db, actor, origin, id));
  return { ...built, parameters: [id, actor.workspace.id] };
}

function buildDetailQuery(db: Db, actor: Member, origin: string, id: string) {
  return sql<DetailRow>`
    select t.id, t.version, t.team_id, json_object(${taskMembers(origin)}, ${
    detailMembers(actor)
  }) as task
    from tasks t ${taskJoinsFor(actor)} join profiles creator on creator.id = t.creator_id
    where t.id = ${id} and t.workspace_id = ${actor.workspace.id} limit 1`.compile(db);
}

function taskRef(alias: string): string {
  return `json_object('id', ${alias}.id, 'reference',
    (select key from teams where id = ${alias}.team_id) || '-' || ${alias}.number,
    'title', ${alias}.title, 'status', ${alias}.status, 'archivedAt', ${alias}.archived_at)`;
}

/** What the whole record has beyond a list's; other tasks only where the actor may see them. */
export function detailMembers(actor: Member): RawBuilder<string> {
  const hidden = actor.hiddenTeamIds;
  if (hidden.length === 0) return everyDetail;
  const seen = (alias: string) =>
    sql`and ${sql.raw(alias)}.team_id not in (${sql.join([...hidden])})`;
  const [creator, children, relations, talk, history] = detailParts;
  return sql`${sql.raw(creator)} ${seen("p")}), ${sql.raw(children)} ${seen("c")}),
    ${sql.raw(relations)} ${seen("o")}), ${sql.raw(talk)} ${namesSeen(actor)} ${tellable(actor)} ${
    sql.raw(history)
  }`;
}

/**
 * Each of the first three ends where the condition on the other task's team belongs, the fourth where the one on
 * what history names does.
 */
const detailParts = [
  `'creator', ${profileJson("creator")},
  'parent', (select ${taskRef("p")} from tasks p where p.id = t.parent_id`,
  `'children', (select json_group_array(${taskRef("c")} order by c.id)
    from tasks c where c.parent_id = t.id and c.archived_at is null`,
  `'relations', (select json_group_array(json_object('kind', r.kind, 'task', ${taskRef("o")})
      order by r.kind, o.id)
    from (select kind, other_id from task_relations where task_id = t.id
      union all select iif(kind = 'blocks', 'blockedBy', kind), task_id
      from task_relations where other_id = t.id and kind <> 'duplicates') r
    join tasks o on o.id = r.other_id`,
  `'comments', (select json_group_array(json_object(${commentMembers}) order by c.id)
    from comments c join profiles author on author.id = c.author_id
    where c.task_id = t.id and c.deleted_at is null),
  'resources', (select json_group_array(json_object(${resourceMembers}) order by r.id)
    from task_resources r join profiles adder on adder.id = r.creator_id where r.task_id = t.id),
  'followers', (select json_group_array(${profileJson("f")} order by f.name collate nocase, f.id)
    from (select t.creator_id as id union select t.assignee_id
      union select profile_id from task_follows where task_id = t.id and following = 1) w
    join profiles f on f.id = w.id and f.removed_at is null
    where not exists (select 1 from task_follows n
      where n.task_id = t.id and n.profile_id = w.id and n.following = 0)),
  'activity', (select json_group_array(json_object('id', h.id, 'kind', h.kind,
      'actor', case when by.id is null then null else ${profileJson("by")} end,
      'door', h.door, 'data', json(h.data), 'createdAt', h.created_at) order by h.seq)
    from (select * from activity h where h.subject_id = t.id`,
  ` order by h.seq desc limit ${MOST_ACTIVITY}) h
    left join profiles by on by.id = h.actor_id)`,
] as const;
const everyDetail = sql.raw<string>(
  `${detailParts.slice(0, 4).join("), ")}${detailParts[4]}`,
);
