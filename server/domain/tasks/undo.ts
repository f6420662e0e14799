import { z } from "zod";
import { giveWay } from "../../database/one_at_a_time.ts";
import type { Undo } from "../activity/write.ts";
import { inWords } from "../change/field_versions.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, DomainError, Invalid, NotFound } from "../core/errors.ts";
import { type Json, parseJson } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { priorityOf } from "../vocabulary.ts";
import { setTaskArchived } from "./archive.ts";
import { type KeptField, keptNames } from "./kept_fields.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { asShown } from "./project_and_milestone.ts";
import { notifyOfChanges } from "./whom_to_notify.ts";
import type { TaskChange } from "./planners.ts";
import type { LeftTask, Task } from "./schema.ts";
import { changeTask, type OnChanged } from "./update.ts";
import { alike, readActs, type Undoing } from "./undoable_acts.ts";
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
 *   back, nothing of it is left as it was made, or several acts together were of too many tasks
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
