import type { MiddlewareHandler } from "hono";
import { onboardingPath, signInFor } from "../../views/paths.ts";
import { browserSession } from "../http/actor.ts";
import { askingUrl, asksByItself, insideWorkspace, wantsFragment } from "../http/htmx.ts";
import { Unauthenticated } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";

/** Lets members of a workspace through. Others sign in first and return, or create a workspace. */
export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  const session = await browserSession(c);
  if (session?.member) {
    c.set("member", session.member);
    await next();
    return;
  }
  // A background request fails instead of redirecting, so that typed text stays
  if (asksByItself(c)) throw new Unauthenticated();
  const url = ["GET", "HEAD"].includes(c.req.method) && !wantsFragment(c)
    ? new URL(c.req.url)
    : askingUrl(c);
  const back = url && insideWorkspace(url.pathname) ? url.pathname + url.search : "";
  // The device stores the text of a form sent by a script
  const kept = c.req.method === "POST" && wantsFragment(c);
  const to = session ? onboardingPath : signInFor(back, kept);
  if (!wantsFragment(c)) return c.redirect(to, 303);
  c.header("hx-redirect", to);
  return c.body(null, 204);
};
