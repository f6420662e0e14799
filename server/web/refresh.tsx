import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Partial } from "../../views/layouts/fragments.tsx";
import { tasksPath } from "../../views/paths.ts";
import { TaskDetailMain } from "../../views/tasks/detail.tsx";
import { TaskListMain } from "../../views/tasks/list.tsx";
import { DomainError } from "../domain/core/errors.ts";
import { askingPage } from "../http/htmx.ts";
import { readDetail } from "./detail.ts";
import type { Env } from "../http/env.ts";
import { readListing } from "./listing.ts";

const DETAIL_PATH = /^\/workspace\/tasks\/([^/]+)$/;

/**
 * The page from which htmx asks as it now stands, to be morphed into place; null where it shows no task, or can't be
 * shown any more: what was changed is changed all the same, and the answer says so.
 */
export async function mainPartial(c: Context<Env>): Promise<JSX.Element | null> {
  const main = await mainOf(c, askingPage(c)).catch((error) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  return main && <Partial target="#main">{main}</Partial>;
}

async function mainOf(c: Context<Env>, url: URL | null): Promise<JSX.Element | null> {
  if (!url) return null;
  if (url.pathname === tasksPath && !url.searchParams.has("compose")) {
    return <TaskListMain {...await readListing(c, url)} />;
  }
  const reference = DETAIL_PATH.exec(url.pathname)?.[1];
  return reference ? <TaskDetailMain {...await readDetail(c, reference)} /> : null;
}
