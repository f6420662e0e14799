import type { Member } from "../../domain/core/actor.ts";
import { taskRightsOf } from "../../domain/tasks/permission.ts";
import type { Task } from "../../domain/tasks/schema.ts";

/**
 * Explains why a member can't change a task, or returns `null` if they can. The operations enforce the rule itself.
 * `RULES.md`, Permissions
 * @param team the task's team, if the member can see it and it isn't archived
 */
export function whyNotWritable(
  viewer: Member,
  team: { name: string } | undefined,
  task: Pick<Task, "teamId" | "creatorId" | "draft" | "archivedAt">,
): string | null {
  const { write, edit } = taskRightsOf(viewer, task);
  if (!write) {
    const of = team?.name ?? "its team";
    const ask = `Ask a lead of ${of} to add you as a member.`;
    return edit
      ? "You created this task, so you can edit its title and description. " +
        `Only owners, admins, and the leads and members of ${of} can change its properties. ${ask}`
      : `Only owners, admins, and the leads and members of ${of} can change this task. ${ask}`;
  }
  if (!team) return "This task's team is archived. Restore the team to change its tasks.";
  return task.archivedAt === null ? null : "This task is archived. Restore it to make changes.";
}
