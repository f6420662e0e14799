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
  "No matching projects",
);

/** Projects on the roadmap, with their progress. */
export const roadmapRows = inRows(
  ["Project", "Status", "Start", "Target", "Done", "Name"],
  ({ key, status, startDate, targetDate, progress, name }: RoadmapProject) => [
    ...[key, status, startDate ?? "", targetDate ?? "", doneOf(progress), name],
  ],
  "No projects on the roadmap",
);

/** A project's milestones, in order. */
export const milestoneRows = inRows(
  ["ID", "Target", "Done", "State", "Milestone"],
  ({ id, targetDate, progress, archivedAt, name }: Milestone) => [
    ...[id, targetDate ?? "", doneOf(progress), archivedAt === null ? "" : "archived", name],
  ],
  "No milestones yet",
);

/** Formats a project's updates. */
export function formatUpdates(updates: ProjectUpdate[]): string {
  return updates.map(formatUpdate).join("\n\n") || "No project updates yet";
}

function formatUpdate({ author, createdAt, health, body }: ProjectUpdate): string {
  return said(author, [inWords(createdAt), apart(health)], body);
}

/** Formats a project's daily progress and its forecast. */
export function formatProgress({ progress: { days, forecast } }: { progress: ProgressOverTime }) {
  const rows = days.map(({ day, backlogged, planned, progressed, completed, cancelled }) => [
    day,
    ...[backlogged, planned, progressed, completed, cancelled].map(String),
  ]);
  const headings = ["Day", "Backlog", "Planned", "In progress", "Completed", "Cancelled"];
  const body = table(headings, rows, "No tasks in this project yet");
  if (forecast === null) return body;
  const { left, earliest, latest } = forecast;
  const until = latest === null ? `${earliest} at the earliest` : `${earliest} to ${latest}`;
  return `${body}\n\n${left} ${
    left === 1 ? "task" : "tasks"
  } left. Estimated completion: ${until}.`;
}

/** Formats a project with its fields, milestones, updates, and activity. */
export function projectDetail({ project }: { project: ProjectDetail }): string {
  const { key, name, id, status, health, priority, lead, teams, labels, archivedAt } = project;
  const { blockedBy, blocks } = project.dependencies;
  const fields = listing([
    ["Project", `${key}  ${name}`],
    ["ID", id],
    ["Status", archivedAt ? "archived" : status],
    ["Health", health && apart(health)],
    ["Priority", priority],
    ["Lead", lead?.name],
    ["Members", project.members.map((one) => one.name).join(", ")],
    ["Teams", teams.map((one) => one.key).join(", ")],
    ["Labels", labels.map((one) => one.name).join(", ")],
    ["Start date", project.startDate],
    ["Target date", project.targetDate],
    ["Done", doneOf(project.progress)],
    ["Blocked by", blockedBy.map((one) => one.key).join(", ")],
    ["Blocks", blocks.map((one) => one.key).join(", ")],
    ["Former keys", project.formerKeys.join(", ")],
    ["Summary", project.summary],
    ["Created", inWords(project.createdAt)],
    ["Changed", inWords(project.updatedAt)],
    ["URL", project.url],
  ]);
  const activity = project.activity.map(happened);
  return [
    fields,
    ...(project.description ? [paragraphs(project.description)] : []),
    ...(project.milestones.length > 0 ? [milestoneRows(project.milestones)] : []),
    ...(activity.length > 0 ? [table(["When", "Who", "What", "Change"], activity, "")] : []),
    ...project.updates.map(formatUpdate),
  ].join("\n\n");
}

/** Returns the share of completed tasks: `12 of 40`. */
function doneOf({ total, completed }: Progress): string {
  return total === 0 ? "" : `${completed} of ${total}`;
}

/** Turns `onTrack` into `on track`. */
function apart(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
