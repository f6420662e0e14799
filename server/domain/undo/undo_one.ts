import type { Undo } from "../activity/write.ts";
import { inWords } from "../change/field_versions.ts";
import type { Member } from "../core/actor.ts";
import { DomainError, Invalid, NotFound } from "../core/errors.ts";
import { parseJson } from "../core/json.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { requireScope } from "../core/permission.ts";
import { setTaskArchived } from "../tasks/archive.ts";
import { type PlainField, plainNames } from "../tasks/plain_fields.ts";
import { locateTask, type StoredTask } from "../tasks/locate.ts";
import { asShown } from "../tasks/project_and_milestone.ts";
import type { TaskChange } from "../tasks/planners.ts";
import { changeTask, type OnChanged } from "../tasks/update.ts";
import { priorityOf } from "../vocabulary.ts";
import { alike } from "../change/alike.ts";
import type { Undoing } from "./changes_of_acts.ts";
import { partOf } from "./task_parts.ts";

/**
 * The fields of a task that can be undone. The status follows from the state. Publishing a draft can't be undone,
 * because people might have read it.
 */
type Field =
  | Exclude<
    keyof TaskChange,
    "status" | "draft" | "before" | "after" | "beforeSibling" | "afterSibling"
  >
  | "archived";

const kept = Object.fromEntries(
  plainNames.map((name) => [name, (task: StoredTask) => task[name]]),
) as { [F in PlainField]: (task: StoredTask) => unknown };

/** The values of a task as in a patch. */
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
 * Returns a task as the actor sees it. Hidden records read as none, so that an undo reveals nothing.
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
  return parent ? shown : { ...shown, parent_id: null, sibling_position: null };
}

/** The result for one task. */
interface Outcome {
  /** The restored fields. */
  settled: ReadonlySet<string>;
  /** Whether anything was restored. */
  some: boolean;
  reference: string | null;
  /** Why the other fields weren't restored. */
  why: string | null;
}

/** Undoes the changes to one task, as far as possible. */
export async function undoOne(
  context: WriteContext<Member>,
  { taskId, fields, joined }: Undoing,
  onChanged: OnChanged,
): Promise<Outcome> {
  const settled = new Set<string>();
  let reference: string | null = null;
  const outcome = (why: string | null): Outcome => ({
    settled,
    some: settled.size > 0,
    reference,
    why,
  });
  try {
    const task = await locateShown(context, taskId);
    reference = await referenceOf(context, task);
    const { alike, patch, parts, since } = await compare(context, task, fields);
    const { archived, ...rest } = patch;
    if (joined && archived) return outcome("Someone else has since worked on the task.");
    for (const field of alike) settled.add(field);
    if (archived === false) {
      await setTaskArchived(context, { taskId, undoes: true }, false, onChanged);
      settled.add("archived");
    }
    if (Object.keys(rest).length > 0) {
      await changeTask(context, { taskId, patch: rest }, onChanged);
      for (const field of Object.keys(rest)) settled.add(field);
    }
    for (const [field, was] of parts) {
      await putBack(context, task, field, was);
      settled.add(field);
    }
    if (archived === true) {
      await setTaskArchived(context, { taskId, undoes: true }, true, onChanged);
      settled.add("archived");
    }
    return outcome(since.length > 0 ? changedSince(since) : null);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return outcome(whyNot(error));
  }
}

async function referenceOf({ db }: ReadContext, { team_id, number }: StoredTask): Promise<string> {
  const { key } = await db.selectFrom("teams").select("key").where("id", "=", team_id)
    .executeTakeFirstOrThrow();
  return `${key}-${number}`;
}

/** Restores a part of a task. @throws Forbidden without its scope; errors of the change */
async function putBack(
  context: WriteContext<Member>,
  task: StoredTask,
  field: string,
  was: unknown,
): Promise<void> {
  const { scope, put, id } = partOf(field)!;
  requireScope(context.actor, scope);
  await put(context, task, id, was as never);
}

/**
 * Compares a task's current values with the undo values. Returns the patch and parts to restore, and the fields that
 * someone has changed since.
 */
async function compare(context: WriteContext<Member>, task: StoredTask, fields: Undo) {
  const same: string[] = [];
  const patch: Record<string, unknown> = {};
  const parts: [field: string, was: unknown][] = [];
  const since: string[] = [];
  for (const [field, [was, became]] of Object.entries(fields)) {
    const part = partOf(field);
    const value = part ? await part.read(context, task, part.id) : values[field as Field](task);
    if (alike(value, was)) same.push(field);
    else if (!alike(value, became)) since.push(field);
    else if (part) parts.push([field, was]);
    else patch[field] = was;
  }
  // Under its former parent, a sub-task returns to its former position
  if ("parentId" in patch && fields.siblingPosition && !since.includes("siblingPosition")) {
    patch.siblingPosition = fields.siblingPosition[0];
  }
  return { alike: same, patch, parts, since };
}

/** Explains an error without the ID of a record that the actor can't see. */
function whyNot(error: DomainError): string {
  if (error instanceof NotFound) return "You no longer have access to a record in this change.";
  if (error instanceof Invalid) return "A value to restore no longer exists.";
  return error.message;
}

function changedSince(fields: string[]): string {
  const names = new Set(fields.map((field) => partOf(field)?.name ?? field));
  return `Someone has since changed the ${inWords([...names])}.`;
}
