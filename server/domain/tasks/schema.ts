import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, day, line, markdown, patchOf, taskTitle } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import {
  priorities,
  priorityWord,
  relationKinds,
  taskStatuses,
  taskStatusWord,
} from "../vocabulary.ts";
import {
  LabelRef,
  MilestoneRef,
  ProfileRef,
  ProjectRef,
  StateRef,
  TaskRef,
} from "../refs/schema.ts";
import { taskFilters } from "./filters/schema.ts";
import { Activity } from "../activity/schema.ts";
import { Comment } from "../comments/schema.ts";
import { startingRelations } from "../relations/schema.ts";
import { Resource, startingResources } from "../resources/schema.ts";

/** How many labels a task can have. */
export const MOST_LABELS = 50;
const someTags = z.array(line(80)).max(MOST_LABELS, `Use at most ${MOST_LABELS} labels.`);
const tags = someTags.describe(
  "Names or ids of task labels, the whole list: those that it leaves out are taken away.",
);

/** What can be said of a task when it is made and when it is changed. */
export const taskFields = {
  description: markdown.nullish(),
  projectId: keys.project.nullish(),
  milestoneId: keys.milestone.nullish(),
  assigneeId: keys.assignee.nullish(),
  deadlineAt: day.nullish(),
  priority: priorityWord.optional(),
  status: taskStatusWord.optional(),
  tags: tags.optional(),
  parentId: keys.parent.nullish(),
};

/** `POST …/tasks`. */
export const TaskCreate = z.strictObject({
  title: taskTitle.optional()
    .describe(
      "One line of at most 512 characters; may be left to a template that has one. A draft without one is called as " +
        "its description begins.",
    ),
  teamId: keys.team.optional()
    .describe("A team's id, key or name; may be left to a template of a team."),
  ...taskFields,
  draft: z.boolean().optional()
    .describe("`true` leaves it unpublished: lists leave it out, and nobody is told of it."),
  templateId: keys.template.nullish()
    .describe("The id of a task template, which fills what isn't named."),
  resources: startingResources.optional()
    .describe("Links that it starts with, in their order."),
  relations: startingRelations.optional()
    .describe(
      "How it stands to other tasks from the start. One that is named twice is there once.",
    ),
}).refine((task) => task.title !== undefined || task.templateId || task.draft, {
  path: ["title"],
  error: "Give the task a title, or a templateId.",
  when: ({ value }) => {
    const { title } = Object(value);
    return title === undefined;
  },
}).refine((task) => typeof task.teamId === "string" || typeof task.templateId === "string", {
  path: ["teamId"],
  error: "Name the team, or a template of one.",
  when: ({ value }) => {
    const { teamId } = Object(value);
    return teamId === undefined;
  },
});

/** A new task before it is held to anything. */
export type TaskDraft = z.input<typeof TaskCreate>;

/** `PATCH …/tasks/{taskId}`: the fields that change; null clears one. An empty one is refused. */
export const TaskPatch = patchOf({
  title: taskTitle.optional(),
  teamId: keys.team.optional()
    .describe("A team's id, key or name: moves the task there. Its old reference keeps working."),
  ...taskFields,
  stateId: keys.state.optional()
    .describe("The id of a state of the team's workflow; its status comes along."),
  before: keys.task.optional().describe(
    "A task's id or reference in the same team: puts this one directly above it in the team's order by hand.",
  ),
  after: keys.task.optional().describe("The same, directly below it."),
  beforeSibling: keys.task.optional().describe(
    "Another sub-task of the same parent, by id or reference: puts this one directly above it in the order of " +
      "the parent's `children`.",
  ),
  afterSibling: keys.task.optional().describe("The same, directly below it."),
  draft: z.literal(false, "A published task can't become a draft again; only false is taken.")
    .optional().describe("`false` publishes a draft."),
});
export type TaskPatch = z.output<typeof TaskPatch>;

/** A change of one task, which may say from which version of it it was made. */
export const OneTaskPatch = patchOf({
  ...TaskPatch.shape,
  sinceVersion: z.int("Use a whole number.").optional().describe(
    "The `version` of the task from which the change was made. Where somebody has changed one of the fields that are " +
      "named since, nothing is changed (412); what they did to other fields is no matter, unlike with `If-Match`.",
  ),
}, "sinceVersion");

/** How many tasks are read or changed at once at most, as on a page of a list. */
export const MOST_AT_ONCE = 250;

const { beforeSibling: _before, afterSibling: _after, ...ofEach } = TaskPatch.shape;

/** What a change of many tasks does to each: what one's own does, and what is said of whatever stands there. */
export const TasksPatch = patchOf({
  ...ofEach,
  addTags: someTags.optional()
    .describe("Names or ids of task labels that each gets; those that it has stay."),
  removeTags: someTags.optional()
    .describe("Names or ids of task labels that are taken from those that have them."),
  archived: archived.optional()
    .describe("`true` archives them, or discards drafts; `false` brings them back."),
}).refine(({ tags, addTags, removeTags }) => !tags || !(addTags || removeTags), {
  path: ["tags"],
  error: "Name either the whole list, or what is added and removed.",
});
export type TasksPatch = z.output<typeof TasksPatch>;

/** The tasks that something is done with at once. */
export const taskIds = z.array(keys.task).min(1, "Name at least one task.")
  .max(MOST_AT_ONCE, `Name at most ${MOST_AT_ONCE} tasks.`)
  .describe("Ids or references of tasks, such as `ENG-123`, at most 250.");

/** `PATCH …/tasks`. */
export const TasksUpdate = z.strictObject({
  taskIds,
  patch: TasksPatch.describe("The fields that change, of each of them; null clears one."),
});

/** A task in which something isn't taken back, and why. */
export const LeftTask = z.strictObject({
  taskId: z.string(),
  /** `ENG-123`; null where one doesn't see the task any more. */
  reference: z.string().nullable(),
  message: z.string(),
});
export type LeftTask = z.output<typeof LeftTask>;

/** Orders of a list; a minus turns one around. */
export const taskSorts = [
  "-createdAt",
  "createdAt",
  "-updatedAt",
  "updatedAt",
  "-priority",
  "priority",
  "deadlineAt",
  "-deadlineAt",
  "position",
] as const;
export type TaskSort = (typeof taskSorts)[number];

/** What a list can be grouped by. */
export const taskGroupings = [
  "status",
  "assignee",
  "priority",
  "label",
  "project",
  "none",
] as const;
export type TaskGrouping = (typeof taskGroupings)[number];

const sort = z.enum(taskSorts, `Use one of ${taskSorts.join(", ")}.`).default("-createdAt")
  .describe(
    "The order; a `-` begins with the newest or highest. Tasks without a deadline come last by it. " +
      "`position` is the order by hand of the one team that `teamId` names.",
  );

/** `GET …/tasks`. */
export const TaskList = z.strictObject({
  ...taskFilters,
  sort,
  ...pageFields,
});
export type TaskList = z.output<typeof TaskList>;

/** What a saved view lists. */
export const TaskListing = z.strictObject({ ...taskFilters, sort });
export type TaskListing = z.output<typeof TaskListing>;

/** What is told of a task, and of a template, just as it was said. */
export const plainShapes = {
  description: z.string().nullable(),
};

/** A task as every door gives it. */
export const Task = z.strictObject({
  id: z.string(),
  reference: z.string(),
  number: z.int(),
  title: z.string(),
  ...plainShapes,
  status: z.enum(taskStatuses),
  state: StateRef,
  priority: z.enum(priorities),
  teamId: z.string(),
  projectId: z.string().nullable(),
  project: ProjectRef.nullable(),
  milestoneId: z.string().nullable(),
  milestone: MilestoneRef.nullable(),
  parentId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assignee: ProfileRef.nullable(),
  creatorId: z.string(),
  deadlineAt: responseFields.day.nullable(),
  tags: z.array(z.string()),
  labels: z.array(LabelRef),
  draft: z.boolean(),
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
  completedAt: responseFields.time.nullable(),
  archivedAt: responseFields.time.nullable(),
  url: responseFields.url,
});
export type Task = z.output<typeof Task>;

export const Relation = z.strictObject({ kind: z.enum(relationKinds), task: TaskRef });
export type Relation = z.output<typeof Relation>;

/** What a person is asked to approve on a task, and hasn't decided. */
export const OpenApproval = z.strictObject({
  id: z.string(),
  body: z.string(),
  asker: ProfileRef,
  approver: ProfileRef,
  createdAt: responseFields.time,
});

/** One task, whole: `GET …/tasks/{taskId}`. */
export const TaskDetail = Task.extend({
  creator: ProfileRef,
  /** Whether who has it may not act for now. */
  assigneeSuspended: z.boolean(),
  parent: TaskRef.nullable(),
  /** In their order by hand, the first 250; the rest is in the list of tasks by `parentId`. */
  children: z.array(TaskRef),
  relations: z.array(Relation),
  resources: z.array(Resource),
  /** The first 20 requests for approval that are open; all there were are in the list of its approvals. */
  approvals: z.array(OpenApproval),
  /** Who hears of its comments and its status. */
  followers: z.array(ProfileRef),
  /** The newest 100; earlier ones are in the list of comments. */
  comments: z.array(Comment),
  moreComments: z.boolean(),
  /** The newest 200; what came before is in the list of its activity. */
  activity: z.array(Activity),
});
export type TaskDetail = z.output<typeof TaskDetail>;
