import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { CUT } from "../../views/layouts/cut.ts";
import type { Frame } from "../../views/layouts/frame.ts";
import type { Principal } from "../domain/core/actor.ts";
import { takesGzip } from "./compression.ts";
import type { Deps, Env } from "./env.ts";
import { wholeAnswer } from "./headers.ts";
import { firstPreferences } from "../domain/preferences/schema.ts";

/** The minimum number of characters for which compressing is worthwhile. */
const WORTH_COMPRESSING = 1_000;

const aboutPages = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-cache",
  "vary": "Accept-Encoding, HX-Request, HX-Request-Type, HX-Target",
};

/** Responds with a page or a fragment. Pages are private, and browsers request them again each time. */
export async function html(
  c: Context<Env>,
  view: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const drawn = (await view).toString();
  const { base, pieces } = c.get("deps");
  const text = base?.html(drawn) ?? drawn;
  const zips = text.length >= WORTH_COMPRESSING && takesGzip(c);
  const headers = zips ? { ...aboutPages, "content-encoding": "gzip" } : aboutPages;
  const body = zips ? pieces.gzip(text) : text.replaceAll(CUT, "");
  return c.get("headed") ? c.body(body, status, headers) : wholeAnswer(c, body, status, headers);
}

/** Returns the data of every page: the reader's preferences and this version's assets. */
export function frameFor(deps: Deps, principal: Principal | null): Frame {
  return {
    viewerId: principal?.userId ?? null,
    preferences: principal?.preferences ?? firstPreferences,
    server: { origin: deps.settings.origin, version: deps.version },
    assets: deps.assets.urls,
    toast: null,
  };
}
