import type { Context } from "hono";
import { Forbidden, Unauthenticated } from "../domain/core/errors.ts";
import { authenticate } from "../domain/sessions/authenticate.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { readSessionCookie } from "../http/session_cookie.ts";
import { requireSameViewer } from "./same_viewer.ts";

/**
 * Tells an open page, as it happens, what there is news of: `{ "seq", "topics" }`, without anything of what it says. It
 * goes on where the listener left off (`Last-Event-ID`).
 * @throws Unauthenticated without a session; Forbidden before there is a workspace; Conflict for a page of another one;
 *   what `LiveFeed.open` throws
 */
export async function listen(c: Context<Env>): Promise<Response> {
  const deps = c.get("deps");
  const session = await browserSession(c);
  const value = readSessionCookie(c);
  if (!session || value === undefined) throw new Unauthenticated();
  const { member, expiresAt } = session;
  if (!member) {
    throw new Forbidden("You aren't a member of a workspace yet.", { code: "no_workspace" });
  }
  requireSameViewer(c, member);
  const token = { value, kind: "cookie", unnoticed: true } as const;
  const again = () => authenticate(deps, token, "web", null);
  const [tab] = /^[a-z0-9]{1,40}$/.exec(c.req.header("backlog-tab") ?? "") ?? [];
  const listener = { member, expiresAt, tab, again };
  const body = await deps.live.open(listener, c.req.header("last-event-id"));
  c.set("streams", true);
  return c.body(body, 200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // What stands before this server passes each piece on as it comes
    "x-accel-buffering": "no",
  });
}
