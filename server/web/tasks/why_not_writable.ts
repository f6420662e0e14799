import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";

/**
 * Why the viewer can't change a task, in words to show where they would; null where they can. The operations hold
 * the rule itself. `RULES.md`, Who may do what
 */
export async function whyNotWritable(
  at: PageContext<Member>,
  { teamId, archivedAt }: Pick<Task, "teamId" | "archivedAt">,
): Promise<string | null> {
  const team = (await at.teams()).find(({ id }) => id === teamId);
  if (!isTaskWriter(at.viewer, teamId)) {
    const of = team?.name ?? "its team";
    return `Only workspace managers and the leads and members of ${of} may change this task.`;
  }
  // Of the teams that one sees, archived ones alone aren't listed
  if (!team) return "This task's team is archived. Restore the team to change its tasks.";
  return archivedAt === null ? null : "This task is archived. Restore it to change it.";
}
