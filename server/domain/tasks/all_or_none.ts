import { yieldToOthers } from "../../database/one_at_a_time.ts";
import { DomainError } from "../core/errors.ts";
import { refusalOf, type RefusedTask } from "./refused_tasks.ts";

/** After how many tasks others are answered. */
export const SLICE = 25;

/**
 * Does something with each of many tasks, or with none where one is refused.
 * @param places those of the tasks in the order in which it is done; as they are named unless said otherwise
 * @throws what doing it with one throws, naming each task that is refused, by its place among them, and why
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
