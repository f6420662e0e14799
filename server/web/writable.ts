import type { Context } from "hono";
import { isTaskWriter } from "../domain/actor.ts";
import type { Task } from "../domain/tasks/schema.ts";
import type { Env } from "../http/env.ts";
import { teamsOf } from "./shell.ts";

/**
 * Why the viewer can't change a task, in words to show where they would; null where they can. The operations hold
 * the rule itself. `contract.md`, Who may do what
 */
export async function whyNot(
  c: Context<Env>,
  { teamId, archivedAt }: Pick<Task, "teamId" | "archivedAt">,
): Promise<string | null> {
  if (!isTaskWriter(c.get("member"), teamId)) {
    const team = (await teamsOf(c)).find(({ id }) => id === teamId)?.name ?? "its team";
    return `Only workspace managers and the leads and members of ${team} may change this task.`;
  }
  return archivedAt === null ? null : "This task is archived. Restore it to change it.";
}
