import { sql } from "kysely";
import { z } from "zod";
import { giveWay } from "../../database/one_at_a_time.ts";
import { firstUndoable } from "../activity/forget_undo.ts";
import type { Undo } from "../activity/write.ts";
import { sameMembers } from "../change/columns.ts";
import { inWords } from "../change/field_versions.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, DomainError, Forbidden, Invalid, NotFound } from "../core/errors.ts";
import { type Json, parseJson } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { priorityOf } from "../vocabulary.ts";
import { setTaskArchived } from "./archive.ts";
import { type KeptField, keptNames } from "./kept_fields.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { asShown } from "./placement.ts";
import { notifyOfChanges } from "./whom_to_notify.ts";
import type { TaskChange } from "./planners.ts";
import type { LeftTask, Task } from "./schema.ts";
import { changeTask, type OnChanged } from "./update.ts";
import { gathering, readListed, SLICE } from "./update_many.ts";

/** What an undo came to. */
export interface Undone {
  /** The tasks that are as they were, wholly or in part, as lists give them. */
  tasks: Json<Task[]>;
  left: LeftTask[];
}

/**
 * Takes back what one act of the actor's own changed of tasks: everything that the entry of history names was recorded
 * with. A field that somebody changed since stays as they left it, and a task that one made stays where others have
 * worked on it since. What is back already is no change, so that asking twice does no more than asking once.
 * @param backTo an earlier entry of the same task's history: all that the actor did to it from there on is one with it
 * @throws NotFound for no entry that the actor may see; Forbidden for somebody else's; Conflict where it can't be taken
 *   back, or nothing of it is left as it was made
 */
export const undoTasks = operation({
  name: "tasks.undo",
  scope: "tasks.write",
  input: z.strictObject({
    activityId: keys.activity,
    backTo: keys.activity.optional().describe(
      "An earlier entry of the same task's history: all that one did to the task from there on is taken back, up to the " +
        "entry that is named.",
    ),
  }),
  async run(context, { activityId, backTo }): Promise<Undone> {
    const changes = gathering();
    const back: string[] = [];
    const left: LeftTask[] = [];
    for (const [place, undoing] of (await readActs(context, activityId, backTo)).entries()) {
      if (place % SLICE === SLICE - 1) await giveWay();
      const { taskId } = undoing;
      const outcome = await undoOne(context, undoing, changes.onChanged);
      if (outcome.back) back.push(taskId);
      if (outcome.why) left.push({ taskId, message: outcome.why });
    }
    if (back.length === 0) throw nothingLeft(left);
    await notifyOfChanges(context, changes.made());
    return { tasks: await readListed(context, back), left };
  },
});

/** What acts changed of one task. */
interface Undoing {
  taskId: string;
  fields: Undo;
  /** Whether it made the task, and somebody else did something to it since. */
  joined: boolean;
}

/** @throws what `undoTasks` throws of its entry */
async function readActs(
  context: WriteContext<Member>,
  activityId: string,
  backTo: string | undefined,
): Promise<Undoing[]> {
  const { db, actor, now } = context;
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
  const acts = Map.groupBy(rows, ({ subject_id }) => subject_id);
  return [...acts].map(([taskId, entries]) => ({
    taskId,
    fields: entries.map(({ undo }) => parseJson(undo)).reduce(together),
    joined: entries.some(({ joined }) => joined === 1),
  }));
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
    .where("actor_id", "=", actor.profile.id).where("act_id", ">=", firstUndoable(now)).execute();
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

/** The fields of a task that can be taken back. Its status goes by its state; a draft that was published has been read. */
type Field =
  | Exclude<
    keyof TaskChange,
    "status" | "draft" | "before" | "after" | "beforeSibling" | "afterSibling"
  >
  | "archived";

const kept = Object.fromEntries(
  keptNames.map((name) => [name, (task: StoredTask) => task[name]]),
) as { [F in KeptField]: (task: StoredTask) => unknown };

/** What a patch would name, so that a task stayed as it is. */
const values: { [F in Field]: (task: StoredTask) => unknown } = {
  ...kept,
  teamId: (task) => task.team_id,
  stateId: (task) => task.state_id,
  priority: (task) => priorityOf(task.priority),
  assigneeId: (task) => task.assignee_id,
  tags: (task) => parseJson(task.labels).map(({ id }) => id),
  deadlineAt: (task) => task.deadline_at,
  parentId: (task) => task.parent_id,
  projectId: (task) => task.project_id,
  milestoneId: (task) => task.milestone_id,
  position: (task) => task.position,
  siblingPosition: (task) => task.sibling_position,
  archived: (task) => task.archived_at !== null,
};

function alike(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? sameMembers(one, other) : one === other;
}

/**
 * A task as the actor sees it: what is hidden from them reads as none, so that an undo tells nothing of it.
 * @throws NotFound
 */
async function locateShown(context: WriteContext<Member>, taskId: string): Promise<StoredTask> {
  const record = await locateTask(context, taskId);
  const shown = await asShown({ ...context, record });
  if (!shown.parent_id || context.actor.hiddenTeamIds.length === 0) return shown;
  const parent = await locateTask(context, shown.parent_id).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return parent ? shown : { ...shown, parent_id: null };
}

/** @returns whether the task is as it was in anything, and why it isn't in the rest */
async function undoOne(
  context: WriteContext<Member>,
  { taskId, fields, joined }: Undoing,
  onChanged: OnChanged,
): Promise<{ back: boolean; why: string | null }> {
  let back = false;
  try {
    const task = await locateShown(context, taskId);
    const { patch, since } = compare(task, fields);
    const { archived, ...rest } = patch;
    if (joined && archived) return { back, why: "Others have worked on it since." };
    back = Object.keys(fields).length > since.length + Object.keys(patch).length;
    if (archived === false) {
      await setTaskArchived(context, { taskId }, false, onChanged);
      back = true;
    }
    if (Object.keys(rest).length > 0) {
      await changeTask(context, { taskId, patch: rest }, onChanged);
      back = true;
    }
    if (archived === true) {
      await setTaskArchived(context, { taskId }, true, onChanged);
      back = true;
    }
    return { back, why: since.length > 0 ? changedSince(since) : null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { back, why: whyNot(error) };
  }
}

/** What a patch must say to bring a task back, and which fields somebody changed since. */
function compare(task: StoredTask, fields: Undo) {
  const patch: Record<string, unknown> = {};
  const since: string[] = [];
  for (const [field, [was, became]] of Object.entries(fields)) {
    const value = values[field as Field](task);
    if (alike(value, was)) continue;
    if (alike(value, became)) patch[field] = was;
    else since.push(field);
  }
  // Below its parent again a task stands where it stood, not at the end
  if ("parentId" in patch && fields.siblingPosition && !since.includes("siblingPosition")) {
    patch.siblingPosition = fields.siblingPosition[0];
  }
  return { patch, since };
}

/** Where something isn't there, or not for the actor, its id is not told. */
function whyNot(error: DomainError): string {
  if (error instanceof NotFound) return "You don't see it any more.";
  if (error instanceof Invalid) return "Something that it was set to isn't there any more.";
  return error.message;
}

function changedSince(fields: string[]): string {
  return `Somebody has changed its ${inWords(fields)} since.`;
}

function nothingLeft(left: LeftTask[]): Conflict {
  const [first, ...rest] = left;
  const more = rest.length > 0 ? ` So it is with ${rest.length} more.` : "";
  return new Conflict(`Nothing was taken back. ${first!.message}${more}`, {
    code: "changed_since",
  });
}
