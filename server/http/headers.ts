import type { Context } from "hono";
import type { Env } from "./env.ts";
import type { Allowance } from "./limits.ts";

/** Allows only files from this server, without inline scripts or styles. `RULES.md`, Accessibility and security. */
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

/** Headers of responses that browsers show. OWASP Secure Headers Project. */
const onPages = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** Headers of responses to programs, which do nothing if a browser shows them. OWASP REST Security. */
const onApi = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/** Keeps browsers on HTTPS for a year after a visit over HTTPS. Subdomains aren't affected. RFC 6797 */
const overHttps = { "strict-transport-security": "max-age=31536000" };

/**
 * Lets any page read the API's responses. The API ignores cookies, so only a page with a bearer token has access.
 * Fetch Standard, 3.3
 */
const crossOrigin = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Idempotency-Replayed, Location, RateLimit, Retry-After, X-Request-Id",
};

/** The caching of responses that don't set their own: only their reader can store them. */
const PRIVATE = "private, no-cache";

/** Returns the headers of every response. */
function commonHeaders(c: Context<Env>, status: number): Record<string, string> {
  // A 304 uses the stored headers of the client's copy. RFC 9110, 15.4.5
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

/** Returns the state of the rate limit as one field. draft-ietf-httpapi-ratelimit-headers-07 */
function allowanceText({ limit, remaining, resetSeconds }: Allowance): string {
  return `limit=${limit}, remaining=${remaining}, reset=${resetSeconds}`;
}

/**
 * Returns a response with all of its headers. With several headers at once, the runtime copies the text and keeps the copy
 * until V8's next full collection. With only the content type, it copies the text while sending.
 * @param own the response's own headers
 */
export function wholeAnswer(
  c: Context<Env>,
  body: string | Uint8Array<ArrayBuffer> | null,
  status: number,
  { "content-type": type, ...own }: Readonly<Record<string, string>>,
): Response {
  const { sent, length } = inPieces(c, body);
  const answer = new Response(sent, {
    status,
    ...(type === undefined ? {} : { headers: { "content-type": sendable(type) } }),
  });
  const { headers } = answer;
  headers.set("cache-control", PRIVATE);
  if (length !== undefined) headers.set("content-length", String(length));
  for (const [name, value] of Object.entries(own)) headers.set(name, sendable(value));
  for (const [name, value] of Object.entries(commonHeaders(c, status))) headers.set(name, value);
  c.set("whole", answer);
  return answer;
}

/** Returns a large body as a stream, with its length, because its client might not read it. */
function inPieces(
  c: Context<Env>,
  body: string | Uint8Array<ArrayBuffer> | null,
): { sent: string | Uint8Array<ArrayBuffer> | ReadableStream | null; length?: number } {
  const { unread } = c.get("deps");
  const principal = c.get("principal");
  if (!body || !principal || c.req.method === "HEAD" || !unread.counts(body)) return { sent: body };
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { sent: unread.send(principal.userId, bytes), length: bytes.byteLength };
}

/** Adds the headers of every response, unless `wholeAnswer` added them. */
export function completeHeaders(c: Context<Env>): void {
  if (c.get("whole") === c.res) return;
  const { headers, status } = c.res;
  for (const [name, value] of Object.entries(commonHeaders(c, status))) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", PRIVATE);
  makeSendable(headers);
}

/** The characters that a header's value can't contain. Most of them would end the whole process. RFC 9110, 5.5 */
const UNSENDABLE = /[^\t -~\u0080-\u00ff]/gu;

const SENDABLE = /^[\t -~\u0080-\u00ff]*$/;

/** Returns a header's value with its invalid characters percent-encoded, which should never be needed. */
function sendable(value: string): string {
  if (SENDABLE.test(value)) return value;
  return value.toWellFormed().replace(UNSENDABLE, encodeURIComponent);
}

/** A request's context, with Hono's original function for setting a header. */
type Guarded = Context<Env> & { setAsItIs: Context["header"] };

/**
 * Lets a route set any text as a header, by encoding invalid characters first. All requests share one function, because V8
 * keeps a context with a closure over itself until its next full collection.
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

/** Encodes the invalid characters of a response's headers. Cookies with such characters are omitted. */
export function makeSendable(headers: Headers): void {
  for (const [name, value] of [...headers]) {
    const sent = sendable(value);
    if (sent === value) continue;
    if (name === "set-cookie") headers.delete(name);
    else headers.set(name, sent);
  }
}
