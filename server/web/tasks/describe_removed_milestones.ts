import type { Task } from "../../domain/tasks/schema.ts";

type Placed = Pick<Task, "id" | "reference" | "milestone">;

/** Continues a message with the tasks that lost their milestones in a new project, if any. */
export function describeRemovedMilestones(
  before: readonly Placed[],
  after: readonly Placed[],
): string {
  const left = before.filter(({ id, milestone }) =>
    milestone !== null && after.some((task) => task.id === id && task.milestone === null)
  );
  const [first] = left;
  if (!first) return "";
  if (after.length === 1) {
    return `. The task was removed from the milestone ${first.milestone!.name}.`;
  }
  if (left.length === 1) {
    return `. ${first.reference} was removed from the milestone ${first.milestone!.name}.`;
  }
  return `. ${left.length} of these tasks were removed from their milestones.`;
}
