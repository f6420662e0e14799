import { sql } from "kysely";
import { giveWay } from "../../database/one_at_a_time.ts";
import { firstUndoable } from "../activity/forget_undo.ts";
import type { Undo } from "../activity/write.ts";
import { sameMembers } from "../change/columns.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, Forbidden, NotFound } from "../core/errors.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateTask } from "./locate.ts";
import { MOST_AT_ONCE } from "./schema.ts";

/** How many acts are read at once, whose texts are long: everything else that waits goes in between. */
const ACTS_AT_ONCE = 20;

/** What acts changed of one task. */
export interface Undoing {
  taskId: string;
  fields: Undo;
  /** Whether it made the task, and somebody else did something to it since. */
  joined: boolean;
}

/**
 * What an act of the actor's changed, or all that they did to a task from an earlier entry on, by its tasks.
 * @throws what `undoTasks` throws of its entries
 */
export async function readActs(
  context: ReadContext<Member>,
  activityId: string,
  backTo: string | undefined,
): Promise<Undoing[]> {
  const { actor, now } = context;
  const entry = activityId.startsWith("act_")
    ? await entryById(context, activityId)
    : await lastOwnEntry(context, activityId);
  if (entry?.subject_kind !== "task") throw noSuchEntry(activityId);
  await locateTask(context, entry.subject_id).catch((error) => {
    throw error instanceof NotFound ? noSuchEntry(activityId) : error;
  });
  if (entry.actor_id !== actor.profile.id) {
    throw new Forbidden("Only who did something can take it back.", {
      code: "not_own_act",
      hint: "Change it as you would have it instead.",
    });
  }
  if (entry.act_id === null || entry.act_id < firstUndoable(now)) {
    throw new Conflict("This can't be taken back, or no longer.", { code: "not_undoable" });
  }
  const actIds = backTo === undefined
    ? [entry.act_id]
    : await actsBetween(context, await entryById(context, backTo), entry, backTo);
  const undoing = new Map<string, Undoing>();
  for (let from = 0; from < actIds.length; from += ACTS_AT_ONCE) {
    if (from > 0) await giveWay();
    for (const made of await changesOf(context, actIds.slice(from, from + ACTS_AT_ONCE))) {
      const earlier = undoing.get(made.taskId);
      undoing.set(made.taskId, earlier ? both(earlier, made) : made);
    }
    if (backTo !== undefined && undoing.size > MOST_AT_ONCE) throw tooManyTasks();
  }
  return [...undoing.values()];
}

/** What some acts of the actor's changed, in the order in which they did. */
async function changesOf(
  { db, actor }: ReadContext<Member>,
  actIds: readonly (string | null)[],
): Promise<Undoing[]> {
  const { rows } = await sql<{ subject_id: string; undo: Json<Undo>; joined: 0 | 1 }>`
    select h.subject_id, h.undo,
      h.kind in ('task.created', 'task.drafted') and (exists (
        select 1 from activity o where o.subject_id = h.subject_id and o.seq > h.seq
          and o.actor_id is not h.actor_id and o.kind <> 'task.placed')
        or exists (select 1 from tasks c where c.parent_id = h.subject_id
          and c.archived_at is null and c.creator_id <> h.actor_id)) as joined
    from activity h
    where h.actor_id = ${actor.profile.id} and h.act_id in (${
    sql.join(actIds)
  }) and h.undo is not null
    order by h.seq`.execute(db);
  return rows.map(({ subject_id, undo, joined }) => ({
    taskId: subject_id,
    fields: parseJson(undo),
    joined: joined === 1,
  }));
}

function both(first: Undoing, second: Undoing): Undoing {
  const fields = together(first.fields, second.fields);
  return { ...first, fields, joined: first.joined || second.joined };
}

const entryColumns = ["seq", "subject_kind", "subject_id", "actor_id", "act_id"] as const;
type Entry = Awaited<ReturnType<typeof entryById>>;

/** What the actor did to a task from one entry of its history to another that can be taken back. */
async function actsBetween(
  { db, actor, now }: ReadContext<Member>,
  first: Entry,
  last: NonNullable<Entry>,
  firstId: string,
): Promise<(string | null)[]> {
  if (first?.subject_id !== last.subject_id || first.seq > last.seq) throw noSuchEntry(firstId);
  const entries = await db.selectFrom("activity").select("act_id")
    .where("subject_id", "=", last.subject_id)
    .where("seq", ">=", first.seq).where("seq", "<=", last.seq)
    .where("actor_id", "=", actor.profile.id).where("act_id", ">=", firstUndoable(now))
    .orderBy("seq").execute();
  return [...new Set(entries.map(({ act_id }) => act_id))];
}

function entryById({ db, actor }: ReadContext<Member>, id: string) {
  return db.selectFrom("activity").select(entryColumns)
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
}

/** The last that the actor did to a task of what can be taken back. @throws NotFound; Conflict where there is nothing */
async function lastOwnEntry(context: ReadContext<Member>, idOrReference: string) {
  const { db, actor } = context;
  const { id } = await locateTask(context, idOrReference);
  const entry = await db.selectFrom("activity").select(entryColumns)
    .where("subject_id", "=", id).where("actor_id", "=", actor.profile.id)
    .where("undo", "is not", null).orderBy("seq", "desc").limit(1).executeTakeFirst();
  if (entry) return entry;
  throw new Conflict("You did nothing to this task that can be taken back.", {
    code: "not_undoable",
  });
}

function noSuchEntry(activityId: string): NotFound {
  return new NotFound(`There is no entry ${activityId} of a task's history here.`);
}

function tooManyTasks(): Conflict {
  return new Conflict(`These acts changed more than ${MOST_AT_ONCE} tasks.`, {
    code: "too_many_tasks",
    hint: "Take back one act after the other.",
  });
}

/**
 * What two changes are as one: from what was before the first to what the second made. Where somebody else changed a
 * field in between, the second alone.
 */
function together(first: Undo, second: Undo): Undo {
  const both = Object.entries(second).map(([field, [was, became]]) => {
    const before = first[field];
    return [field, [before && alike(before[1], was) ? before[0] : was, became]] as const;
  });
  return { ...first, ...Object.fromEntries(both) };
}

/** Whether two values of a field are the same; the order of several is no matter. */
export function alike(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? sameMembers(one, other) : one === other;
}
