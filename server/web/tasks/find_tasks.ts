import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import type { PageContext } from "../context.ts";

/** The maximum number of tasks in a menu. Longer search texts find others. */
const OFFERED = 30;

/**
 * Finds tasks for a menu by words or reference. Without a search text, returns the most recently changed tasks.
 * @param butId the menu's own task, which is left out
 */
export async function findTasksFor(at: PageContext<Member>, q: string, butId?: string) {
  const asked = q ? { q: q.slice(0, 200) } : { sort: "-updatedAt" };
  const { records } = await at.ask(listTasks, { ...asked, limit: OFFERED });
  return parseJson(records).filter(({ id }) => id !== butId);
}
