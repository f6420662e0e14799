import { yieldToOthers } from "../../database/one_at_a_time.ts";
import { firstUndoable } from "../activity/forget_undo.ts";
import { UNDOABLE_MS } from "../activity/undoable.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateTask } from "../tasks/locate.ts";
import { MOST_AT_ONCE } from "../tasks/schema.ts";
import {
  changesOfActs,
  gatheringChanges,
  ofOne,
  startingWith,
  type Undoing,
} from "./changes_of_acts.ts";

/** The number of acts to read at once, because their texts are long and other requests wait. */
const ACTS_AT_ONCE = 20;

/** The acts to undo. */
export interface Acts {
  activityId: string;
  backTo?: string | undefined;
  /** Whether to include only changes to the entry's task. */
  alone: boolean;
}

/**
 * Returns the changes of one of the actor's acts, or all of their changes to a task from an earlier entry on, by task.
 * @throws errors of `undoTasks` for its entries
 */
export async function readActs(
  context: ReadContext<Member>,
  { activityId, backTo, alone }: Acts,
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
    throw new Forbidden("You can only undo your own changes.", {
      code: "not_own_act",
      hint: "To restore earlier values, edit the record.",
    });
  }
  if (Date.parse(entry.created_at) < now.getTime() - UNDOABLE_MS) throw tooOld();
  if (entry.act_id === null || entry.act_id < firstUndoable(now)) throw lasting();
  const actIds = backTo === undefined
    ? [entry.act_id]
    : await actsBetween(context, await entryById(context, backTo), entry, backTo);
  if (actIds.length === 0) throw lasting();
  const gathered = gatheringChanges();
  for (let from = 0; from < actIds.length; from += ACTS_AT_ONCE) {
    if (from > 0) await yieldToOthers();
    const made = await changesOfActs(context, {
      actIds: actIds.slice(from, from + ACTS_AT_ONCE),
      until: backTo === undefined ? "" : entry.created_at,
    });
    const meant = alone ? ofOne(entry.subject_id, made) : made;
    for (const one of startingWith(entry.subject_id, meant)) gathered.add(one);
    if (backTo !== undefined && gathered.all().length > MOST_AT_ONCE) throw tooManyTasks();
  }
  if (gathered.all().length > 0) return gathered.all();
  throw new Conflict("You already undid this change.", {
    code: "already_undone",
    hint: "To redo this change, undo the undo.",
  });
}

const entryColumns = [
  "seq",
  "subject_kind",
  "subject_id",
  "actor_id",
  "act_id",
  "created_at",
] as const;
type Entry = Awaited<ReturnType<typeof entryById>>;

/** Returns the actor's changes to a task between two entries, without comments. */
async function actsBetween(
  { db, actor, now }: ReadContext<Member>,
  first: Entry,
  last: NonNullable<Entry>,
  firstId: string,
): Promise<string[]> {
  if (first?.subject_id !== last.subject_id || first.seq > last.seq) throw noSuchEntry(firstId);
  const entries = await db.selectFrom("activity").select("act_id")
    .where("subject_id", "=", last.subject_id)
    .where("seq", ">=", first.seq).where("seq", "<=", last.seq)
    .where("actor_id", "=", actor.profile.id).where("act_id", ">=", firstUndoable(now))
    .where("kind", "<>", "task.commented")
    .orderBy("seq").execute();
  return [...new Set(entries.flatMap(({ act_id }) => act_id ?? []))];
}

function entryById({ db, actor }: ReadContext<Member>, id: string) {
  return db.selectFrom("activity").select(entryColumns)
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
}

/**
 * Returns the actor's last change to a task that can be undone, without comments.
 * @throws NotFound; Conflict if there is none
 */
async function lastOwnEntry(context: ReadContext<Member>, idOrReference: string) {
  const { db, actor } = context;
  const { id } = await locateTask(context, idOrReference);
  const entry = await db.selectFrom("activity").select(entryColumns)
    .where("subject_id", "=", id).where("actor_id", "=", actor.profile.id)
    .where("undo", "is not", null).where("undone_at", "is", null)
    .where("kind", "<>", "task.commented").orderBy("seq", "desc").limit(1).executeTakeFirst();
  if (entry) return entry;
  throw new Conflict("You have no changes to undo in this task.", {
    code: "not_undoable",
  });
}

function noSuchEntry(activityId: string): NotFound {
  return new NotFound(`There is no activity entry ${activityId} for a task.`);
}

function lasting(): Conflict {
  return new Conflict("This change can't be undone.", { code: "not_undoable" });
}

function tooOld(): Conflict {
  return new Conflict("This change is more than a week old, so it can't be undone.", {
    code: "not_undoable",
    hint: "To restore earlier values, edit the record.",
  });
}

function tooManyTasks(): Conflict {
  return new Conflict(
    `These changes affected more than ${MOST_AT_ONCE} tasks, so they can't be undone together.`,
    {
      code: "too_many_tasks",
      hint: "Undo the changes one at a time.",
    },
  );
}
