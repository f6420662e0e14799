import type { Activity } from "../server/domain/activity/schema.ts";
import type { Task, TaskDetail } from "../server/domain/tasks/schema.ts";
import { listing, table } from "./table.ts";
import { taskFields } from "./task_fields.ts";
import { oneLine } from "./output.ts";
import { inWords } from "./times.ts";

/** A page of tasks from the API. */
export interface TaskPage {
  tasks: Task[];
  nextCursor: string | null;
}

/** Formats a page of tasks for a terminal. */
export function taskTable({ tasks, nextCursor }: TaskPage): string {
  const rows = tasks.map((task) => [
    task.reference,
    task.draft ? "draft" : task.status,
    task.priority === "none" ? "" : task.priority,
    task.assignee?.name ?? "",
    task.title,
  ]);
  const body = table(
    ["Task", "Status", "Priority", "Assignee", "Title"],
    rows,
    "No matching tasks",
  );
  return nextCursor ? `${body}\n\nTo see more, add --all, or --cursor ${nextCursor}` : body;
}

const fieldNames = Object.keys(taskFields) as (keyof typeof taskFields)[];
/** The first fields, in order; the others follow. */
const first = ["status", "priority", "assigneeId", "deadlineAt", "tags"] as const;
const shown = [...new Set([...first, ...fieldNames])].flatMap((field) =>
  taskFields[field].shown ? [taskFields[field].shown] : []
);

/** Formats a task's fields for a terminal. */
export function taskListing({ task }: { task: Task }): string {
  const fields = listing([
    ["Task", `${task.reference}  ${task.title}`],
    ["ID", task.id],
    ...shown.map(([name, value]): [string, string | null | undefined] => [name, value(task)]),
    ["Created", inWords(task.createdAt)],
    ["Changed", inWords(task.updatedAt)],
    ["Archived", task.archivedAt && inWords(task.archivedAt)],
    // The reference is shorter than the ID in the task's own URL
    ["URL", new URL(task.reference, task.url).href],
  ]);
  return task.description ? `${fields}\n\n${paragraphs(task.description)}` : fields;
}

/** Formats a task for a terminal, with sub-tasks, relations, links, approval requests, activity, and comments. */
export function taskDetail({ task }: { task: TaskDetail }): string {
  const children = task.children.map((child) => [child.reference, child.status, child.title]);
  const relations = task.relations.map(({ kind, task: other }) => [
    ...[kind.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`), other.reference],
    ...[other.status, other.title],
  ]);
  const links = task.resources.map(({ title, url }) => [title, url]);
  const approvals = task.approvals.map(({ approver, requester, body }) => [
    ...[approver.name, requester.name, body],
  ]);
  const activity = task.activity.map(happened);
  const comments = task.comments.map(({ author, createdAt, body }) =>
    said(author, [inWords(createdAt)], body)
  );
  return [
    taskListing({ task }),
    ...(children.length > 0 ? [table(["Sub-task", "Status", "Title"], children, "")] : []),
    ...(relations.length > 0
      ? [table(["Relation", "Task", "Status", "Title"], relations, "")]
      : []),
    ...(links.length > 0 ? [table(["Link", "URL"], links, "")] : []),
    ...(approvals.length > 0 ? [table(["Approver", "Requester", "Request"], approvals, "")] : []),
    ...(activity.length > 0 ? [table(["When", "Who", "What", "Change"], activity, "")] : []),
    ...comments,
  ].join("\n\n");
}

/** Formats a comment or update under its author, time, and other facts. */
export function said(author: { name: string }, facts: string[], body: string): string {
  return `${oneLine([author.name, ...facts].join(", "))}\n${paragraphs(body)}`;
}

/** Returns the time, actor, kind, and change of an activity entry. */
export function happened({ createdAt, actor, kind, data, undoneAt }: Activity): string[] {
  const what = kind.replace(/^(task|project)\./, "").replaceAll("_", " ");
  return [
    inWords(createdAt),
    actor?.name ?? "Backlog",
    undoneAt ? `${what}, undone` : what,
    changeOf(data),
  ];
}

/** Formats a change: `planned → progressed`, with records by name. Empty for records without names, such as comments. */
function changeOf({ from, to }: { from?: unknown; to?: unknown }): string {
  if (from === undefined && to === undefined) return "";
  const names = [named(from), named(to)];
  return names.includes(null) ? "" : names.join(" → ");
}

function named(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.map(named).join(", ") || "nothing";
  if (typeof value !== "object") return String(value);
  const { name, reference, title } = value as Record<string, unknown>;
  const known = name ?? reference ?? title;
  return known === undefined ? null : String(known);
}

/** Returns Markdown without characters that control the terminal. */
export function paragraphs(text: string): string {
  return text.replace(/[[\p{Cc}\u2028-\u202e\u2066-\u2069]--[\n\t]]+/gv, "");
}
