import { Hono } from "hono";
import { LandingPage } from "../../views/landing.tsx";
import { landingPath } from "../../views/paths.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { frameFor, html } from "../http/html.ts";

/** The start page, for everyone. */
export const landingWeb = new Hono<Env>().get(landingPath, async (c) => {
  const session = await browserSession(c);
  return html(
    c,
    <LandingPage frame={frameFor(c, session?.principal ?? null)} signedIn={session !== null} />,
  );
});
