import type {
  Milestone,
  ProjectDetail,
  ProjectUpdate,
} from "../../server/domain/projects/schema.ts";
import { ask, workspacePath } from "../client.ts";
import {
  argument,
  choice,
  command,
  flag,
  list,
  optionalArgument,
  requiredValue,
  value,
} from "../command.ts";
import { print } from "../output.ts";
import { givenAndCleared, requireChange } from "../patch.ts";
import { formatUpdates, milestoneRows, projectDetail } from "../project_views.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings } from "../settings.ts";
import { priorities } from "../task_fields.ts";

const which = { project: argument("Project, by ID, key, or name") };
const healths = ["onTrack", "atRisk", "offTrack"];

const fields = {
  key: value("<key>", "Key, such as WEB"),
  summary: value("<text>", "Summary, in one line"),
  description: value("<text>", "Description in Markdown; - reads standard input or opens $EDITOR"),
  leadId: value("<id>", 'Lead, by profile ID, username, name, or "me"'),
  memberId: list("<id>", "Member of the project, by profile ID, username, or name (repeatable)"),
  teamId: list("<id>", "Team of the project (repeatable)"),
  label: list("<label>", "Project label (repeatable)"),
  priority: choice("<priority>", priorities),
  status: choice("<status>", ["backlog", "planned", "active", "completed", "cancelled"]),
  startDate: value("<day>", "Start date, such as 2026-12-03"),
  targetDate: value("<day>", "Target date"),
};

/** The lists of an update, which replace the current ones. */
const replacing = {
  memberId: list(
    "<id>",
    "Member, by profile ID, username, or name; replaces the current members (repeatable)",
  ),
  teamId: list("<id>", "Team of the project; replaces the current teams (repeatable)"),
  label: list("<label>", "Project label; replaces the current labels (repeatable)"),
};

/** The options that clear a field, with the field's name. */
const clears = {
  clearSummary: "summary",
  clearDescription: "description",
  clearLead: "leadId",
  clearStatus: "status",
  clearStartDate: "startDate",
  clearTargetDate: "targetDate",
} as const;

const clearing = {
  clearSummary: flag("Remove the summary"),
  clearDescription: flag("Remove the description"),
  clearLead: flag("Remove the lead"),
  clearStatus: flag("Derive the status from the project's tasks"),
  clearStartDate: flag("Remove the start date"),
  clearTargetDate: flag("Remove the target date"),
};

type Given = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** Builds a request body from options. @throws Failure if a field is both set and cleared */
async function bodyOf(given: Given): Promise<Record<string, unknown>> {
  const { memberId: memberIds, teamId: teamIds, label: labels, ...rest } = given;
  const body: Record<string, unknown> = { ...rest, memberIds, teamIds, labels };
  for (const [clear, field] of Object.entries(clears)) {
    delete body[clear];
    if (!given[clear]) continue;
    if (given[field] !== undefined) throw givenAndCleared(field, clear);
    body[field] = null;
  }
  if (body.description === "-") body.description = await readInput();
  return body;
}

type Answer = { project: ProjectDetail };

export const commands = [
  command({
    path: "projects create",
    summary: "Create a project",
    options: {
      name: requiredValue("<name>", "Name"),
      ...fields,
      templateId: value("<id>", "Project template that fills in the other fields"),
    },
    async run({ options, globals }) {
      const body = await bodyOf(options);
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/projects`;
      await print(
        globals,
        await ask<Answer>(settings, { method: "POST", path, body }),
        projectDetail,
      );
    },
  }),
  command({
    path: "projects update",
    summary: "Update a project",
    args: which,
    options: { name: value("<name>", "Name"), ...fields, ...replacing, ...clearing },
    async run({ path: typed, args: { project }, options, globals }) {
      const body = requireChange(typed, await bodyOf(options));
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/projects/${encodeURIComponent(project)}`;
      await print(
        globals,
        await ask<Answer>(settings, { method: "PATCH", path, body }),
        projectDetail,
      );
    },
  }),
  command({
    path: "projects report",
    summary: "Post a project update",
    args: {
      ...which,
      health: argument("Health: onTrack, atRisk, or offTrack", healths),
      body: optionalArgument(
        "Text in Markdown (default: standard input or $EDITOR)",
      ),
    },
    async run({ args: { project, health, body: given = "-" }, globals }) {
      const body = { health, body: given === "-" ? await readInput() : given };
      const settings = resolveSettings(globals);
      const projects = `${await workspacePath(settings)}/projects`;
      const path = `${projects}/${encodeURIComponent(project)}/updates`;
      const answer = await ask<{ update: ProjectUpdate }>(settings, { method: "POST", path, body });
      await print(globals, answer, ({ update }) => formatUpdates([update]));
    },
  }),
  command({
    path: "projects add-milestone",
    summary: "Add a milestone to a project",
    args: { ...which, name: argument("Name of the milestone") },
    options: {
      description: value("<text>", "Description"),
      targetDate: value("<day>", "Target date, such as 2026-12-03"),
    },
    async run({ args: { project, name }, options, globals }) {
      const settings = resolveSettings(globals);
      const projects = `${await workspacePath(settings)}/projects`;
      const path = `${projects}/${encodeURIComponent(project)}/milestones`;
      const asked = { method: "POST", path, body: { name, ...options } } as const;
      const answer = await ask<{ milestone: Milestone }>(settings, asked);
      await print(globals, answer, ({ milestone }) => milestoneRows([milestone]));
    },
  }),
];
