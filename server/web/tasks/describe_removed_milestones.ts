import type { Task } from "../../domain/tasks/schema.ts";

type Placed = Pick<Task, "id" | "reference" | "milestone">;

/** What is said besides of tasks that went into another project without their milestones; nothing where none did. */
export function describeRemovedMilestones(
  before: readonly Placed[],
  after: readonly Placed[],
): string {
  const left = before.filter(({ id, milestone }) =>
    milestone !== null && after.some((task) => task.id === id && task.milestone === null)
  );
  const [first] = left;
  if (!first) return "";
  if (after.length === 1) return ` It left the milestone ${first.milestone!.name}.`;
  if (left.length === 1) return ` ${first.reference} left the milestone ${first.milestone!.name}.`;
  return ` ${left.length} of them left their milestones.`;
}
