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
 * Changes many tasks in the same way, each as a change of it alone would: all of them, or none where one is refused.
 * Whoever hears of it hears once, with how many tasks concern them.
 * @returns the tasks as lists give them, in the order in which they were named
 * @throws what a change of one throws, naming each task that is refused, by its place among them, and why
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

/**
 * The places of the tasks in the order in which they are changed: where they are put by hand, that in which they stand,
 * each below the one before, so that they stay in it.
 */
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
  // One that is named twice stands in one place
  return places.filter((place) => at.indexOf(at[place]!) === place)
    .toSorted((a, b) => at[a]! < at[b]! ? 1 : -1);
}

/** A task's key, and its id besides, as tasks may share one; of a task that isn't here it is told when it is its turn. */
async function placeOf(context: ReadContext<Member>, taskId: string): Promise<string> {
  try {
    const task = await locateTask(context, taskId);
    return `${keyOf(task)} ${task.id}`;
  } catch (error) {
    if (error instanceof NotFound) return taskId;
    throw error;
  }
}

/** What is done to each of the tasks. */
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

/** Keeps what was changed of tasks, so that it is told once: of one that was changed twice, from first to last. */
export function gatheringWrites() {
  const changes = new Map<string, ChangedTask>();
  const onChanged: OnChanged = (_context, { before, after }) => {
    changes.set(after.id, { before: changes.get(after.id)?.before ?? before, after });
  };
  return { onChanged, made: () => [...changes.values()] };
}

/** Tasks as lists give them, in the order of their ids. */
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
