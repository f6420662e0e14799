import type { TaskFilters } from "../../../server/domain/tasks/filters/schema.ts";

/** What narrows a list, besides a text, as its URL spells it. */
export const filterFields = [
  "teamId",
  "notTeamId",
  "status",
  "notStatus",
  "priority",
  "notPriority",
  "assigneeId",
  "notAssigneeId",
  "projectId",
  "notProjectId",
  "milestoneId",
  "notMilestoneId",
  "label",
  "notLabel",
  "allLabels",
  "creatorId",
  "notCreatorId",
  "parentId",
  "deadlineAt",
  "deadlineAfter",
  "deadlineBefore",
  "createdAfter",
  "createdBefore",
  "updatedSince",
  "updatedBefore",
  "completedAfter",
  "completedBefore",
] as const satisfies readonly (keyof TaskFilters)[];
export type FilterField = (typeof filterFields)[number];
