import { type Context, Hono } from "hono";
import { TaskListPage } from "../../views/tasks/list.tsx";
import { MoreRows } from "../../views/tasks/more.tsx";
import { listPath, type ListQuery, tasksPath } from "../../views/paths.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { makeTask, showComposer } from "./compose.tsx";
import type { Env } from "../http/env.ts";
import { shellFrame } from "./shell.ts";
import { queryOf, readListing, readPage } from "./listing.ts";

/** The list of tasks, and the composer that adds to it. */
export const tasksWeb = new Hono<Env>()
  .get(tasksPath, async (c) => {
    const search = new URL(c.req.url).searchParams;
    if (search.has("compose")) return showComposer(c, search);
    const query = queryOf(search);
    const cursor = search.get("cursor") ?? undefined;
    if (wantsFragment(c)) return moreRows(c, query, cursor, search.get("heading"));
    const [frame, listing] = await Promise.all([
      shellFrame(c, listPath(query)),
      readListing(c, query, cursor),
    ]);
    const team = frame.teams.find(({ id }) => id === query.teamId);
    const title = team?.name ?? (query.assigneeId === "me" ? "My tasks" : "Tasks");
    return html(c, <TaskListPage frame={frame} title={title} {...listing} />);
  })
  .post(tasksPath, (c) => makeTask(c));

async function moreRows(
  c: Context<Env>,
  query: ListQuery,
  cursor: string | undefined,
  heading: string | null,
): Promise<Response> {
  const page = await readPage(c, query, cursor);
  const reading = { now: c.get("deps").clock(), timeZone: c.get("member").workspace.timeZone };
  return html(c, <MoreRows {...page} name={heading ?? "this list"} reading={reading} />);
}
