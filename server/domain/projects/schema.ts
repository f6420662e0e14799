import { z } from "zod";
import type { Json } from "../core/json.ts";
import { responseFields } from "../core/response_fields.ts";
import {
  commaList,
  day,
  includeArchived,
  key,
  line,
  markdown,
  moment,
  name,
  patchOf,
  queryFlag,
  replacing,
  word,
} from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { Activity } from "../activity/schema.ts";
import {
  healths,
  priorities,
  priorityWord,
  ProjectStatus,
  projectStatuses,
} from "../vocabulary.ts";
import { LabelRef, ProfileRef, ProjectRef } from "../refs/schema.ts";

/** Task statuses, with the project status that means the same. */
const taskWords: ReadonlyMap<string, ProjectStatus> = new Map([
  ["backlogged", "backlog"],
  ["progressed", "active"],
]);

export const projectStatusWord = z.enum(projectStatuses, {
  error: ({ input }) => {
    const right = typeof input === "string" && taskWords.get(input);
    return right
      ? `Use ${right} for a project. ${input} is a task status.`
      : `Use one of ${projectStatuses.join(", ")}.`;
  },
}).describe("Status of the project.");

/** A project's key: short, and unique in its workspace, archived projects included. */
const projectKey = word.toUpperCase()
  .regex(
    /^[A-Z][A-Z0-9]{0,9}$/,
    "Use 1 to 10 letters and digits, starting with a letter, such as WEB.",
  )
  .describe("Unique key, such as `WEB`. 1 to 10 letters and digits, starting with a letter.");

/** The settings of a project besides its name, key, and status. */
export const projectSettings = {
  summary: line(300).nullish().describe("One-line summary, at most 300 characters, or `null`."),
  description: markdown.nullish(),
  leadId: keys.lead.nullish(),
  memberIds: z.array(key).max(250, "Use at most 250 members.").optional()
    .describe("Members, by profile ID or `me`."),
  teamIds: z.array(key).max(100, "Use at most 100 teams.").optional()
    .describe("Teams, by ID or key."),
  labels: z.array(line(80)).max(50, "Use at most 50 labels.").optional()
    .describe("Project labels, by name or ID."),
  priority: priorityWord.optional(),
  startDate: day.nullish(),
  targetDate: day.nullish(),
};

/** `POST …/projects`. Without a key, one is generated from the name. A status overrides the derived one. */
export const ProjectCreate = z.strictObject({
  name,
  key: projectKey.optional(),
  ...projectSettings,
  status: projectStatusWord.optional()
    .describe("Status that overrides the status derived from the tasks."),
  templateId: keys.template.nullish()
    .describe("Project template, by ID, or `null`. Fills in the fields you omit."),
});
export type ProjectCreate = z.output<typeof ProjectCreate>;

/** `PATCH …/projects/{projectId}`. A null status lets it follow the tasks again. */
export const ProjectPatch = patchOf({
  name: name.optional(),
  key: projectKey.optional(),
  ...projectSettings,
  memberIds: replacing(projectSettings.memberIds, "members"),
  teamIds: replacing(projectSettings.teamIds, "teams"),
  labels: replacing(projectSettings.labels, "labels"),
  status: projectStatusWord.nullish()
    .describe("Status that overrides the derived status, or `null` to derive the status again."),
});
export type ProjectPatch = z.output<typeof ProjectPatch>;

/** A change of one project, with an optional version it is based on. */
export const OneProjectPatch = patchOf({
  ...ProjectPatch.shape,
  sinceVersion: z.int("Use a whole number.").optional().describe(
    "Version of the project that your change is based on. If someone has since changed one of the same fields, the response is 412. Unlike `If-Match`, `sinceVersion` ignores changes to other fields.",
  ),
}, "sinceVersion");

export const projectSorts = [
  "-createdAt",
  "createdAt",
  "-updatedAt",
  "name",
  "-priority",
  "targetDate",
] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** Groupings of a project view. */
export const projectGroupings = ["status", "lead", "health", "priority", "label", "none"] as const;
export type ProjectGrouping = (typeof projectGroupings)[number];

const healthOrNone = z.enum([...healths, "none"], `Use one of ${healths.join(", ")}, or none.`);

/** Filters of the roadmap and of project lists, as query parameters. */
export const roadmapFilters = {
  status: commaList(projectStatusWord).optional().describe("Filter by status, comma-separated."),
  leadId: key.optional().describe("Filter by lead, by profile ID, username, `me`, or `none`."),
  teamId: key.optional().describe("Filter by team, by ID, key, or former key."),
  label: line(80).optional().describe("Filter by project label, by name or ID."),
};

/** Filters of a project list. */
const projectFilters = {
  ...roadmapFilters,
  memberId: key.optional().describe("Filter by member, by profile ID, username, or `me`."),
  health: commaList(healthOrNone).optional()
    .describe("Filter by health in the latest update, comma-separated. `none` means no updates."),
  priority: commaList(priorityWord).optional().describe("Filter by priority, comma-separated."),
  updatedSince: moment.optional().describe(
    "Filter by last change at or after this time. A date means the start of that day in the workspace's time zone.",
  ),
  archived: queryFlag.optional().describe("Whether to list only archived projects."),
  q: line(200).optional().describe("Filter by words in the key, name, summary, or description."),
};

const sort = z.enum(projectSorts, `Use one of ${projectSorts.join(", ")}.`).default("-createdAt")
  .describe("Sort order. Prefix `-` for newest or highest first. Missing target dates come last.");

/** Filters of a project view. */
export const ProjectFilters = z.strictObject(projectFilters);
export type ProjectFilters = z.output<typeof ProjectFilters>;

/** The projects of a list. */
export const ProjectListing = z.strictObject({ ...projectFilters, sort });
export type ProjectListing = z.output<typeof ProjectListing>;

/** `GET …/projects`. */
export const ProjectList = ProjectListing.extend({ ...pageFields, includeArchived });
export type ProjectList = z.output<typeof ProjectList>;

/** The number of visible tasks in each status, without drafts and archived tasks. */
export const Progress = z.strictObject({
  total: z.int(),
  backlogged: z.int(),
  planned: z.int(),
  progressed: z.int(),
  completed: z.int(),
  cancelled: z.int(),
});
export type Progress = z.output<typeof Progress>;

/** A project's progress at the end of a day. */
export const ProgressDay = Progress.extend({ day: responseFields.day });
export type ProgressDay = z.output<typeof ProgressDay>;

/** The estimated completion of the remaining tasks. */
export const Forecast = z.strictObject({
  /** The number of tasks that are neither completed nor cancelled. */
  left: z.int().describe("Number of open tasks."),
  /** The estimated day at the pace of the better half of the last eight weeks. */
  earliest: responseFields.day,
  /** The estimated day at the pace of the other half; null if no task was completed in it. */
  latest: responseFields.day.nullable(),
});
export type Forecast = z.output<typeof Forecast>;

/** A project's progress over time, with a forecast: `GET …/projects/{projectId}/progress`. */
export const ProgressOverTime = z.strictObject({
  /** At most 60 days at equal distances, from the first task on until today. Days are in UTC. */
  days: z.array(ProgressDay),
  forecast: Forecast.nullable(),
});
export type ProgressOverTime = z.output<typeof ProgressOverTime>;

const TeamRef = z.strictObject({ id: z.string(), key: z.string(), name: z.string() });

/** A project as lists return it. */
export const Project = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  summary: z.string().nullable(),
  status: z.enum(projectStatuses),
  /** Whether the status is derived from the tasks or was set by someone. */
  statusSource: z.enum(["derived", "override"]),
  health: z.enum(healths).nullable(),
  priority: z.enum(priorities),
  leadId: z.string().nullable(),
  lead: ProfileRef.nullable(),
  teams: z.array(TeamRef),
  labels: z.array(LabelRef),
  startDate: responseFields.day.nullable(),
  targetDate: responseFields.day.nullable(),
  progress: Progress,
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
  url: responseFields.url,
});
export type Project = z.output<typeof Project>;

/** A milestone, in the project's order. */
export const Milestone = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  targetDate: responseFields.day.nullable(),
  /** The position from 0, without gaps among active milestones. */
  position: z.int(),
  progress: Progress,
  /** Increases with changes by people, but not if other milestones move. */
  version: z.int(),
  createdAt: responseFields.time,
  archivedAt: responseFields.time.nullable(),
});
export type Milestone = z.output<typeof Milestone>;

/** An update of a project. */
export const ProjectUpdate = z.strictObject({
  id: z.string(),
  health: z.enum(healths),
  body: z.string(),
  author: ProfileRef,
  createdAt: responseFields.time,
});
export type ProjectUpdate = z.output<typeof ProjectUpdate>;

/** A blocking or dependent project. */
const LinkedProject = ProjectRef.extend({
  status: z.enum(projectStatuses),
  startDate: responseFields.day.nullable(),
  targetDate: responseFields.day.nullable(),
  /** Whether the dependent one starts before the other's target date, while both are open. */
  beginsTooEarly: z.boolean(),
});

/** A project's whole record: `GET …/projects/{projectId}`. */
export const ProjectDetail = Project.extend({
  description: z.string().nullable(),
  /** The project's former keys, which still work. */
  formerKeys: z.array(z.string()),
  creator: ProfileRef,
  memberIds: z.array(z.string()),
  members: z.array(ProfileRef),
  milestones: z.array(Milestone),
  /** The newest ten. */
  updates: z.array(ProjectUpdate),
  dependencies: z.strictObject({
    blockedBy: z.array(LinkedProject),
    blocks: z.array(LinkedProject),
  }),
  /** The newest 200. Earlier ones are in the list of activity. */
  activity: z.array(Activity),
});
export type ProjectDetail = z.output<typeof ProjectDetail>;

/** A project on the roadmap. */
export const RoadmapProject = Project.extend({
  milestones: z.array(Milestone),
  /** IDs of the projects that block it, and of those that it blocks. */
  blockedBy: z.array(z.string()),
  blocks: z.array(z.string()),
  /** IDs of the blocking projects with a target date after its start, if both are open. */
  startsBefore: z.array(z.string()),
});
export type RoadmapProject = z.output<typeof RoadmapProject>;

/** A project that couldn't change together with others. */
export const LeftProject = z.strictObject({
  projectId: z.string(),
  /** `WEB`; null if the reader can't see the project anymore. */
  key: z.string().nullable(),
  message: z.string(),
});
export type LeftProject = z.output<typeof LeftProject>;

/** The result of changing several projects: the changed ones, as in lists, and those that couldn't change. */
export interface ChangedProjects {
  projects: Json<Project[]>;
  left: LeftProject[];
  /** The first activity entry, for undo; null without a change. */
  activityId: string | null;
}
