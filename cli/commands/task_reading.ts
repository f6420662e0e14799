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

const args = { task: argument("The task's id or reference: ENG-123") };

const { includeDrafts: _drafts, archived: _archived, ...filters } = filterOptions;

/** Comments as a terminal tells them, each with the id by which it can be changed. */
function tellComments(comments: Comment[]): string {
  if (comments.length === 0) return "Nobody has said anything yet.";
  return comments.map(({ id, author, createdAt, editedAt, body }) =>
    said(author, [inWords(createdAt), ...(editedAt ? ["changed since"] : []), id], body)
  ).join("\n\n");
}

/** What is below one task, or apart from the list. */
export const commands = [
  longListCommand({
    path: "tasks drafts",
    summary: "List drafts that you see, newest first",
    at: "drafts",
    options: filters,
    plural: "tasks",
    tell: (tasks: Task[]) => taskTable({ tasks, nextCursor: null }),
  }),
  longListCommand({
    path: "tasks activity",
    summary: "List what happened to a task, newest first",
    at: "tasks/{task}/activity",
    args,
    plural: "activity",
    tell: historyRows,
  }),
  listCommand({
    path: "tasks comments",
    summary: "List what was said about a task",
    at: "tasks/{task}/comments",
    args,
    options: { sort: choice("<order>", ["createdAt", "-createdAt"]) },
    plural: "comments",
    tell: tellComments,
  }),
  listCommand({
    path: "tasks approvals",
    summary: "List a task's requests for approval, newest first",
    at: "tasks/{task}/approvals",
    args,
    plural: "approvals",
    tell: approvalRows,
  }),
  listCommand({
    path: "tasks resources",
    summary: "List the links on a task",
    at: "tasks/{task}/resources",
    args,
    plural: "resources",
    tell: inRows(
      ["Id", "Link", "Address"],
      ({ id, title, url }: Resource) => [id, title, url],
      "There is no link on it.",
    ),
  }),
];
