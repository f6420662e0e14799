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

const person = "A profile's id, a username, a name or `me`";
const several = "Several are separated by commas, and any of them fits.";
const without = "Several are separated by commas, and none of them may fit.";
const from = "A date means the start of that day where the workspace is.";

const withNone = z.literal("none", "Use none.").optional();

/** What narrows a list of tasks, as query parameters spell it. */
export const taskFilters = {
  teamId: commaList(keys.team).optional()
    .describe(`A team's id, key (one from before too) or name. ${several}`),
  notTeamId: commaList(keys.team).optional().describe(`As \`teamId\`. ${without}`),
  projectId: commaList(keys.project).optional()
    .describe(`A project's id, key (one from before too) or name, or \`none\`. ${several}`),
  notProjectId: commaList(keys.project).optional().describe(`As \`projectId\`. ${without}`),
  milestoneId: commaList(keys.milestone).optional()
    .describe(`A milestone's id or name, or \`none\`. ${several}`),
  notMilestoneId: commaList(keys.milestone).optional()
    .describe(`As \`milestoneId\`. ${without}`),
  status: commaList(taskStatusWord).optional().describe("Statuses, separated by commas."),
  notStatus: commaList(taskStatusWord).optional().describe("Statuses that none may have."),
  includeDrafts: queryFlag.optional().describe("`true` lists drafts as well."),
  archived: queryFlag.optional().describe(
    "`true` lists archived tasks, discarded drafts too, in place of the others.",
  ),
  assigneeId: commaList(keys.assignee).optional().describe(`${person}, or \`none\`. ${several}`),
  notAssigneeId: commaList(keys.assignee).optional().describe(`As \`assigneeId\`. ${without}`),
  label: commaList(line(80)).optional().describe(
    `A label's name or id, or \`none\` for tasks without a label. ${several} ` +
      "One whose name has a comma is named by its id.",
  ),
  notLabel: commaList(line(80)).optional().describe(`As \`label\`. ${without}`),
  allLabels: commaList(line(80)).optional()
    .describe("Names or ids of labels, separated by commas, each of which a task has."),
  priority: commaList(priorityWord).optional().describe("Priorities, separated by commas."),
  notPriority: commaList(priorityWord).optional().describe("Priorities that none may have."),
  creatorId: commaList(keys.profile).optional().describe(`${person}. ${several}`),
  notCreatorId: commaList(keys.profile).optional().describe(`As \`creatorId\`. ${without}`),
  parentId: keys.task.optional().describe(
    "The id or reference of the task that they stand below, or `none` for those below none.",
  ),
  notParentId: withNone.describe("`none` for those that stand below another task."),
  createdAfter: momentFromToday.optional().describe(`Made then or later. ${from}`),
  createdBefore: momentFromToday.optional().describe(`Made before then. ${from}`),
  updatedSince: momentFromToday.optional()
    .describe(`Only tasks that changed then or later. ${from}`),
  updatedBefore: momentFromToday.optional()
    .describe(`Only tasks that haven't changed since then. ${from}`),
  completedAfter: momentFromToday.optional().describe(`Completed then or later. ${from}`),
  completedBefore: momentFromToday.optional().describe(`Completed before then. ${from}`),
  closedSince: momentFromToday.optional().describe(
    "Of completed tasks only those completed then or later, of cancelled ones only those that " +
      `changed then or later; open ones all the same. ${from}`,
  ),
  deadlineAt: z.union([z.literal("none"), momentFromToday], {
    error: wrongDay(`Use ${dayExamples}, or none.`),
  }).optional().describe("Due on that calendar day, or `none` for tasks without a deadline."),
  notDeadlineAt: withNone.describe("`none` for tasks with a deadline."),
  deadlineAfter: momentFromToday.optional()
    .describe("Due on that calendar day or later; a time is its day."),
  deadlineBefore: momentFromToday.optional()
    .describe("Due before that calendar day; a time is its day."),
  q: line(200).optional().describe("Words of the reference, title or description."),
};

export const TaskFilters = z.strictObject(taskFilters);
export type TaskFilters = z.output<typeof TaskFilters>;
