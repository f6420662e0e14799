import type { Context } from "hono";
import type { HistoryRange } from "../../views/paths.ts";
import type { Env } from "../http/env.ts";
import { askingPage, wantsFragment } from "../http/htmx.ts";

const names = ["comments", "commentsBefore", "history", "historyBefore"] as const;

/**
 * How far back a task's page is to tell: as the URL asked for says. Where that says nothing and htmx asks for a part
 * of a page, that page goes on telling what it told.
 */
export function historyRangeOf(c: Context<Env>): HistoryRange {
  const own = new URL(c.req.url).searchParams;
  const page = wantsFragment(c) ? askingPage(c)?.searchParams : undefined;
  const search = page && !names.some((name) => own.has(name)) ? page : own;
  return Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined]));
}
