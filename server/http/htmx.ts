import type { Context } from "hono";
import { livePath } from "../../views/paths.ts";
import type { BasePath } from "./base_path.ts";
import type { Env } from "./env.ts";

/**
 * Whether htmx asks for a part of a page. A followed link or a sent form asks for a whole one, as a browser does.
 * https://four.htmx.org/reference/headers/HX-Request-Type
 */
export function wantsFragment(c: Context<Env>): boolean {
  return c.req.header("hx-request-type") === "partial";
}

/** Whether a page that is shown as it was is asked for as it is by now: `renew` of `static/js/moves.js`. */
export function renews(c: Context<Env>): boolean {
  return askedBy(c) === "p#announced";
}

/**
 * Whether a list is asked for to which somebody goes back in the browser's history, from another page of the same shell:
 * `static/js/back_cache.js`.
 */
export function goesBack(c: Context<Env>): boolean {
  return c.req.header("hx-history-restore-request") !== undefined && wantsFragment(c);
}

/** Whether an open page asks, without anybody's doing: for news, or for how it stands by now. `static/js/live` */
export function asksByItself(c: Context<Env>): boolean {
  return c.req.path === livePath || c.req.header("backlog-live") !== undefined;
}

/** The part of the page that htmx will put the answer into: `dialog#composer`. */
export function swapTarget(c: Context<Env>): string {
  return c.req.header("hx-target") ?? "";
}

/** The element that asks through htmx: `form#composer`. https://four.htmx.org/reference/headers/HX-Source */
export function askedBy(c: Context<Env>): string {
  return c.req.header("hx-source") ?? "";
}

/**
 * The page from which somebody asks: htmx says so; without it the browser does, of pages of this server. Null when
 * nobody said.
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

/** Whether the answer goes into the panel beside a list, in which one peeks at a record. */
export function fillsPeek(c: Context<Env>): boolean {
  return ["div#peek", "div#peek-page"].includes(swapTarget(c));
}

/** The page that is peeked at beside the one from which somebody asks, its hash the id of the row by which, as `static/js/peek_answers.js` says. */
export function peekedUrl(c: Context<Env>): URL | null {
  const { base } = c.get("deps");
  const said = c.req.header("backlog-peek") ?? "";
  const path = safePath(base ? base.within(said) ?? "" : said, "");
  return path ? new URL(path, c.req.url) : null;
}

/** Where paths are read, whichever origin they will be followed on. */
const HERE = "http://localhost";

/**
 * A path of ours to go back to, with its query and hash, as a URL spells them: it can stand in a header. Anything else,
 * another site's above all, becomes the fallback.
 */
export function safePath(path: string | undefined, fallback: string): string {
  // A URL's parser drops or turns around what is named here. https://url.spec.whatwg.org/#concept-basic-url-parser
  if (!path?.startsWith("/") || /[\\\p{Cc}]/u.test(path)) return fallback;
  const url = URL.parse(path, HERE);
  if (url?.origin !== HERE || !isOurs(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

function isOurs(pathname: string): boolean {
  return insideWorkspace(pathname) || /^\/onboarding(?:\/|$)/.test(pathname);
}

/** Whether a path is one of those that take a workspace. */
export function insideWorkspace(pathname: string): boolean {
  return /^\/workspace(?:\/|$)/.test(pathname);
}
