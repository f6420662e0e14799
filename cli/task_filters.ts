import type { TaskList } from "../server/domain/tasks/schema.ts";
import { flag, type Option, value } from "./command.ts";
import { priorities, taskStatuses } from "./task_fields.ts";

/** The filters of a task list, by the API's names. Several values are separated by commas. */
export const filterOptions = {
  teamId: value("<ids>", "Filter by any of these teams, comma-separated"),
  notTeamId: value("<ids>", "Exclude these teams"),
  projectId: value("<ids>", 'Filter by any of these projects, or "none"'),
  notProjectId: value("<ids>", "Exclude these projects"),
  milestoneId: value("<ids>", 'Filter by any of these milestones, or "none"'),
  notMilestoneId: value("<ids>", "Exclude these milestones"),
  status: value(
    "<statuses>",
    "Filter by any of these statuses, comma-separated",
    taskStatuses,
  ),
  notStatus: value("<statuses>", "Exclude these statuses", taskStatuses),
  includeDrafts: flag("Include drafts"),
  archived: flag("List only archived records"),
  assigneeId: value("<ids>", 'Filter by any of these assignees, or "me" or "none"'),
  notAssigneeId: value("<ids>", "Exclude these assignees"),
  label: value("<labels>", 'Filter by any of these labels, or "none"'),
  notLabel: value("<labels>", "Exclude these labels"),
  allLabels: value("<labels>", "Filter by all of these labels"),
  priority: value("<priorities>", "Filter by any of these priorities", priorities),
  notPriority: value("<priorities>", "Exclude these priorities", priorities),
  creatorId: value("<ids>", 'Filter by any of these creators, or "me"'),
  notCreatorId: value("<ids>", "Exclude these creators"),
  parentId: value("<id>", 'Filter by parent task; "none" lists tasks without a parent'),
  notParentId: value("<none>", 'Use "none" to list only sub-tasks'),
  createdAfter: value(
    "<time>",
    "Only tasks created at or after this time, such as 2026-12-03, today, 7d, or -7d",
  ),
  createdBefore: value("<time>", "Only tasks created before this time"),
  updatedSince: value("<time>", "Only tasks changed since this time"),
  updatedBefore: value("<time>", "Only tasks unchanged since this time"),
  completedAfter: value("<time>", "Only tasks completed at or after this time"),
  completedBefore: value("<time>", "Only tasks completed before this time"),
  closedSince: value("<time>", "Exclude tasks closed before this time"),
  deadlineAt: value(
    "<date>",
    'Only tasks with this deadline; "none" lists tasks without a deadline',
  ),
  notDeadlineAt: value("<none>", 'Use "none" to list only tasks with a deadline'),
  deadlineAfter: value("<date>", "Only tasks with a deadline on or after this day"),
  deadlineBefore: value("<date>", "Only tasks with a deadline before this day"),
  q: value("<text>", "Text to search for"),
} as const satisfies Record<keyof Omit<TaskList, "sort" | "limit" | "cursor">, Option>;
