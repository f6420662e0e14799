import type { Context } from "hono";
import { perform } from "../../domain/core/operation.ts";
import { knownFilters } from "../../domain/saved_views/known_filters.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { Env } from "../../http/env.ts";
import { csvAnswer } from "../csv.ts";
import { required } from "../visit.ts";
import { filtersOf, queryOf } from "./list_query.ts";

/**
 * Responds with a list's tasks as CSV, with the page's filters and order. Filters with missing records are ignored.
 * @throws Invalid for an unknown filter, and for a manual order without exactly one team; errors of `csvAnswer`
 */
export async function tasksCsv(c: Context<Env>): Promise<Response> {
  const member = required(c.get("member") ?? null);
  const deps = c.get("deps");
  const query = queryOf(new URL(c.req.url).searchParams);
  const { filters, fitsNone } = await perform(deps, member, knownFilters, {
    filters: filtersOf(query),
  });
  const { sort } = query;
  const narrowed = { ...filters, ...(sort ? { sort } : {}) };
  return await csvAnswer<Task>(c, member, {
    file: "tasks.csv",
    columns: Object.keys(columns),
    ask: fitsNone
      ? undefined
      : (member, place) => perform(deps, member, listTasks, { ...narrowed, ...place }),
    row: (task) => Object.values(columns).map((told) => told(task) ?? ""),
  });
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
