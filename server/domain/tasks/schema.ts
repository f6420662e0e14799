import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { archived, day, line, markdown, patchOf, replacing, taskTitle } from "../core/fields.ts";
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

/** The maximum number of labels on a task. */
export const MOST_LABELS = 50;
const someTags = z.array(line(80)).max(MOST_LABELS, `Use at most ${MOST_LABELS} labels.`);

/** The fields for creating and changing a task. */
export const taskFields = {
  description: markdown.nullish(),
  projectId: keys.project.nullish(),
  milestoneId: keys.milestone.nullish(),
  assigneeId: keys.assignee.nullish(),
  deadlineAt: day.nullish(),
  priority: priorityWord.optional(),
  status: taskStatusWord.optional(),
  tags: someTags.optional().describe("Task labels, by name or ID."),
  parentId: keys.parent.nullish(),
};

/** `POST …/tasks`. */
export const TaskCreate = z.strictObject({
  title: taskTitle.optional()
    .describe(
      "Title, in one line of at most 512 characters. Optional if the template in `templateId` has a title. " +
        "The title of a draft defaults to the beginning of its description.",
    ),
  teamId: keys.team.optional()
    .describe("Team, by ID, key, or name. Optional if the template in `templateId` has a team."),
  ...taskFields,
  draft: z.boolean().optional()
    .describe(
      "Whether to create the task as a draft. Lists exclude drafts by default, and nobody is notified.",
    ),
  templateId: keys.template.nullish()
    .describe("Task template, by ID or name, or `null`. Fills in the fields you omit."),
  resources: startingResources.optional()
    .describe("Initial links, in order."),
  relations: startingRelations.optional()
    .describe(
      "Initial relations to other tasks. Duplicates are ignored.",
    ),
}).refine((task) => task.title !== undefined || task.templateId || task.draft, {
  path: ["title"],
  error: "Enter a title, or choose a template.",
  when: ({ value }) => {
    const { title } = Object(value);
    return title === undefined;
  },
}).refine((task) => typeof task.teamId === "string" || typeof task.templateId === "string", {
  path: ["teamId"],
  error: "Choose a team, or a template that belongs to a team.",
  when: ({ value }) => {
    const { teamId } = Object(value);
    return teamId === undefined;
  },
});

/** Unvalidated input for a new task. */
export type TaskDraft = z.input<typeof TaskCreate>;

/** `PATCH …/tasks/{taskId}`: the fields to change; null clears one. A patch without fields is refused. */
export const TaskPatch = patchOf({
  title: taskTitle.optional(),
  teamId: keys.team.optional()
    .describe("Team to move the task to, by ID, key, or name. The old reference keeps working."),
  ...taskFields,
  tags: replacing(taskFields.tags, "labels"),
  stateId: keys.state.optional()
    .describe(
      "State of the team's workflow, by ID or name. Also sets the status that the state maps to.",
    ),
  before: keys.task.optional().describe(
    "Task to place this task directly above in the manual order, by ID or reference. Both must be in the same team.",
  ),
  after: keys.task.optional().describe(
    "Task to place this task directly below in the manual order, by ID or reference. Both must be in the same team.",
  ),
  beforeSibling: keys.task.optional().describe(
    "Sub-task to place this sub-task directly above, by ID or reference. Both must have the same parent.",
  ),
  afterSibling: keys.task.optional().describe(
    "Sub-task to place this sub-task directly below, by ID or reference. Both must have the same parent.",
  ),
  draft: z.literal(false, "Use false. A published task can't become a draft again.")
    .optional().describe(
      "Whether the task is a draft. Only `false` is accepted, which publishes the draft.",
    ),
});
export type TaskPatch = z.output<typeof TaskPatch>;

/** A change of one task, with an optional version it is based on. */
export const OneTaskPatch = patchOf({
  ...TaskPatch.shape,
  sinceVersion: z.int("Use a whole number.").optional().describe(
    "Version of the task that your change is based on. If someone has since changed one of the same fields, " +
      "the response is 412. Unlike `If-Match`, `sinceVersion` ignores changes to other fields.",
  ),
}, "sinceVersion");

/** The maximum number of tasks to read or change at once, as on a page of a list. */
export const MOST_AT_ONCE = 250;

const { beforeSibling: _before, afterSibling: _after, ...ofEach } = TaskPatch.shape;

/** A change of several tasks: the fields of a single change, and those for labels and archiving. */
export const TasksPatch = patchOf({
  ...ofEach,
  addTags: someTags.optional()
    .describe("Task labels to add, by name or ID. Existing labels are kept."),
  removeTags: someTags.optional()
    .describe("Task labels to remove, by name or ID."),
  archived: archived.optional()
    .describe(
      "Whether the tasks are archived. `true` archives tasks and discards drafts, and `false` restores " +
        "them.",
    ),
}).refine(({ tags, addTags, removeTags }) => !tags || !(addTags || removeTags), {
  path: ["tags"],
  error: "Use either tags, or addTags and removeTags.",
});
export type TasksPatch = z.output<typeof TasksPatch>;

/** The tasks of an action on several tasks. */
export const taskIds = z.array(keys.task).min(1, "Choose at least one task.")
  .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} tasks.`)
  .describe("Tasks, by ID or reference, such as `ENG-123`. At most 250.");

/** `PATCH …/tasks`. */
export const TasksUpdate = z.strictObject({
  taskIds,
  patch: TasksPatch.describe("Fields to change in every task. Use `null` to clear a field."),
});

/** A task with changes that weren't undone, and the reasons. */
export const LeftTask = z.strictObject({
  taskId: z.string(),
  /** The reference, `ENG-123`; null if the reader can't see the task anymore. */
  reference: z.string().nullable(),
  message: z.string(),
});
export type LeftTask = z.output<typeof LeftTask>;

/** Orders of a list. A minus reverses one. */
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

/** Groupings of a list. */
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
    "Sort order. Prefix `-` for newest or highest first. When sorted by deadline, tasks without a deadline come " +
      "last. `position` is the manual order, and requires one team in `teamId`.",
  );

/** `GET …/tasks`. */
export const TaskList = z.strictObject({
  ...taskFilters,
  sort,
  ...pageFields,
});
export type TaskList = z.output<typeof TaskList>;

/** The tasks of a saved view. */
export const TaskListing = z.strictObject({ ...taskFilters, sort });
export type TaskListing = z.output<typeof TaskListing>;

/** Fields of tasks and templates that are returned as stored. */
export const plainShapes = {
  description: z.string().nullable(),
};

/** A task as every interface returns it. */
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

/** An open approval request of a task. */
export const OpenApproval = z.strictObject({
  id: z.string(),
  body: z.string(),
  requester: ProfileRef,
  approver: ProfileRef,
  createdAt: responseFields.time,
});

/** A task's whole record: `GET …/tasks/{taskId}`. */
export const TaskDetail = Task.extend({
  creator: ProfileRef,
  /** Whether the assignee is suspended. */
  assigneeSuspended: z.boolean(),
  parent: TaskRef.nullable(),
  /** The first 250 in manual order. Others are in the task list with `parentId`. */
  children: z.array(TaskRef),
  relations: z.array(Relation),
  resources: z.array(Resource),
  /** The first 20 open approval requests. The list of the task's approvals contains all of them. */
  approvals: z.array(OpenApproval),
  /** The people who get notifications about comments and status changes. */
  followers: z.array(ProfileRef),
  /** The newest 100. Earlier ones are in the list of comments. */
  comments: z.array(Comment),
  moreComments: z.boolean(),
  /** The newest 200. Earlier ones are in the list of activity. */
  activity: z.array(Activity),
});
export type TaskDetail = z.output<typeof TaskDetail>;
