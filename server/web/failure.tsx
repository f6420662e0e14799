import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { type Failure, notFound } from "../http/errors.ts";
import { answerFailure, readsHtml } from "../http/failure.tsx";
import { wantsFragment } from "../http/htmx.ts";
import { withoutTrailingSlash } from "../http/trailing_slash.ts";
import { table } from "./app.ts";
import { noPageAt } from "./no_page.tsx";
import { servePage } from "./serve_page.tsx";
import { drawnError, showInPlace } from "./show.tsx";
import { pageAt } from "./table.ts";
import { visitOf } from "./visit.ts";

/**
 * Reports an error as `answerFailure` does, but with the sidebar on a member's page. If the sidebar fails too, the error
 * is a page of its own.
 */
export async function answerFailureInShell(c: Context<Env>, shown: Failure): Promise<Response> {
  if (c.get("member") && readsHtml(c) && !wantsFragment(c)) {
    try {
      return await showFailure(c, shown);
    } catch (error) {
      c.get("deps").logError(error, { requestId: c.get("requestId") });
    }
  }
  return await answerFailure(c, shown);
}

/** Responds to an address without a route. For a member, the response keeps the sidebar and its live changes. */
export async function answerUnknown(c: Context<Env>): Promise<Response> {
  const redirected = withoutTrailingSlash(c);
  if (redirected) return redirected;
  const reads = ["GET", "HEAD"].includes(c.req.method);
  if (reads && c.get("member")) return await servePage(c, table);
  return await answerFailureInShell(c, notFound(c.req.path));
}

async function showFailure(c: Context<Env>, shown: Failure): Promise<Response> {
  const url = new URL(c.req.url);
  const found = pageAt(table, url) ?? noPageAt(url);
  const at = { visit: await visitOf(c), found };
  const drawn = await drawnError(c, at, { ...shown, message: shown.detail });
  const answer = await showInPlace(c, at, { ...drawn, live: [] }, shown.status);
  if (shown.retryAfter !== undefined) answer.headers.set("retry-after", `${shown.retryAfter}`);
  return answer;
}
