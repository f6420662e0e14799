import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { activityJson, shownHistory } from "../activity/read_history.ts";
import type { Member } from "../core/actor.ts";
import { commentFields } from "../comments/record.ts";
import { follows } from "../side_effects/audience.ts";
import { isSuspended } from "../visibility/people.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { constantSql } from "../core/constant_sql.ts";
import { jsonList } from "../core/json_list.ts";
import { keys } from "../core/keys.ts";
import { isTeamFor } from "../core/permission.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { resourceFields, resourcesExist } from "../resources/record.ts";
import { locateTask, noSuchTask } from "./locate.ts";
import { workedOnByOthers } from "./permission.ts";
import type { Versioned } from "../core/versioned.ts";
import { profileJson, taskRefJson } from "../refs/json.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import type { TaskDetail } from "./schema.ts";
import { neighborVersions, recordVersion, relationsOfTask } from "./neighbors.ts";

/** A task's whole record as JSON text, with the version for its ETag. */
export interface VersionedTask extends Versioned<TaskDetail, string> {
  /** Whether the actor can't undo the task's creation: they didn't create it, or others have worked on it. */
  joined: boolean;
}

/** The maximum activity and comments in a task's record, newest first, so that reading it stays fast. */
const MOST_ACTIVITY = 200;
const MOST_COMMENTS = 100;
const MOST_CHILDREN = 250;
const MOST_APPROVALS = 20;

/** Reads a task with its comments, activity, sub-tasks, and relations, including drafts and archived tasks. */
export const findTask = query({
  name: "tasks.find",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task }),
  async run(context, { taskId }) {
    const id = taskId.startsWith("task_") ? taskId : (await locateTask(context, taskId)).id;
    return await readTask(context, id);
  },
});

/** Reads only a task's version, for a 304. */
export const findTaskVersion = query({
  name: "tasks.version",
  scope: "tasks.read",
  input: z.strictObject({ taskId: keys.task }),
  async run(context, { taskId }): Promise<string> {
    const { db, actor } = context;
    const id = taskId.startsWith("task_") ? taskId : (await locateTask(context, taskId)).id;
    const { rows } = await sql<VersionRow>`
      select t.version, t.team_id, ${neighborVersions(actor)} as neighbors from tasks t
      where t.id = ${id} and t.workspace_id = ${actor.workspace.id} limit 1`.execute(db);
    const found = rows[0];
    if (!found || actor.hiddenTeamIds.includes(found.team_id)) throw noSuchTask(taskId);
    return recordVersion(found);
  },
});

/**
 * Reads a task's whole record.
 * @throws NotFound if the task doesn't exist or the actor can't see it
 */
export async function readTask(
  context: ReadContext<Member>,
  id: string,
): Promise<VersionedTask> {
  const { db, actor } = context;
  const { rows } = await db.executeQuery(detailQuery(context, id));
  const found = rows[0];
  if (!found || actor.hiddenTeamIds.includes(found.team_id)) throw noSuchTask(id);
  const { json, joined } = found;
  return { id: found.id, version: recordVersion(found), json, joined: joined === 1 };
}

interface VersionRow {
  team_id: string;
  version: number;
  neighbors: string | null;
}

type DetailRow = VersionRow & Pick<VersionedTask, "id" | "json"> & { joined: 0 | 1 };

/** The query for actors without hidden teams, built once, because building its text costs more than running it. */
const openQuery = (): { built?: CompiledQuery<DetailRow> } => ({});

function detailQuery(context: ReadContext<Member>, id: string): CompiledQuery<DetailRow> {
  const { actor, services } = context;
  if (actor.hiddenTeamIds.length > 0) return buildDetailQuery(context, id);
  const kept = services.caches.of(openQuery);
  kept.built ??= buildDetailQuery(ofNobody(context), ":task");
  const values = new Map<unknown, string>([
    [":task", id],
    [":workspace", actor.workspace.id],
    [":profile", actor.profile.id],
  ]);
  return {
    ...kept.built,
    parameters: kept.built.parameters.map((place) => valueAt(values, place)),
  };
}

/**
 * Returns a context without an actor, because the cached query belongs to everyone and contains only names of
 * parameters.
 */
function ofNobody(context: ReadContext<Member>): ReadContext<Member> {
  const { actor } = context;
  const workspace = { ...actor.workspace, id: ":workspace" };
  return {
    ...context,
    actor: { ...actor, workspace, profile: { ...actor.profile, id: ":profile" } },
  };
}

/** @throws TypeError for an unknown parameter name */
function valueAt(values: ReadonlyMap<unknown, string>, place: unknown): string {
  const value = values.get(place);
  if (value === undefined) throw new TypeError("What a task shows depends on who asks.");
  return value;
}

function buildDetailQuery({ db, actor, services }: ReadContext<Member>, id: string) {
  return sql<DetailRow>`
    select t.id, t.version, t.team_id, ${neighborVersions(actor)} as neighbors,
      iif(t.creator_id = ${actor.profile.id}, ${
    workedOnByOthers(sql`t.id`, sql`t.creator_id`)
  }, 1) as joined,
      json_object(${taskJsonFields(services.settings.origin)}, ${detailFields(actor)}) as json
    from tasks t ${taskJoinsFor(actor)} join profiles creator on creator.id = t.creator_id
    where t.id = ${id} and t.workspace_id = ${actor.workspace.id} limit 1`.compile(db);
}

/** Returns the fields of a whole record besides those in lists. Hidden tasks are left out. */
export function detailFields(actor: Member): RawBuilder<string> {
  return sql`
  'creator', ${sql.raw(profileJson("creator"))},
  'assigneeSuspended', json(iif(${sql.raw(isSuspended("assignee"))}, 'true', 'false')),
  'parent', (select ${sql.raw(taskRefJson("p"))} from tasks p where p.id = t.parent_id ${
    andUnhidden(actor, "p.team_id")
  }),
  'children', ${
    jsonList(
      taskRefJson("c"),
      sql`from tasks c where c.parent_id = t.id and c.archived_at is null ${
        andUnhidden(actor, "c.team_id")
      } order by ifnull(c.sibling_position, c.id), c.id limit ${sql.lit(MOST_CHILDREN)}`,
    )
  },
  'relations', ${
    jsonList(
      `json_object('kind', r.kind, 'task', ${taskRefJson("o")})`,
      sql`from ${relationsOfTask} r join tasks o on o.id = r.other_id ${
        andUnhidden(actor, "o.team_id")
      } order by r.kind, o.id`,
    )
  },
  'comments', (select json_group_array(json_object(${sql.raw(commentFields)}) order by c.id)
    from (select * from comments c where c.task_id = t.id and c.deleted_at is null
      order by c.id desc limit ${sql.lit(MOST_COMMENTS)}) c
    join profiles author on author.id = c.author_id),
  'moreComments', json(iif(exists (
      select 1 from comments c where c.task_id = t.id and c.deleted_at is null
      limit 1 offset ${sql.lit(MOST_COMMENTS)}), 'true', 'false')),
  'resources', ${
    jsonList(
      `json_object(${resourceFields})`,
      sql`from task_resources r join profiles adder on adder.id = r.creator_id
        where r.task_id = t.id and ${sql.raw(resourcesExist)} order by r.id`,
    )
  },
  'approvals', ${
    jsonList(
      `json_object('id', a.id, 'body', a.body, 'requester', ${profileJson("requester")},
        'approver', ${profileJson("approver")}, 'createdAt', a.created_at)`,
      sql`from approvals a
        join profiles requester on requester.id = a.requester_id
        join profiles approver on approver.id = a.approver_id
        where a.task_id = t.id and a.state = 'open' order by a.id limit ${sql.lit(MOST_APPROVALS)}`,
    )
  },
  'followers', (select json_group_array(${
    sql.raw(profileJson("p"))
  } order by p.name collate nocase, p.id)
    from profiles p where ${isFollower}),
  'activity', (select json_group_array(${activityJson} order by h.seq)
    from (select * from activity h where h.subject_id = t.id ${shownHistory(actor, "task")}
      order by h.seq desc limit ${sql.lit(MOST_ACTIVITY)}) h
    left join profiles by on by.id = h.actor_id)`;
}

/** The condition that a profile `p` follows the task and can see it. */
const isFollower = constantSql(
  sql`${
    follows({ id: sql`t.id`, creator_id: sql`t.creator_id`, assignee_id: sql`t.assignee_id` })
  } and p.removed_at is null and ${sql.raw(isTeamFor("team", "p"))}`,
);
