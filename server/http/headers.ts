import type { Context } from "hono";
import type { Env } from "./env.ts";
import type { Allowance } from "./limits.ts";

/** Everything comes from this server, and no script or style stands in a page. `RULES.md`, Accessibility and security. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What an answer that a browser may show carries. OWASP Secure Headers Project. */
const onPages = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** What an answer to a program carries: should a browser show it all the same, it does nothing. OWASP REST Security. */
const onApi = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/**
 * Keeps browsers on HTTPS for a year once they came by it; of other hosts below this one it says nothing. RFC 6797
 */
const overHttps = { "strict-transport-security": "max-age=31536000" };

/**
 * Any page may read what the API answers: it takes no cookies, and whoever has a bearer token may use it where they are.
 * Fetch Standard, 3.3
 */
const crossOrigin = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Idempotency-Replayed, Location, RateLimit, Retry-After, X-Request-Id",
};

/** What says nothing of caches is somebody's own. */
const PRIVATE = "private, no-cache";

/** What every answer carries, whatever it says of itself. */
function commonHeaders(c: Context<Env>, status: number): Record<string, string> {
  // A 304 is shown with the headers that came with what the client holds. RFC 9110, 15.4.5
  const headers: Record<string, string> = status === 304 ? {} : securityHeaders(c);
  headers["x-request-id"] = c.get("requestId");
  if (c.req.path.startsWith("/api/v1/")) Object.assign(headers, crossOrigin);
  const allowance = c.get("allowance");
  if (allowance) headers.ratelimit = allowanceText(allowance);
  return headers;
}

function securityHeaders(c: Context<Env>): Record<string, string> {
  const security = c.req.path.startsWith("/api/") ? onApi : onPages;
  const secure = c.get("deps").settings.origin.startsWith("https:");
  return secure ? { ...security, ...overHttps } : { ...security };
}

/** What is left of the rate limit, in one field. draft-ietf-httpapi-ratelimit-headers-07 */
function allowanceText({ limit, remaining, resetSeconds }: Allowance): string {
  return `limit=${limit}, remaining=${remaining}, reset=${resetSeconds}`;
}

/**
 * An answer with every header that it has to have. The runtime copies a text that is given with several headers at once,
 * and keeps account of the copy until V8's next full collection; given with its type alone it is copied as it is sent.
 * @param own what it says of itself
 */
export function wholeAnswer(
  c: Context<Env>,
  body: string | Uint8Array<ArrayBuffer> | null,
  status: number,
  { "content-type": type, ...own }: Readonly<Record<string, string>>,
): Response {
  const answer = new Response(body, {
    status,
    ...(type === undefined ? {} : { headers: { "content-type": sendable(type) } }),
  });
  const { headers } = answer;
  headers.set("cache-control", PRIVATE);
  for (const [name, value] of Object.entries(own)) headers.set(name, sendable(value));
  for (const [name, value] of Object.entries(commonHeaders(c, status))) headers.set(name, value);
  c.set("whole", answer);
  return answer;
}

/** Gives an answer what every one carries, unless it was made with it. */
export function completeHeaders(c: Context<Env>): void {
  if (c.get("whole") === c.res) return;
  const { headers, status } = c.res;
  for (const [name, value] of Object.entries(commonHeaders(c, status))) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", PRIVATE);
  makeSendable(headers);
}

/** What no header's value may hold; the runtime ends the whole process over most of it. RFC 9110, 5.5 */
const UNSENDABLE = /[^\t -~\u0080-\u00ff]/gu;

const SENDABLE = /^[\t -~\u0080-\u00ff]*$/;

/** A header's value with what none may hold spelled as a URL would; nothing should come to this. */
function sendable(value: string): string {
  if (SENDABLE.test(value)) return value;
  return value.toWellFormed().replace(UNSENDABLE, encodeURIComponent);
}

/** A request's context, with Hono's own way to set a header beside ours. */
type Guarded = Context<Env> & { setAsItIs: Context["header"] };

/**
 * Lets a route set any text as a header: what can't be sent is spelled out before the runtime sees it. One function for
 * all requests: V8 keeps a context that holds a closure over itself until its next full collection.
 */
export function guardHeaders(c: Context<Env>): void {
  const guarded = c as Guarded;
  guarded.setAsItIs = c.header;
  guarded.header = setSendable;
}

function setSendable(this: Guarded, ...given: Parameters<Context["header"]>): void {
  const [name, value, options] = given;
  this.set("headed", true);
  this.setAsItIs(name, value && sendable(value), options);
}

/** The same for what an answer was made with. A cookie that can't be sent is left out. */
export function makeSendable(headers: Headers): void {
  for (const [name, value] of [...headers]) {
    const sent = sendable(value);
    if (sent === value) continue;
    if (name === "set-cookie") headers.delete(name);
    else headers.set(name, sent);
  }
}
