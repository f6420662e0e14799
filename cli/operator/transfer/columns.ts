import { z } from "zod";
import { activityKinds } from "../../../server/domain/activity/kinds.ts";
import { agentRoles } from "../../../server/domain/agents/schema.ts";
import { ApprovalCreate, ApprovalDecision } from "../../../server/domain/approvals/schema.ts";
import { AutomationCreate } from "../../../server/domain/automations/schema.ts";
import { commentBody } from "../../../server/domain/comments/schema.ts";
import { automationScopes, workspaceRoles } from "../../../server/domain/core/actor.ts";
import { email, key, line, name, taskTitle } from "../../../server/domain/core/fields.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { POSITION_KEY } from "../../../server/domain/tasks/position_keys.ts";
import { Data } from "../../../server/domain/inbox/schema.ts";
import { LabelPatch } from "../../../server/domain/labels/schema.ts";
import { MilestonePatch } from "../../../server/domain/milestones/schema.ts";
import { SomeChannels } from "../../../server/domain/preferences/channels.ts";
import { Preferences, sidebarGroups } from "../../../server/domain/preferences/schema.ts";
import { ProfilePatch } from "../../../server/domain/profiles/schema.ts";
import {
  TemplateDefaults,
  TemplatePatch,
} from "../../../server/domain/project_templates/schema.ts";
import { UpdatePost } from "../../../server/domain/project_updates/schema.ts";
import { ProjectPatch } from "../../../server/domain/projects/schema.ts";
import { ResourceCreate } from "../../../server/domain/resources/schema.ts";
import {
  ViewCreate,
  viewFilters,
  viewKinds,
  viewScopes,
} from "../../../server/domain/saved_views/schema.ts";
import { displayFields } from "../../../server/domain/tasks/display.ts";
import { plainNames } from "../../../server/domain/tasks/plain_fields.ts";
import { TaskPatch } from "../../../server/domain/tasks/schema.ts";
import { TeamPatch, teamRole } from "../../../server/domain/teams/schema.ts";
import { TaskTemplatePatch } from "../../../server/domain/task_templates/schema.ts";
import * as words from "../../../server/domain/vocabulary.ts";
import { timeZone } from "../../../server/domain/core/time_zone.ts";
import type { Line } from "./format.ts";

type Rule = z.ZodType | ((record: Line["record"]) => z.ZodType);

/** Validates JSON text against a schema. */
function json(schema: z.ZodType) {
  return z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "Use valid JSON." });
      return z.NEVER;
    }
  }).pipe(schema);
}

/** The maximum length of an imported task's key, in characters. */
const FOREIGN_KEY = 300;

const id = z.string().regex(
  /^[a-z]+_\w{1,90}$/,
  "Use an ID such as task_01kkgqt880ec68mygyx05sdq3r.",
);
const flag = z.union([z.literal(0), z.literal(1)], "Use 0 or 1.");
const count = z.int("Use a whole number.").min(0, "Use a whole number, 0 or greater.");
const priority = count.max(words.priorities.length - 1, "Use a priority from 0 to 4.");
const day = z.iso.date("Use a day such as 2026-12-03.")
  .refine((value) => value >= "1970", "Use a year from 1970 to 9999.");
const moment = z.iso.datetime({
  precision: 3,
  error: "Use a time such as 2026-12-03T17:00:00.000Z.",
}).refine((value) => value >= "1970", "Use a year from 1970 to 9999.");
const viewKey = z.string().regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "Use lowercase letters, digits, and dashes.",
)
  .max(60);
const workspaceRole = z.enum(workspaceRoles);
const happening = z.string().regex(
  /^\w{1,40}\.\w{1,60}$/,
  "Use a kind such as member.role_changed.",
);
const texts = json(z.array(z.string()));

const fieldVersions = json(z.record(z.string().regex(/^(\*|\w{1,40})$/), count));
const place = z.string().regex(POSITION_KEY, "Use a position key from a Backlog export.");
const keptAsSaid = Object.fromEntries(plainNames.map((name) => [name, TaskPatch.shape[name]]));

const shapes = new Map(activityKinds.map(({ kind, shape }) => [String(kind), json(shape)]));

/** Rules for columns by name, in all tables. A column that ends in `_at` or `_id` can use the rule of that ending. */
export const named: Record<string, Rule> = {
  id,
  _id: id,
  user_id: email,
  invited_by: id,
  credential_id: key,
  _at: moment,
  target_date: day,
  start_date: day,
  deadline_at: day,
  name,
  name_key: ({ name }) => z.literal(nameKey(String(name)), "`name_key` doesn't match `name`."),
  email,
  version: count,
  revision: count,
  progress_version: count,
  position: count,
  number: count,
  next_number: count,
  task_count: count,
  arrivals: count,
  priority,
  private: flag,
  is_default: flag,
  draft: flag,
  following: flag,
  latest: flag,
  every_public_team: flag,
  shortcuts: flag,
  interface: z.enum(["web", "api", "cli", "system"]),
  health: z.enum(words.healths),
};

/** Rules for columns of a specific table. */
export const ofTable: Record<string, Record<string, Rule>> = {
  person: {
    theme: z.enum(["system", "light", "dark"]),
    sidebar: z.enum(["open", "closed"]),
    sidebar_folded: json(z.array(z.enum(sidebarGroups)).max(sidebarGroups.length)),
    notifications: json(SomeChannels),
    lists: json(Preferences.shape.lists),
    start_page: Preferences.shape.startPage,
    time_zone: timeZone,
    week_start: Preferences.shape.weekStart,
    density: Preferences.shape.density,
  },
  workspaces: { time_zone: timeZone },
  profiles: {
    kind: z.enum(["human", "agent"]),
    role: workspaceRole,
    username: ProfilePatch.shape.username,
    title: ProfilePatch.shape.title,
    bio: ProfilePatch.shape.bio,
    color: ProfilePatch.shape.color,
  },
  workflow_states: { status: z.enum(words.taskStatuses) },
  teams: {
    key: TeamPatch.shape.key,
    description: TeamPatch.shape.description,
    expertise_area: TeamPatch.shape.expertiseArea,
  },
  team_former_keys: { key: TeamPatch.shape.key },
  team_members: { role: teamRole },
  task_labels: LabelPatch.shape,
  project_labels: LabelPatch.shape,
  projects: {
    key: ProjectPatch.shape.key,
    summary: ProjectPatch.shape.summary,
    description: ProjectPatch.shape.description,
    status: z.enum(words.projectStatuses),
    status_source: z.enum(["derived", "override"]),
    status_told: z.enum(words.projectStatuses),
    field_versions: fieldVersions,
  },
  project_former_keys: { key: ProjectPatch.shape.key },
  milestones: { description: MilestonePatch.shape.description },
  project_updates: { body: UpdatePost.shape.body },
  project_templates: {
    description: TemplatePatch.shape.description,
    defaults: json(TemplateDefaults),
  },
  tasks: {
    ...keptAsSaid,
    title: taskTitle,
    status: z.enum(words.taskStatuses),
    position: place,
    sibling_position: place,
    field_versions: fieldVersions,
  },
  task_former_references: {
    reference: z.string().regex(/^[A-Z][A-Z0-9]{0,9}-\d{1,15}$/, "Use a reference such as ENG-1."),
  },
  task_relations: { kind: z.enum(words.keptRelations) },
  comments: { body: ({ deleted_at }) => deleted_at ? z.literal("") : commentBody },
  approvals: {
    body: ApprovalCreate.shape.body,
    comment: ApprovalDecision.shape.comment,
    state: z.enum(words.approvalStates),
  },
  task_resources: { title: ResourceCreate.shape.title, url: ResourceCreate.shape.url },
  imported_tasks: { source: key, foreign_key: line(FOREIGN_KEY) },
  imported_comments: { foreign_key: line(FOREIGN_KEY) },
  task_templates: {
    ...keptAsSaid,
    title: TaskTemplatePatch.shape.title,
    status: z.enum(words.taskStatuses),
    label_ids: texts,
  },
  views: {
    ...ViewCreate.shape,
    key: viewKey,
    kind: z.enum(viewKinds),
    scope: z.enum(viewScopes),
    sub_tasks: ViewCreate.shape.subTasks,
    hidden: json(displayFields.hidden),
    filters: ({ kind }) => json(viewFilters[kind as "task" | "project"] ?? z.never()),
  },
  favorites: { kind: z.enum(["task", "project", "view", "team"]) },
  automations: {
    description: AutomationCreate.shape.description,
    provider_type: AutomationCreate.shape.providerType,
    scopes: json(z.array(z.enum(automationScopes))),
  },
  agents: { role: z.enum(agentRoles) },
  notifications: {
    kind: z.enum(words.notificationKinds),
    reason: z.enum(words.notificationKinds),
    snoozed_until: moment,
    subject_kind: z.enum(["task", "project", "approval", "invitation", "taskView", "projectView"]),
    data: json(Data),
  },
  invitations: {
    role: workspaceRole,
    status: z.enum(["pending", "accepted", "declined", "revoked", "expired"]),
  },
  invitation_teams: { role: teamRole },
  activity: {
    subject_kind: z.enum(activityKinds.map(({ subject }) => subject)),
    kind: z.enum(activityKinds.map(({ kind }) => kind)),
    data: ({ kind }) => shapes.get(String(kind)) ?? z.never(),
  },
  audit: {
    credential_kind: z.string().regex(/^\w{1,40}$/),
    address: line(100),
    kind: happening,
    subject_kind: z.string().regex(/^\w{1,40}$/),
    subject_name: line(600),
    data: json(z.record(z.string(), z.unknown())),
  },
};
