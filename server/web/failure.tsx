import type { Context } from "hono";
import { Main } from "../../views/layouts/shell.tsx";
import { workspacePath } from "../../views/paths.ts";
import type { Env } from "../http/env.ts";
import type { Failure } from "../http/errors.ts";
import { answerFailure, readsHtml } from "../http/failure.tsx";
import { wantsFragment } from "../http/htmx.ts";
import { table } from "./app.ts";
import { page } from "./page.ts";
import { drawnError, showInPlace } from "./show.tsx";
import { pageAt } from "./table.ts";
import { visitOf } from "./visit.ts";

/** Stands in for the page at an address that has none. */
const noPage = page({ path: workspacePath, who: "members", read: () => ({}) })
  .shows({ title: () => "", main: () => <Main kind="error-main">{null}</Main> });

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

async function showFailure(c: Context<Env>, shown: Failure): Promise<Response> {
  const url = new URL(c.req.url);
  const found = pageAt(table, url) ?? { page: noPage, url, params: {} };
  const at = { visit: await visitOf(c), found };
  const drawn = await drawnError(c, at, { ...shown, message: shown.detail });
  const answer = await showInPlace(c, at, { ...drawn, live: [] }, shown.status);
  if (shown.retryAfter !== undefined) answer.headers.set("retry-after", `${shown.retryAfter}`);
  return answer;
}
