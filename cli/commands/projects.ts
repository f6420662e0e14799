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

/** The sort orders of a project list. */
const projectSorts = ["-createdAt", "createdAt", "-updatedAt", "name", "-priority", "targetDate"];

const args = { project: argument("Project, by ID, key, or name") };

const status = value(
  "<statuses>",
  "Filter by any of these statuses, comma-separated",
  ["backlog", "planned", "active", "completed", "cancelled"],
);
const whose = {
  leadId: value("<id>", 'Filter by lead, or "me" or "none"'),
  memberId: value("<id>", 'Filter by member, or "me"'),
  teamId: value("<id>", "Filter by team"),
  label: value("<label>", "Filter by label"),
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
        "Filter by health in the latest update: onTrack, atRisk, offTrack, or none",
        ["onTrack", "atRisk", "offTrack", "none"],
      ),
      priority: value("<priorities>", "Filter by any of these priorities", priorities),
      updatedSince: value(
        "<time>",
        "Only projects changed since this time, such as 2026-12-03 or 2026-12-03T17:00:00Z",
      ),
      q: value("<text>", "Text to search for"),
      sort: choice("<order>", projectSorts),
      archived: flag("List only archived records"),
      includeArchived: flag("Include archived records"),
    },
    plural: "projects",
    format: projectRows,
  }),
  listCommand({
    path: "projects roadmap",
    summary: "List projects with dates, by start date",
    at: "roadmap",
    options: {
      from: value(
        "<day>",
        "Only projects with a target date on or after this day, such as 2026-12-03",
      ),
      to: value("<day>", "Only projects that start on or before this day"),
      undated: flag("List only projects without dates"),
      status,
      ...onTheRoadmap,
    },
    plural: "projects",
    format: roadmapRows,
  }),
  readCommand({
    path: "projects show",
    summary: "Show a project with its activity",
    at: "projects/{project}",
    args,
    format: projectDetail,
  }),
  longListCommand({
    path: "projects activity",
    summary: "List a project's activity, newest first",
    at: "projects/{project}/activity",
    args,
    plural: "activity",
    format: historyRows,
  }),
  readCommand({
    path: "projects progress",
    summary: "Show a project's daily progress and its forecast",
    at: "projects/{project}/progress",
    args,
    options: {
      since: value("<day>", "First day, such as 2026-12-03 (default: the first task's day)"),
    },
    format: formatProgress,
  }),
  listCommand({
    path: "projects milestones",
    summary: "List a project's milestones",
    at: "projects/{project}/milestones",
    args,
    options: { includeArchived: flag("Include archived records") },
    plural: "milestones",
    format: milestoneRows,
  }),
  listCommand({
    path: "projects updates",
    summary: "List a project's updates, newest first",
    at: "projects/{project}/updates",
    args,
    plural: "updates",
    format: formatUpdates,
  }),
];
