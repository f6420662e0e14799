import type { Comment } from "../../server/domain/comments/schema.ts";
import type { Resource } from "../../server/domain/resources/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { argument, choice } from "../command.ts";
import { historyRows } from "../histories.ts";
import { inRows, listCommand, longListCommand } from "../reading.ts";
import { filterOptions } from "../task_filters.ts";
import { said, taskTable } from "../task_views.ts";
import { inWords } from "../times.ts";
import { approvalRows } from "./approvals.ts";

const args = { task: argument("Task, by ID or reference, such as ENG-123") };

const { includeDrafts: _drafts, archived: _archived, ...filters } = filterOptions;

/** Formats comments for a terminal, with the IDs that other commands need. */
function formatComments(comments: Comment[]): string {
  if (comments.length === 0) return "No comments yet";
  return comments.map(({ id, author, createdAt, editedAt, body }) =>
    said(author, [inWords(createdAt), ...(editedAt ? ["edited"] : []), id], body)
  ).join("\n\n");
}

/** Commands that list drafts and parts of a task. */
export const commands = [
  longListCommand({
    path: "tasks drafts",
    summary: "List drafts, newest first",
    at: "drafts",
    options: filters,
    plural: "tasks",
    format: (tasks: Task[]) => taskTable({ tasks, nextCursor: null }),
  }),
  longListCommand({
    path: "tasks activity",
    summary: "List a task's activity, newest first",
    at: "tasks/{task}/activity",
    args,
    plural: "activity",
    format: historyRows,
  }),
  listCommand({
    path: "tasks comments",
    summary: "List a task's comments",
    at: "tasks/{task}/comments",
    args,
    options: { sort: choice("<order>", ["createdAt", "-createdAt"]) },
    plural: "comments",
    format: formatComments,
  }),
  listCommand({
    path: "tasks approvals",
    summary: "List a task's approval requests, newest first",
    at: "tasks/{task}/approvals",
    args,
    plural: "approvals",
    format: approvalRows,
  }),
  listCommand({
    path: "tasks resources",
    summary: "List a task's links",
    at: "tasks/{task}/resources",
    args,
    plural: "resources",
    format: inRows(
      ["ID", "Link", "URL"],
      ({ id, title, url }: Resource) => [id, title, url],
      "No links yet",
    ),
  }),
];
