import { yieldToOthers } from "../../database/one_at_a_time.ts";
import { DomainError } from "../core/errors.ts";
import { refusalOf, type RefusedTask } from "./refused_tasks.ts";

/** The number of tasks after which other requests run. */
export const SLICE = 25;

/**
 * Runs a change for each of several tasks, or for none if one is refused.
 * @param places the order of the tasks by their index; defaults to the given order
 * @throws errors of a single change, with the index and reason of each refused task
 */
export async function allOrNone(
  taskIds: readonly string[],
  one: (taskId: string, place: number) => Promise<void>,
  places: readonly number[] = [...taskIds.keys()],
): Promise<void> {
  const refused: RefusedTask[] = [];
  for (const [done, place] of places.entries()) {
    if (done % SLICE === SLICE - 1) await yieldToOthers();
    const taskId = taskIds[place]!;
    try {
      await one(taskId, place);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ place, taskId, error });
    }
  }
  if (refused.length === 0) return;
  throw refusalOf(refused.toSorted((a, b) => a.place - b.place), taskIds.length);
}
