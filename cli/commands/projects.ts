import { argument, choice, flag, value } from "../command.ts";
import { historyRows } from "../histories.ts";
import {
  formatProgress,
  formatUpdates,
  milestoneRows,
  projectDetail,
  projectRows,
  roadmapRows,
} from "../project_views.ts";
import { listCommand, longListCommand, readCommand } from "../reading.ts";
import { priorities } from "../task_fields.ts";

/** The orders that a list can be asked for in. */
const projectSorts = ["-createdAt", "createdAt", "-updatedAt", "name", "-priority", "targetDate"];

const args = { project: argument("The project's id, key or name") };

const status = value(
  "<statuses>",
  "With any of these statuses; several are separated by commas",
  ["backlog", "planned", "active", "completed", "cancelled"],
);
const whose = {
  leadId: value("<id>", "Led by this profile; me and none are understood"),
  memberId: value("<id>", "On which this profile works; me is understood"),
  teamId: value("<id>", "Of this team"),
  label: value("<label>", "With this label"),
};
const { memberId: _memberId, ...onTheRoadmap } = whose;

export const commands = [
  listCommand({
    path: "projects list",
    summary: "List projects",
    at: "projects",
    options: {
      status,
      ...whose,
      health: value(
        "<healths>",
        "Whose latest update says one of these: onTrack, atRisk, offTrack, none",
        ["onTrack", "atRisk", "offTrack", "none"],
      ),
      priority: value("<priorities>", "With any of these priorities", priorities),
      updatedSince: value("<time>", "Changed since this time: 2026-12-03 or 2026-12-03T17:00:00Z"),
      q: value("<text>", "With these words"),
      sort: choice("<order>", projectSorts),
      archived: flag("Archived ones, in place of the others"),
      includeArchived: flag("Archived ones too"),
    },
    plural: "projects",
    tell: projectRows,
  }),
  listCommand({
    path: "projects roadmap",
    summary: "List the projects that have a date, by when they start",
    at: "roadmap",
    options: {
      from: value("<day>", "Not over before this day: 2026-12-03"),
      to: value("<day>", "Begun by this day"),
      undated: flag("Those without a date, in place of the others"),
      status,
      ...onTheRoadmap,
    },
    plural: "projects",
    tell: roadmapRows,
  }),
  readCommand({
    path: "projects show",
    summary: "Show a project with what happened to it",
    at: "projects/{project}",
    args,
    tell: projectDetail,
  }),
  longListCommand({
    path: "projects activity",
    summary: "List what happened to a project, newest first",
    at: "projects/{project}/activity",
    args,
    plural: "activity",
    tell: historyRows,
  }),
  readCommand({
    path: "projects progress",
    summary: "Show how a project went on, day by day, and when the rest may be done",
    at: "projects/{project}/progress",
    args,
    options: { since: value("<day>", "The first day, 2026-12-03; the first task's without it") },
    tell: formatProgress,
  }),
  listCommand({
    path: "projects milestones",
    summary: "List a project's milestones",
    at: "projects/{project}/milestones",
    args,
    options: { includeArchived: flag("Archived ones too") },
    plural: "milestones",
    tell: milestoneRows,
  }),
  listCommand({
    path: "projects updates",
    summary: "List what was reported of a project, newest first",
    at: "projects/{project}/updates",
    args,
    plural: "updates",
    tell: formatUpdates,
  }),
];
