import { z } from "zod";
import {
  commaList,
  dayExamples,
  line,
  momentFromToday,
  queryFlag,
  wrongDay,
} from "../../core/fields.ts";
import { keys } from "../../core/keys.ts";
import { priorityWord, taskStatusWord } from "../../vocabulary.ts";

const several = "Comma-separated. Includes tasks that match any value.";
const from = "A date means the start of that day in the workspace's time zone.";

const withNone = z.literal("none", "Use none.").optional();

/** The filters of a task list, as query parameters. */
export const taskFilters = {
  teamId: commaList(keys.team).optional()
    .describe(`Filter by team, by ID, key, former key, or name. ${several}`),
  notTeamId: commaList(keys.team).optional().describe(
    "Exclude these teams, in the same format as `teamId`.",
  ),
  projectId: commaList(keys.project).optional()
    .describe(`Filter by project, by ID, key, former key, name, or \`none\`. ${several}`),
  notProjectId: commaList(keys.project).optional().describe(
    "Exclude these projects, in the same format as `projectId`.",
  ),
  milestoneId: commaList(keys.milestone).optional()
    .describe(`Filter by milestone, by ID, name, or \`none\`. ${several}`),
  notMilestoneId: commaList(keys.milestone).optional()
    .describe("Exclude these milestones, in the same format as `milestoneId`."),
  status: commaList(taskStatusWord).optional().describe("Filter by status, comma-separated."),
  notStatus: commaList(taskStatusWord).optional().describe(
    "Exclude these statuses, comma-separated.",
  ),
  includeDrafts: queryFlag.optional().describe("Whether to include drafts."),
  archived: queryFlag.optional().describe(
    "Whether to list only archived tasks and discarded drafts.",
  ),
  assigneeId: commaList(keys.assignee).optional().describe(
    `Filter by assignee, by profile ID, username, name, \`me\`, or \`none\`. ${several}`,
  ),
  notAssigneeId: commaList(keys.assignee).optional().describe(
    "Exclude these assignees, in the same format as `assigneeId`.",
  ),
  label: commaList(line(80)).optional().describe(
    `Filter by label, by name or ID, or \`none\` for tasks without a label. ${several} ` +
      "If a label's name contains a comma, use its ID.",
  ),
  notLabel: commaList(line(80)).optional().describe(
    "Exclude these labels, in the same format as `label`.",
  ),
  allLabels: commaList(line(80)).optional()
    .describe(
      "Filter by labels, by name or ID, comma-separated. Includes only tasks with all of these labels.",
    ),
  priority: commaList(priorityWord).optional().describe("Filter by priority, comma-separated."),
  notPriority: commaList(priorityWord).optional().describe(
    "Exclude these priorities, comma-separated.",
  ),
  creatorId: commaList(keys.profile).optional().describe(
    `Filter by creator, by profile ID, username, name, or \`me\`. ${several}`,
  ),
  notCreatorId: commaList(keys.profile).optional().describe(
    "Exclude these creators, in the same format as `creatorId`.",
  ),
  parentId: keys.task.optional().describe(
    "Filter by parent task, by ID or reference, or `none` for tasks without a parent.",
  ),
  notParentId: withNone.describe("Exclude tasks without a parent. The only value is `none`."),
  createdAfter: momentFromToday.optional().describe(
    `Filter by creation at or after this time. ${from}`,
  ),
  createdBefore: momentFromToday.optional().describe(
    `Filter by creation before this time. ${from}`,
  ),
  updatedSince: momentFromToday.optional()
    .describe(`Filter by last change at or after this time. ${from}`),
  updatedBefore: momentFromToday.optional()
    .describe(`Filter by last change before this time. ${from}`),
  completedAfter: momentFromToday.optional().describe(
    `Filter by completion at or after this time. ${from}`,
  ),
  completedBefore: momentFromToday.optional().describe(
    `Filter by completion before this time. ${from}`,
  ),
  closedSince: momentFromToday.optional().describe(
    "Exclude tasks that were closed before this time. A cancelled task is treated as closed at its last change. " +
      from,
  ),
  deadlineAt: z.union([z.literal("none"), momentFromToday], {
    error: wrongDay(`Use ${dayExamples}, or none.`),
  }).optional().describe(
    "Filter by deadline on this calendar day, or `none` for tasks without a deadline.",
  ),
  notDeadlineAt: withNone.describe("Exclude tasks without a deadline. The only value is `none`."),
  deadlineAfter: momentFromToday.optional()
    .describe("Filter by deadline on or after this calendar day. A time is converted to its day."),
  deadlineBefore: momentFromToday.optional()
    .describe("Filter by deadline before this calendar day. A time is converted to its day."),
  q: line(200).optional().describe("Filter by words in the reference, title, or description."),
};

export const TaskFilters = z.strictObject(taskFilters);
export type TaskFilters = z.output<typeof TaskFilters>;
