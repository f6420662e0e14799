import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import type { Task } from "../../domain/tasks/schema.ts";

/**
 * Explains why a member can't change a task, or returns `null` if they can. The operations enforce the rule itself.
 * `RULES.md`, Permissions
 * @param team the task's team, if the member can see it and it isn't archived
 */
export function whyNotWritable(
  viewer: Member,
  team: { name: string } | undefined,
  { teamId, archivedAt }: Pick<Task, "teamId" | "archivedAt">,
): string | null {
  if (!isTaskWriter(viewer, teamId)) {
    const of = team?.name ?? "its team";
    const who = `Only owners, admins, and the leads and members of ${of} can change this task.`;
    return `${who} Ask a lead of ${of} to add you as a member.`;
  }
  if (!team) return "This task's team is archived. Restore the team to change its tasks.";
  return archivedAt === null ? null : "This task is archived. Restore it to make changes.";
}
