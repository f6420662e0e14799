import type {
  Milestone,
  Progress,
  ProgressOverTime,
  ProjectDetail,
  ProjectUpdate,
  RoadmapProject,
} from "../server/domain/projects/schema.ts";
import { inRows } from "./reading.ts";
import { listing, table } from "./table.ts";
import { happened, paragraphs, said } from "./task_views.ts";
import { inWords } from "./times.ts";

interface Row {
  key: string;
  name: string;
  status: string;
  targetDate?: string | null;
}

/** Projects for a terminal. */
export const projectRows = inRows(
  ["Project", "Status", "Target", "Name"],
  ({ key, status, targetDate, name }: Row) => [key, status, targetDate ?? "", name],
  "No project matches.",
);

/** Projects by when they are done, with how far they are. */
export const roadmapRows = inRows(
  ["Project", "Status", "Starts", "Target", "Done", "Name"],
  ({ key, status, startDate, targetDate, progress, name }: RoadmapProject) => [
    ...[key, status, startDate ?? "", targetDate ?? "", doneOf(progress), name],
  ],
  "No project is on the roadmap.",
);

/** A project's steps, in its order. */
export const milestoneRows = inRows(
  ["Id", "Target", "Done", "Is", "Milestone"],
  ({ id, targetDate, progress, archivedAt, name }: Milestone) => [
    ...[id, targetDate ?? "", doneOf(progress), archivedAt === null ? "" : "archived", name],
  ],
  "The project has no milestone.",
);

/** What was reported of a project. */
export function formatUpdates(updates: ProjectUpdate[]): string {
  return updates.map(tellUpdate).join("\n\n") || "Nothing was reported yet.";
}

function tellUpdate({ author, createdAt, health, body }: ProjectUpdate): string {
  return said(author, [inWords(createdAt), apart(health)], body);
}

/** How a project went on, day by day, and when the rest may be done. */
export function formatProgress({ progress: { days, forecast } }: { progress: ProgressOverTime }) {
  const rows = days.map(({ day, backlogged, planned, progressed, completed, cancelled }) => [
    day,
    ...[backlogged, planned, progressed, completed, cancelled].map(String),
  ]);
  const headings = ["Day", "Backlog", "Planned", "In progress", "Completed", "Cancelled"];
  const body = table(headings, rows, "No task belongs to it yet.");
  if (forecast === null) return body;
  const { left, earliest, latest } = forecast;
  const until = latest === null ? `${earliest} at the earliest` : `${earliest} to ${latest}`;
  return `${body}\n\n${left} ${left === 1 ? "task is" : "tasks are"} left; done ${until}.`;
}

/** One project whole: its fields, milestones, reports, what happened to it. */
export function projectDetail({ project }: { project: ProjectDetail }): string {
  const { key, name, id, status, health, priority, lead, teams, labels, archivedAt } = project;
  const { blockedBy, blocks } = project.dependencies;
  const fields = listing([
    ["Project", `${key}  ${name}`],
    ["Id", id],
    ["Status", archivedAt ? "archived" : status],
    ["Health", health && apart(health)],
    ["Priority", priority],
    ["Lead", lead?.name],
    ["Members", project.members.map((one) => one.name).join(", ")],
    ["Teams", teams.map((one) => one.key).join(", ")],
    ["Labels", labels.map((one) => one.name).join(", ")],
    ["Starts", project.startDate],
    ["Target", project.targetDate],
    ["Done", doneOf(project.progress)],
    ["Waits for", blockedBy.map((one) => one.key).join(", ")],
    ["Holds up", blocks.map((one) => one.key).join(", ")],
    ["Was called", project.formerKeys.join(", ")],
    ["Summary", project.summary],
    ["Created", inWords(project.createdAt)],
    ["Changed", inWords(project.updatedAt)],
    ["Open", project.url],
  ]);
  const activity = project.activity.map(happened);
  return [
    fields,
    ...(project.description ? [paragraphs(project.description)] : []),
    ...(project.milestones.length > 0 ? [milestoneRows(project.milestones)] : []),
    ...(activity.length > 0 ? [table(["When", "Who", "What", "Change"], activity, "")] : []),
    ...project.updates.map(tellUpdate),
  ].join("\n\n");
}

/** How many of the tasks are done: `12 of 40`. */
function doneOf({ total, completed }: Progress): string {
  return total === 0 ? "" : `${completed} of ${total}`;
}

/** `onTrack` as one reads it: `on track`. */
function apart(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
