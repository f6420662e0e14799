import type { Context } from "hono";
import { ErrorPage } from "../../views/layouts/error.tsx";
import { ToastPartial } from "../../views/layouts/fragments.tsx";
import { tasksPath } from "../../views/paths.ts";
import { DomainError } from "../domain/core/errors.ts";
import { browserSession } from "./actor.ts";
import type { Env } from "./env.ts";
import { type Failure, problem } from "./errors.ts";
import { frameFor, html } from "./html.ts";
import { wantsFragment } from "./htmx.ts";

/** Reports an error in the format that the client reads: problem details, a page, or a toast. */
export async function answerFailure(c: Context<Env>, shown: Failure): Promise<Response> {
  if (!readsHtml(c)) return problem(c, shown);
  if (shown.retryAfter !== undefined) c.header("retry-after", String(shown.retryAfter));
  if (wantsFragment(c)) {
    const id = shown.status === 500 && `Request ID: ${c.get("requestId")}`;
    const text = [shown.detail, shown.hint, id].filter(Boolean).join(" ");
    return html(c, <ToastPartial kind="error" text={text} />, shown.status);
  }
  const session = await browserSession(c).catch((error) => {
    if (!(error instanceof DomainError)) {
      c.get("deps").logError(error, { requestId: c.get("requestId") });
    }
    return null;
  });
  return html(
    c,
    <ErrorPage
      frame={frameFor(c.get("deps"), session?.principal ?? null)}
      status={shown.status}
      message={shown.detail}
      hint={shown.hint}
      requestId={c.get("requestId")}
      {...(session?.member ? { back: { href: tasksPath, name: "Open your tasks" } } : {})}
    />,
    shown.status,
  );
}

/** Returns whether a path is for programs, which get JSON for a wrong address, instead of a page or a redirect. */
export function isForPrograms(path: string): boolean {
  return /^\/(api|assets|health|metrics|openapi\.json)(\/|$)/.test(path);
}

/** Returns whether the client reads HTML: a browser that opens a page, or htmx. */
export function readsHtml(c: Context<Env>): boolean {
  if (isForPrograms(c.req.path)) return false;
  return (c.req.header("accept") ?? "").includes("text/html");
}
