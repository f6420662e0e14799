import type { Context } from "hono";
import type { Member } from "../../domain/core/actor.ts";
import { perform } from "../../domain/core/operation.ts";
import { knownFilters } from "../../domain/saved_views/known_filters.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { Env } from "../../http/env.ts";
import { csvAnswer, csvLine, pagesOf } from "../csv.ts";
import { required } from "../visit.ts";
import { filtersOf, queryOf } from "./list_query.ts";

/**
 * Responds with a list's tasks as CSV, with the page's filters and order. Filters with missing records are ignored.
 * @throws Invalid for an unknown filter, and for a manual order without exactly one team
 */
export async function tasksCsv(c: Context<Env>): Promise<Response> {
  const member = required(c.get("member") ?? null);
  const pages = tasksIn(c, member);
  // Errors are sent before the first byte
  const first = await pages.next();
  return csvAnswer(c, "tasks.csv", linesOf(first.value ?? [], pages));
}

async function* linesOf(first: readonly Task[], others: AsyncIterable<readonly Task[]>) {
  yield csvLine(Object.keys(columns));
  for (const task of first) yield lineOf(task);
  for await (const tasks of others) for (const task of tasks) yield lineOf(task);
}

async function* tasksIn(c: Context<Env>, member: Member): AsyncGenerator<readonly Task[], void> {
  const deps = c.get("deps");
  const query = queryOf(new URL(c.req.url).searchParams);
  const { filters, fitsNone } = await perform(deps, member, knownFilters, {
    filters: filtersOf(query),
  });
  if (fitsNone) return;
  const { sort } = query;
  const narrowed = { ...filters, ...(sort ? { sort } : {}) };
  yield* pagesOf((place) => perform(deps, member, listTasks, { ...narrowed, ...place }));
}

/** The values of a task, by column name. */
const columns: Record<string, (task: Task) => string | null | undefined> = {
  reference: ({ reference }) => reference,
  title: ({ title }) => title,
  status: ({ status }) => status,
  state: ({ state }) => state.name,
  priority: ({ priority }) => priority,
  assignee: ({ assignee }) => assignee?.name,
  project: ({ project }) => project?.name,
  milestone: ({ milestone }) => milestone?.name,
  labels: ({ labels }) => labels.map(({ name }) => name).join(", "),
  deadline: ({ deadlineAt }) => deadlineAt,
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  completed: ({ completedAt }) => completedAt,
  address: ({ url }) => url,
  description: ({ description }) => description,
};

const lineOf = (task: Task) => csvLine(Object.values(columns).map((told) => told(task) ?? ""));
