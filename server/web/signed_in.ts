import type { MiddlewareHandler } from "hono";
import { onboardingPath, signInFor } from "../../views/paths.ts";
import { browserSession } from "../http/actor.ts";
import { askingUrl, asksByItself, insideWorkspace, wantsFragment } from "../http/htmx.ts";
import { Unauthenticated } from "../domain/core/errors.ts";
import type { Env } from "../http/env.ts";

/** Lets members of a workspace in; others sign in first and come back, or make a workspace. */
export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  const session = await browserSession(c);
  if (session?.member) {
    c.set("member", session.member);
    await next();
    return;
  }
  // What is typed on the page that asks stays: it says what is missing, and leads nowhere
  if (asksByItself(c)) throw new Unauthenticated();
  const url = ["GET", "HEAD"].includes(c.req.method) && !wantsFragment(c)
    ? new URL(c.req.url)
    : askingUrl(c);
  const back = url && insideWorkspace(url.pathname) ? url.pathname + url.search : "";
  // What a form of a script held is on the device
  const kept = c.req.method === "POST" && wantsFragment(c);
  const to = session ? onboardingPath : signInFor(back, kept);
  if (!wantsFragment(c)) return c.redirect(to, 303);
  c.header("hx-redirect", to);
  return c.body(null, 204);
};
