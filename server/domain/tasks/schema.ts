import { z } from "zod";
import { answered } from "../answered.ts";
import {
  commaList,
  day,
  line,
  markdown,
  moment,
  pageFields,
  patchOf,
  queryFlag,
  taskTitle,
} from "../fields.ts";
import { keys } from "../keys.ts";

/** A task's lifecycle, in the order in which lists show it. `contract.md`, Vocabularies. */
export const taskStatuses = [
  "progressed",
  "planned",
  "backlogged",
  "completed",
  "cancelled",
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** From unimportant to urgent; the index is what the database holds. `contract.md`, Vocabularies. */
export const priorities = ["none", "low", "medium", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** Project statuses that someone may mean, and the task status that says the same. */
const projectWords: Record<string, TaskStatus> = { backlog: "backlogged", active: "progressed" };

export const statusWord = z.enum(taskStatuses, {
  error: (issue) => {
    const right = projectWords[String(issue.input)];
    return right
      ? `A task is ${right}; ${issue.input} is a project's status.`
      : `Use one of ${taskStatuses.join(", ")}.`;
  },
}).describe("A task's status.");
export const priorityWord = z.enum(priorities, `Use one of ${priorities.join(", ")}.`)
  .describe("How much it matters; `none` says nothing.");

export const tags = z.array(line(80)).max(50, "Use at most 50 labels.")
  .describe(
    "Names or ids of task labels, the whole list: those that it leaves out are taken away.",
  );

/** `POST …/tasks`. `contract.md`, REST API v1. */
export const TaskCreate = z.strictObject({
  title: taskTitle.optional()
    .describe("One line of at most 512 characters; may be left to a template that has one."),
  teamId: keys.team.optional()
    .describe("A team's id or key; may be left to a template of a team."),
  description: markdown.nullish(),
  projectId: keys.project.nullish(),
  milestoneId: keys.milestone.nullish(),
  assigneeId: keys.assignee.nullish(),
  deadlineAt: day.nullish(),
  priority: priorityWord.optional(),
  status: statusWord.optional(),
  tags: tags.optional(),
  parentId: keys.parent.nullish(),
  draft: z.boolean().optional()
    .describe("`true` leaves it unpublished: lists leave it out, and nobody is told of it."),
  templateId: keys.template.nullish()
    .describe("The id of a task template, which fills what isn't named."),
}).refine((task) => typeof task.title === "string" || typeof task.templateId === "string", {
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

/** `PATCH …/tasks/{taskId}`: the fields that change; null clears one. An empty one is refused. */
export const TaskPatch = patchOf({
  title: taskTitle.optional(),
  teamId: keys.team.optional()
    .describe("A team's id or key: moves the task there. Its old reference keeps working."),
  description: markdown.nullish(),
  projectId: keys.project.nullish(),
  milestoneId: keys.milestone.nullish(),
  assigneeId: keys.assignee.nullish(),
  deadlineAt: day.nullish(),
  priority: priorityWord.optional(),
  status: statusWord.optional(),
  stateId: keys.state.optional()
    .describe("The id of a state of the team's workflow; its status comes along."),
  tags: tags.optional(),
  parentId: keys.parent.nullish(),
  draft: z.literal(false, "A published task can't become a draft again; only false is taken.")
    .optional().describe("`false` publishes a draft."),
});
export type TaskPatch = z.output<typeof TaskPatch>;

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
] as const;
export type TaskSort = (typeof taskSorts)[number];
/** Orders within a group: the index of every filter ends in the id, and serves both ways without sorting. */
export const groupSorts = ["-createdAt", "createdAt"] as const satisfies readonly TaskSort[];
export type GroupSort = (typeof groupSorts)[number];

/** What narrows a list of tasks, as query parameters spell it. */
export const taskFilters = {
  teamId: keys.team.optional().describe("A team's id or key, one from before too."),
  projectId: keys.project.optional()
    .describe("A project's id or key, one from before too, or `none`."),
  status: commaList(statusWord).optional().describe("Statuses, separated by commas."),
  includeDrafts: queryFlag.optional().describe("`true` lists drafts as well."),
  assigneeId: keys.assignee.optional().describe("A profile's id, a username, `me`, or `none`."),
  label: line(80).optional().describe("A label's name or id, or `none` for tasks without a label."),
  priority: commaList(priorityWord).optional().describe("Priorities, separated by commas."),
  creatorId: keys.profile.optional().describe("A profile's id, a username, or `me`."),
  parentId: keys.task.optional().describe("The id or reference of the task that they stand below."),
  milestoneId: keys.milestone.optional(),
  updatedSince: moment.optional().describe(
    "Only tasks that changed then or later. A date means the start of that day where the workspace is.",
  ),
  deadlineAfter: day.optional().describe("Due on that calendar day or later; a time is its day."),
  deadlineBefore: day.optional().describe("Due before that calendar day; a time is its day."),
  q: line(200).optional().describe("Words of the reference, title or description."),
};

const sort = z.enum(taskSorts, `Use one of ${taskSorts.join(", ")}.`).default("-createdAt")
  .describe(
    "The order; a `-` begins with the newest or highest. Tasks without a deadline come last by it.",
  );

/** `GET …/tasks`. */
export const TaskList = z.strictObject({
  ...taskFilters,
  sort,
  ...pageFields,
});
export type TaskList = z.output<typeof TaskList>;

export const TaskFilters = z.strictObject(taskFilters);
export type TaskFilters = z.output<typeof TaskFilters>;

/** What a saved view lists. */
export const TaskListing = z.strictObject({ ...taskFilters, sort });
export type TaskListing = z.output<typeof TaskListing>;

/** A person or agent as a task names them. */
export const ProfileRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  kind: z.enum(["human", "agent"]),
});
export type ProfileRef = z.output<typeof ProfileRef>;

export const LabelRef = z.strictObject({ id: z.string(), name: z.string(), color: z.string() });
export const StateRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(taskStatuses),
});

/** A project as a task names it. */
export const ProjectRef = z.strictObject({ id: z.string(), key: z.string(), name: z.string() });
export type ProjectRef = z.output<typeof ProjectRef>;
export const MilestoneRef = z.strictObject({ id: z.string(), name: z.string() });
export type MilestoneRef = z.output<typeof MilestoneRef>;

/** A task as every door gives it. `contract.md`, REST API v1. */
export const Task = z.strictObject({
  id: z.string(),
  reference: z.string(),
  number: z.int(),
  title: z.string(),
  description: z.string().nullable(),
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
  deadlineAt: answered.day.nullable(),
  tags: z.array(z.string()),
  labels: z.array(LabelRef),
  draft: z.boolean(),
  version: z.int(),
  createdAt: answered.time,
  updatedAt: answered.time,
  completedAt: answered.time.nullable(),
  archivedAt: answered.time.nullable(),
  url: answered.url,
});
export type Task = z.output<typeof Task>;

/** One thing that happened to a task, or to a project. */
export const Activity = z.strictObject({
  id: z.string(),
  kind: z.string(),
  actor: ProfileRef.nullable(),
  door: z.enum(["web", "api", "cli", "system"]),
  data: z.strictObject({ from: z.unknown().optional(), to: z.unknown().optional() }),
  createdAt: answered.time,
});
export type Activity = z.output<typeof Activity>;

/** Another task, as a task's record names it. */
export const TaskRef = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  status: z.enum(taskStatuses),
  archivedAt: answered.time.nullable(),
});
export type TaskRef = z.output<typeof TaskRef>;

export const Comment = z.strictObject({
  id: z.string(),
  body: z.string(),
  author: ProfileRef,
  version: z.int(),
  createdAt: answered.time,
  editedAt: answered.time.nullable(),
});
export type Comment = z.output<typeof Comment>;

/** A link on a task. */
export const Resource = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** `http`, `https` or `mailto`. */
  url: answered.url,
  creator: ProfileRef,
  version: z.int(),
  createdAt: answered.time,
});
export type Resource = z.output<typeof Resource>;

/** How tasks stand to each other. `contract.md`, REST API v1. */
export const relationKinds = [
  "blocks",
  "blockedBy",
  "relatesTo",
  "duplicates",
  "duplicatedBy",
] as const;
export const Relation = z.strictObject({ kind: z.enum(relationKinds), task: TaskRef });
export type Relation = z.output<typeof Relation>;

/** What a person is asked to approve on a task, and hasn't decided. */
export const OpenApproval = z.strictObject({
  id: z.string(),
  body: z.string(),
  asker: ProfileRef,
  approver: ProfileRef,
  createdAt: answered.time,
});

/** One task, whole: `GET …/tasks/{taskId}`. */
export const TaskDetail = Task.extend({
  creator: ProfileRef,
  parent: TaskRef.nullable(),
  /** The first 250; the rest is in the list of tasks by `parentId`. */
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
