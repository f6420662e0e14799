import type { Context } from "hono";
import { isTaskWriter } from "../domain/core/actor.ts";
import type { Task } from "../domain/tasks/schema.ts";
import type { Env } from "../http/env.ts";
import { teamsOf } from "./shell.ts";

/**
 * Why the viewer can't change a task, in words to show where they would; null where they can. The operations hold
 * the rule itself. `RULES.md`, Who may do what
 */
export async function whyNot(
  c: Context<Env>,
  { teamId, archivedAt }: Pick<Task, "teamId" | "archivedAt">,
): Promise<string | null> {
  const team = (await teamsOf(c)).find(({ id }) => id === teamId);
  if (!isTaskWriter(c.get("member"), teamId)) {
    const of = team?.name ?? "its team";
    return `Only workspace managers and the leads and members of ${of} may change this task.`;
  }
  // Of the teams that one sees, archived ones alone aren't listed
  if (!team) return "This task's team is archived. Restore the team to change its tasks.";
  return archivedAt === null ? null : "This task is archived. Restore it to change it.";
}
