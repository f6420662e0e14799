import type { Member } from "../domain/core/actor.ts";
import { nearDates } from "../domain/core/near_dates.ts";
import type { Project } from "../domain/projects/schema.ts";
import type { ProjectStatus } from "../domain/vocabulary.ts";
import { leading, type MenuAction } from "./menu_action.ts";
import { labelsFor, type OfferedChoice, possibleLeads } from "./choices.ts";
import { isPinned } from "./pins.ts";
import { composePath } from "../../views/paths.ts";
import { projectMenuPath } from "../../views/project_detail_paths.ts";
import { destinationOf } from "./destinations.ts";
import {
  dateActions,
  favoriteAction,
  labelActions,
  priorityActions,
  statusActions,
  typedDate,
} from "./record_actions.ts";
import type { PaletteViewer } from "./schema.ts";
import { teamForNewTask } from "./team_for_new_task.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** Titles of the status actions, in the order of a project's life. */
const statusTitles: Record<ProjectStatus, string> = {
  backlog: "Move project to backlog",
  planned: "Mark project as planned",
  active: "Mark project as active",
  completed: "Complete project",
  cancelled: "Cancel project",
};

/** Returns all actions on a project, by intent. @param text filters the choices */
export async function projectMenu(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  project: Project,
  text: string,
): Promise<MenuAction[]> {
  const { actor, now } = context;
  const people = await possibleLeads(context, project.id, text);
  const labels = await labelsFor(context, "project", text);
  const { weekStart } = actor.preferences;
  const dates = nearDates(now, viewer.timeZone, weekStart);
  const typed = typedDate(text, now, viewer.timeZone, weekStart);
  return [
    ...statuses(viewer, project),
    ...dateActions(dateOf(project, "startDate"), dates, typed),
    ...dateActions(dateOf(project, "targetDate"), dates, typed),
    ...leadChoices(viewer, project, people),
    ...priorityActions("project", project.priority),
    ...projectLaunches(actor, viewer, project),
    ...labelActions("project", project.labels, labels),
    favoriteAction("project", await isPinned(context, "project", project.id)),
  ];
}

/** Returns the actions that open pages from a project. */
export function projectLaunches(
  actor: Member,
  viewer: PaletteViewer,
  { id, lead, teams }: Project,
): MenuAction[] {
  const teamId = teamForNewTask(actor, teams.map((team) => team.id));
  const composer = composePath({ projectId: id, teamId });
  return [
    leading("project.open", "Open project", destinationOf("project", id)),
    ...lead
      ? [
        leading(
          "project.openLead",
          "Open project lead",
          destinationOf("person", lead.id),
          lead.name,
        ),
      ]
      : [],
    ...viewer.canCreateTasks
      ? [leading("project.createTask", "Create task in project", composer)]
      : [],
  ];
}

/** Returns the actions of a found project in the main list. */
export function projectHeadlines(
  actor: Member,
  viewer: PaletteViewer,
  project: Project,
): MenuAction[] {
  return [
    ...projectLaunches(actor, viewer, project).filter(({ group }) => group === "Create"),
    ...statuses(viewer, project).slice(0, 2),
  ];
}

/** Returns the actions that override the status, shown only to managers and the lead. */
function statuses(viewer: PaletteViewer, { leadId, status }: Project): MenuAction[] {
  const may = viewer.isWorkspaceManager || leadId === viewer.profileId;
  return may ? statusActions("project", status, statusTitles) : [];
}

function leadChoices(
  viewer: PaletteViewer,
  { leadId }: Project,
  people: OfferedChoice[],
): MenuAction[] {
  const giving = (title: string, value: string, hint?: string): MenuAction => {
    return { command: "project.setLead", title, group: "Lead", value, hint };
  };
  const mine = viewer.isWorkspaceManager && leadId !== viewer.profileId;
  const others = people.filter(({ id }) => id !== viewer.profileId && id !== leadId);
  return [
    ...mine ? [giving("Make me lead of project", viewer.profileId)] : [],
    ...others.map(({ id, name, key }) => giving(`Set project lead: ${name}`, id, `@${key}`)),
  ];
}

function dateOf(project: Project, field: "startDate" | "targetDate") {
  const Field = field === "startDate" ? "StartDate" : "TargetDate";
  return {
    name: field === "startDate" ? "project start date" : "project target date",
    group: field === "startDate" ? "Start date" : "Target date",
    set: `project.set${Field}`,
    clear: `project.clear${Field}`,
    menu: projectMenuPath(project.id, field === "startDate" ? "start" : "target"),
    isSet: project[field] !== null,
    isOn: (date: string) => project[field] === date,
  };
}
