import type { Member } from "../core/actor.ts";
import { LimitReached } from "../core/errors.ts";
import type { Db } from "../core/operation.ts";
import { countTasks } from "../workspaces/usage.ts";

/**
 * Makes sure that one more task has room. Archived ones don't count.
 * @param limit `BACKLOG_TASK_LIMIT`; undefined for none
 * @throws LimitReached when the workspace has as many tasks as the operator allows
 */
export async function requireTaskLimit(
  tx: Db,
  actor: Member,
  limit: number | undefined,
): Promise<void> {
  if (await hasRoom(tx, actor, limit)) return;
  throw new LimitReached(`This workspace has reached its limit of ${limit} tasks.`, {
    code: "task_limit_reached",
    hint: "Archive tasks, or ask the server's operator to raise BACKLOG_TASK_LIMIT.",
  });
}

/** Whether one more task has room. @param limit as above */
export async function hasRoom(db: Db, actor: Member, limit: number | undefined): Promise<boolean> {
  return limit === undefined || await countTasks(db, actor.workspace.id) < limit;
}
