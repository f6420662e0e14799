import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import type { PageContext } from "../context.ts";

/** How many tasks a menu offers at once: a word more finds others. */
const OFFERED = 30;

/**
 * The tasks that a menu offers for what is typed: those that have its words, or the reference; without any those that
 * changed last.
 * @param butId the task that the menu is of
 */
export async function findTasksFor(at: PageContext<Member>, q: string, butId?: string) {
  const asked = q ? { q: q.slice(0, 200) } : { sort: "-updatedAt" };
  const { records } = await at.ask(listTasks, { ...asked, limit: OFFERED });
  return parseJson(records).filter(({ id }) => id !== butId);
}
