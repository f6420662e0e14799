import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import type { Task } from "../../domain/tasks/schema.ts";

/**
 * Why somebody can't change a task, in words to show where they would; null where they can. The operations hold
 * the rule itself. `RULES.md`, Permissions
 * @param team the task's, among those that they see and that aren't archived
 */
export function whyNotWritable(
  viewer: Member,
  team: { name: string } | undefined,
  { teamId, archivedAt }: Pick<Task, "teamId" | "archivedAt">,
): string | null {
  if (!isTaskWriter(viewer, teamId)) {
    const of = team?.name ?? "its team";
    const may = `Only workspace managers and the leads and members of ${of} may change this task.`;
    return `${may} Ask a lead of ${of} to make you one.`;
  }
  if (!team) return "This task's team is archived. Restore the team to change its tasks.";
  return archivedAt === null ? null : "This task is archived. Restore it to change it.";
}
