import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { LimitReached } from "../core/errors.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { countTasks } from "../workspaces/usage.ts";

/**
 * Checks that `BACKLOG_TASK_LIMIT` allows another task. Archived tasks don't count.
 * @throws LimitReached if the workspace has reached the limit
 */
export async function requireTaskLimit(context: ReadContext<Member>): Promise<void> {
  if (await hasRoom(context)) return;
  throw limitReached(context);
}

/** Returns why the workspace can't have more tasks, or `null` if it can. */
export const whyNoMoreTasks = query({
  name: "tasks.whyNoMore",
  scope: "tasks.read",
  input: z.strictObject({}),
  async run(context): Promise<string | null> {
    if (await hasRoom(context)) return null;
    const { message, hint } = limitReached(context);
    return `${message} ${hint}`;
  },
});

function limitReached({ services }: ReadContext): LimitReached {
  const limit = services.settings.taskLimit;
  return new LimitReached(`This workspace has reached its limit of ${limit} tasks.`, {
    code: "task_limit_reached",
    hint: "Archive tasks, or ask the server operator to raise BACKLOG_TASK_LIMIT.",
  });
}

/** Returns whether the limit allows another task. */
export async function hasRoom(context: ReadContext<Member>): Promise<boolean> {
  const { actor, services } = context;
  const limit = services.settings.taskLimit;
  return limit === undefined || await countTasks(context, actor.workspace.id) < limit;
}
