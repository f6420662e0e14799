import { type Context, Hono } from "hono";
import { textFilterId } from "../../views/tasks/filter_bar.tsx";
import { TaskListPage } from "../../views/tasks/list.tsx";
import { MoreRows } from "../../views/tasks/more.tsx";
import { listPath, tasksPath } from "../../views/paths.ts";
import { html } from "../http/html.ts";
import { askedBy, askingPage, wantsFragment } from "../http/htmx.ts";
import { makeTask, showComposer } from "./compose.tsx";
import type { Env } from "../http/env.ts";
import { shellFrame } from "./shell.ts";
import { furtherRows } from "./list_groups.ts";
import { queryOf } from "./list_query.ts";
import { readingOf, readListing } from "./listing.ts";

/** The list of tasks, and the composer that adds to it. */
export const tasksWeb = new Hono<Env>()
  .get(tasksPath, (c) => {
    const url = new URL(c.req.url);
    if (url.searchParams.has("compose")) return showComposer(c, url.searchParams);
    return wantsFragment(c) ? moreRows(c, url.searchParams) : listPage(c, url);
  })
  .post(tasksPath, (c) => makeTask(c));

async function listPage(c: Context<Env>, url: URL): Promise<Response> {
  const query = queryOf(url.searchParams);
  const { teamId, assigneeId } = query;
  const mine = assigneeId === "me";
  // However a list is narrowed and sorted further, it is still that of its team, or one's own.
  const place = teamId ? { teamId } : mine ? { assigneeId } : {};
  const [frame, listing] = await Promise.all([
    shellFrame(c, listPath(place)),
    readListing(c, url),
  ]);
  const team = frame.teams.find(({ id }) => id === teamId);
  const title = team?.name ?? (mine ? "My tasks" : "Tasks");
  // What is typed letter by letter is one step of the browser's history.
  if (askedBy(c) === `form#${textFilterId}`) c.header("hx-replace-url", listPath(query));
  return html(c, <TaskListPage frame={frame} title={title} {...listing} />);
}

/** More rows for the page that asks; its URL remembers them, so that it comes back with them. */
async function moreRows(c: Context<Env>, search: URLSearchParams): Promise<Response> {
  const { opened, ...rows } = await furtherRows(
    c,
    queryOf(search),
    search.get("cursor") ?? undefined,
    {
      url: askingPage(c),
      key: search.get("key") ?? "all",
      shown: Number(search.get("shown")) || 0,
    },
  );
  if (opened) c.header("hx-replace-url", opened);
  const name = search.get("heading") ?? "this list";
  return html(c, <MoreRows {...rows} name={name} reading={readingOf(c)} />);
}
