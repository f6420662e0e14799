import type { Context } from "hono";
import { livePath } from "../../views/paths.ts";
import type { BasePath } from "./base_path.ts";
import type { Env } from "./env.ts";

/**
 * Returns whether htmx requests a part of a page. A link or form requests a whole page, as without htmx.
 * https://four.htmx.org/reference/headers/HX-Request-Type
 */
export function wantsFragment(c: Context<Env>): boolean {
  return c.req.header("hx-request-type") === "partial";
}

/** Returns whether the request updates a page that is shown from memory: `renew` in `static/js/moves.js`. */
export function renews(c: Context<Env>): boolean {
  return askedBy(c) === "p#announced";
}

/**
 * Returns whether the person goes back to a list in the browser's history, from another page of the same shell:
 * `static/js/back_cache.js`.
 */
export function goesBack(c: Context<Env>): boolean {
  return c.req.header("hx-history-restore-request") !== undefined && wantsFragment(c);
}

/** Returns whether an open page sent the request by itself, to listen or to refresh. `static/js/later/live.js` */
export function asksByItself(c: Context<Env>): boolean {
  return c.req.path === livePath || c.req.header("backlog-live") !== undefined;
}

/** Returns the element that htmx will put the response into, such as `dialog#composer`. */
export function swapTarget(c: Context<Env>): string {
  return c.req.header("hx-target") ?? "";
}

/** Returns the element that sent the request through htmx, such as `form#composer`. https://four.htmx.org/reference/headers/HX-Source */
export function askedBy(c: Context<Env>): string {
  return c.req.header("hx-source") ?? "";
}

/**
 * Returns the page that sent the request, from htmx's header or else from the referrer, if it is a page of this server.
 * Returns null if it is unknown.
 */
export function askingUrl(c: Context<Env>): URL | null {
  const { base, settings } = c.get("deps");
  const within = (url: URL | null) => url && base ? urlWithin(base, url) : url;
  const current = c.req.header("hx-current-url");
  if (current !== undefined) return within(URL.parse(current));
  const referrer = URL.parse(c.req.header("referer") ?? "");
  const ours = [c.req.url, settings.origin].map((url) => new URL(url).origin);
  return referrer && ours.includes(referrer.origin) ? within(referrer) : null;
}

function urlWithin(base: BasePath, { origin, pathname, search, hash }: URL): URL | null {
  const path = base.within(pathname);
  return path === null ? null : URL.parse(origin + path + search + hash);
}

/** Returns whether the response goes into the panel beside a list. */
export function fillsPeek(c: Context<Env>): boolean {
  return ["div#peek", "div#peek-page"].includes(swapTarget(c));
}

/** Returns the page in the panel beside the requesting page. Its hash is the ID of the peeked row. `static/js/peek_answers.js` */
export function peekedUrl(c: Context<Env>): URL | null {
  const { base } = c.get("deps");
  const said = c.req.header("backlog-peek") ?? "";
  const path = safePath(base ? base.within(said) ?? "" : said, "");
  return path ? new URL(path, c.req.url) : null;
}

/** The origin for parsing paths. Any origin would do. */
const HERE = "http://localhost";

/**
 * Returns a path of Backlog with its query and hash, encoded so that it is valid in a header. For anything else, such as
 * another site's URL, returns the fallback.
 */
export function safePath(path: string | undefined, fallback: string): string {
  // URL parsers drop control characters and turn backslashes into slashes. https://url.spec.whatwg.org/#concept-basic-url-parser
  if (!path?.startsWith("/") || /[\\\p{Cc}]/u.test(path)) return fallback;
  const url = URL.parse(path, HERE);
  if (url?.origin !== HERE || !isOurs(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

function isOurs(pathname: string): boolean {
  return insideWorkspace(pathname) || /^\/onboarding(?:\/|$)/.test(pathname);
}

/** Returns whether a path is inside a workspace. */
export function insideWorkspace(pathname: string): boolean {
  return /^\/workspace(?:\/|$)/.test(pathname);
}
