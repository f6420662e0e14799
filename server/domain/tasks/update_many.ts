import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Conflict, Invalid, NotFound } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { allOrNone } from "./all_or_none.ts";
import { setTaskArchived } from "./archive.ts";
import { type Labelling, labelling, tagsOf } from "./labelling.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import { type ChangedTask, notifyOfChanges } from "./notify.ts";
import { keyOf } from "./place.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { MOST_LABELS, type Task, type TaskPatch, type TasksPatch, TasksUpdate } from "./schema.ts";
import { changeTask, type OnChanged } from "./update.ts";

/**
 * Changes several tasks in the same way as single changes: all, or none if one is refused. Each person gets one
 * notification with the number of tasks.
 * @returns the tasks, as in lists, in the given order
 * @throws errors of a single change, with the index and reason of each refused task
 */
export const updateTasks = operation({
  name: "tasks.updateMany",
  scope: "tasks.write",
  input: TasksUpdate,
  async run(context, { taskIds, patch }): Promise<Json<Task[]>> {
    const labels = await labelling(context, patch);
    const changes = gatheringWrites();
    const ids = new Map<number, string>();
    let after = patch.after;
    await allOrNone(taskIds, async (taskId, place) => {
      const doing = { patch: { ...patch, after }, labels };
      const id = await changeOne(context, taskId, doing, changes.onChanged);
      ids.set(place, id);
      after &&= id;
    }, await inOrder(context, taskIds, patch));
    const made = changes.made();
    context.act.changed = made.map(({ after }) => after.id);
    await notifyOfChanges(context, made);
    const named = [...ids].toSorted(([a], [b]) => a - b).map(([, id]) => id);
    return await readListed(context, [...new Set(named)]);
  },
});

/** Returns the indexes of the tasks in the order of their changes. Tasks moved in manual order keep their order. */
async function inOrder(
  context: ReadContext<Member>,
  taskIds: readonly string[],
  { before, after }: TasksPatch,
): Promise<number[]> {
  const places = [...taskIds.keys()];
  if (before === undefined && after === undefined) return places;
  const at: string[] = [];
  for (const taskId of taskIds) at.push(await placeOf(context, taskId));
  for (const [side, other] of Object.entries({ before, after })) {
    if (other === undefined || !at.includes(await placeOf(context, other))) continue;
    const message = "Choose a task that you aren't moving.";
    throw new Invalid([{ path: ["patch", side], message }]);
  }
  // A task that appears twice has one position
  return places.filter((place) => at.indexOf(at[place]!) === place)
    .toSorted((a, b) => at[a]! < at[b]! ? 1 : -1);
}

/** Returns a task's key with its ID, because tasks can share a key. A missing task is reported when its turn comes. */
async function placeOf(context: ReadContext<Member>, taskId: string): Promise<string> {
  try {
    const task = await locateTask(context, taskId);
    return `${keyOf(task)} ${task.id}`;
  } catch (error) {
    if (error instanceof NotFound) return taskId;
    throw error;
  }
}

/** The change for each task. */
interface Doing {
  patch: TasksPatch;
  labels: Labelling;
}

async function changeOne(
  context: WriteContext<Member>,
  taskId: string,
  { patch: { archived, addTags, removeTags, ...fields }, labels }: Doing,
  onChanged: OnChanged,
): Promise<string> {
  const task = await locateTask(context, taskId);
  if (archived === false) await setTaskArchived(context, { taskId: task.id }, false, onChanged);
  const tags = addTags || removeTags ? { tags: requireFew(tagsOf(task, labels)) } : {};
  const patch: TaskPatch = { ...fields, ...tags };
  const asks = Object.values(patch).some((value) => value !== undefined);
  if (asks) await changeTask(context, { taskId: task.id, patch }, onChanged);
  if (archived) await setTaskArchived(context, { taskId: task.id }, true, onChanged);
  return task.id;
}

function requireFew(tags: string[]): string[] {
  if (tags.length <= MOST_LABELS) return tags;
  throw new Conflict(`A task can have at most ${MOST_LABELS} labels.`, { code: "too_many_labels" });
}

/** Collects changes, so that people are notified once. Two changes of a task count as one, from first to last. */
export function gatheringWrites() {
  const changes = new Map<string, ChangedTask>();
  const onChanged: OnChanged = (_context, { before, after }) => {
    changes.set(after.id, { before: changes.get(after.id)?.before ?? before, after });
  };
  return { onChanged, made: () => [...changes.values()] };
}

/** Returns tasks as in lists, in the order of the given IDs. */
export async function readListed(
  { db, actor, services }: ReadContext<Member>,
  ids: StoredTask["id"][],
): Promise<Json<Task[]>> {
  const { rows } = await sql<{ tasks: Json<Task[]> }>`
    select json_group_array(json_object(${taskJsonFields(services.settings.origin)})
      order by asked.key) as tasks
    from json_each(${JSON.stringify(ids)}) asked cross join tasks t on t.id = asked.value
    ${taskJoinsFor(actor)}`.execute(db);
  return rows[0]!.tasks;
}
