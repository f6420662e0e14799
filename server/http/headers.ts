import type { Context } from "hono";
import type { Env } from "./env.ts";

/** Everything comes from this server, and no script or style stands in a page. `RULES.md`, Floors. */
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
export const pageHeaders: readonly (readonly [string, string])[] = [
  ["content-security-policy", contentSecurityPolicy],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["x-frame-options", "DENY"],
];

/** What an answer to a program carries: should a browser show it all the same, it does nothing. OWASP REST Security. */
export const apiHeaders: readonly (readonly [string, string])[] = [
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["x-content-type-options", "nosniff"],
];

/**
 * Keeps browsers on HTTPS for a year once they came by it; of other hosts below this one it says nothing. RFC 6797
 */
export const overHttps = ["strict-transport-security", "max-age=31536000"] as const;

/** What no header's value may hold; the runtime ends the whole process over most of it. RFC 9110, 5.5 */
const UNSENDABLE = /[^\t -~\u0080-\u00ff]/gu;

/** A header's value with what none may hold spelled as a URL would; nothing should come to this. */
function sendable(value: string): string {
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
