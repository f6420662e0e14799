import type { TaskList } from "../server/domain/tasks/schema.ts";
import { flag, type Option, value } from "./command.ts";
import { priorities, taskStatuses } from "./task_fields.ts";

/** The options that narrow a list of tasks; the names are the API's. Those that take several separate them by commas. */
export const filterOptions = {
  teamId: value("<ids>", "Of any of these teams; several are separated by commas"),
  notTeamId: value("<ids>", "Of none of these teams"),
  projectId: value("<ids>", "Of any of these projects; none is understood"),
  notProjectId: value("<ids>", "Of none of these projects"),
  milestoneId: value("<ids>", "Of any of these milestones; none is understood"),
  notMilestoneId: value("<ids>", "Of none of these milestones"),
  status: value(
    "<statuses>",
    "With any of these statuses; several are separated by commas",
    taskStatuses,
  ),
  notStatus: value("<statuses>", "With none of these statuses", taskStatuses),
  includeDrafts: flag("Drafts too"),
  archived: flag("Archived ones, in place of the others"),
  assigneeId: value("<ids>", "Of any of these profiles; me and none are understood"),
  notAssigneeId: value("<ids>", "Of none of these profiles"),
  label: value("<labels>", "With any of these labels; none is understood"),
  notLabel: value("<labels>", "With none of these labels"),
  allLabels: value("<labels>", "With each of these labels"),
  priority: value("<priorities>", "With any of these priorities", priorities),
  notPriority: value("<priorities>", "With none of these priorities", priorities),
  creatorId: value("<ids>", "Made by any of these profiles; me is understood"),
  notCreatorId: value("<ids>", "Made by none of these profiles"),
  parentId: value("<id>", "Below this task; with none, below no other"),
  notParentId: value("<none>", "With none, below another task"),
  createdAfter: value("<time>", "Made at this time or later: 2026-12-03, today, 7d or -7d"),
  createdBefore: value("<time>", "Made before this time"),
  updatedSince: value("<time>", "Changed since this time"),
  updatedBefore: value("<time>", "Unchanged since this time"),
  completedAfter: value("<time>", "Completed at this time or later"),
  completedBefore: value("<time>", "Completed before this time"),
  closedSince: value("<time>", "Of closed ones only those closed since then"),
  deadlineAt: value("<date>", "Due on this day; with none, without a deadline"),
  notDeadlineAt: value("<none>", "With none, with a deadline"),
  deadlineAfter: value("<date>", "Due on this day or later"),
  deadlineBefore: value("<date>", "Due before this day"),
  q: value("<text>", "With these words"),
} as const satisfies Record<keyof Omit<TaskList, "sort" | "limit" | "cursor">, Option>;
