import type { Context } from "hono";
import { Forbidden, Unauthenticated } from "../domain/core/errors.ts";
import { authenticate } from "../domain/sessions/authenticate.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { readSessionCookie } from "../http/session_cookie.ts";
import { requireSameViewer } from "./same_viewer.ts";

/**
 * Streams news to an open page: `{ "seq", "topics" }`, without content. Continues after the listener's `Last-Event-ID`.
 * @throws Unauthenticated without a session; Forbidden before there is a workspace; Conflict for a page of another
 * workspace; errors of `LiveFeed.open`
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
    // Tells a proxy to pass on each event immediately
    "x-accel-buffering": "no",
  });
}
