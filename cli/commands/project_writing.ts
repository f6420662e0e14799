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

const which = { project: argument("The project's id, key or name") };
const healths = ["onTrack", "atRisk", "offTrack"];

const fields = {
  key: value("<key>", "What it is known by: WEB"),
  summary: value("<text>", "What it is for, in one line"),
  description: value("<text>", "The same at length; - reads it from standard input or $EDITOR"),
  leadId: value("<id>", "The profile that leads it; me is understood"),
  memberId: list("<id>", "A profile that works on it; repeat it for several"),
  teamId: list("<id>", "A team of its; repeat it for several"),
  label: list("<label>", "A project label; repeat it for several"),
  priority: choice("<priority>", priorities),
  status: choice("<status>", ["backlog", "planned", "active", "completed", "cancelled"]),
  startDate: value("<day>", "The day it begins: 2026-12-03"),
  targetDate: value("<day>", "The day it is due"),
};

/** What an option takes away, and which field that is. */
const clears = {
  clearSummary: "summary",
  clearDescription: "description",
  clearLead: "leadId",
  clearStatus: "status",
  clearStartDate: "startDate",
  clearTargetDate: "targetDate",
} as const;

const clearing = {
  clearSummary: flag("Take the summary away"),
  clearDescription: flag("Take the description away"),
  clearLead: flag("Leave it to nobody"),
  clearStatus: flag("Let the status follow from its tasks"),
  clearStartDate: flag("Take the first day away"),
  clearTargetDate: flag("Take the day it is due away"),
};

type Given = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** The fields of a project as options give them. @throws Failure where one is both given and taken away */
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
      name: requiredValue("<name>", "How it is called"),
      ...fields,
      templateId: value("<id>", "The project template that fills what isn't given"),
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
    summary: "Change a project",
    args: which,
    options: { name: value("<name>", "How it is called"), ...fields, ...clearing },
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
    summary: "Report how a project goes",
    args: {
      ...which,
      health: argument("How it goes: onTrack, atRisk or offTrack", healths),
      body: optionalArgument(
        "What there is to say, in Markdown; - or nothing: standard input, or $EDITOR",
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
    args: { ...which, name: argument("What is reached by it") },
    options: {
      description: value("<text>", "What it takes"),
      targetDate: value("<day>", "The day it is due: 2026-12-03"),
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
