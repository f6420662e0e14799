import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getConnInfo } from "hono/deno";
import { canonicalAddress } from "./client.ts";
import type { Deps, Env } from "./env.ts";
import { BadRequest } from "./errors.ts";
import { apiHeaders, guardHeaders, makeSendable, overHttps, pageHeaders } from "./headers.ts";
import type { Allowance } from "./limits.ts";

/** Every request passes here: it gets an id, its answer the security headers, and the log one line. */
export function requestMiddleware(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set("deps", deps);
    c.set("requestId", requestId);
    c.set("address", clientAddress(c, deps.trustProxy));
    guardHeaders(c);
    await next();
    const { headers } = c.res;
    headers.set("x-request-id", requestId);
    // A 304 is shown with the headers that came with what the client holds. RFC 9110, 15.4.5
    if (c.res.status !== 304) {
      const security = c.req.path.startsWith("/api/") ? apiHeaders : pageHeaders;
      for (const [name, value] of security) headers.set(name, value);
      if (deps.settings.origin.startsWith("https:")) headers.set(...overHttps);
    }
    // What says nothing of caches is somebody's own
    if (!headers.has("cache-control")) headers.set("cache-control", "private, no-cache");
    setAllowance(headers, c.get("allowance"));
    makeSendable(headers);
    deps.log({
      time: deps.clock().toISOString(),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      requestId,
      actor: c.get("actorId") ?? "-",
    });
  };
}

/** A name or an address, and a port: what may stand in `Host`. RFC 9110, 7.2 */
const HOST = /^([\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(:\d{0,5})?$/i;

/**
 * Refuses a request whose address isn't one: the rest of the program may read it as a URL, and what stands in `Host`
 * can't become a part of the path. RFC 9112, 3.2
 */
export const properAddress: MiddlewareHandler<Env> = async (c, next) => {
  const host = c.req.header("host") ?? "";
  if (!HOST.test(host) || !URL.canParse(c.req.url)) {
    throw new BadRequest(400, "malformed_host", "Name one host, and its port, in the Host header.");
  }
  await next();
};

/** What is left of the rate limit, in one field. draft-ietf-httpapi-ratelimit-headers-07 */
function setAllowance(headers: Headers, allowance: Allowance | undefined): void {
  if (!allowance) return;
  const { limit, remaining, resetSeconds } = allowance;
  headers.set("ratelimit", `limit=${limit}, remaining=${remaining}, reset=${resetSeconds}`);
}

/**
 * The address of the client; a proxy's word for it only where the operator says so. Of several in the field the last
 * counts, which the proxy before this server added: what stands before it came with the request, and may say anything.
 * Where that one is no address, the connection's own is.
 * `BACKLOG_TRUST_PROXY`
 */
function clientAddress(c: Context<Env>, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
    const address = canonicalAddress(forwarded);
    if (address !== null) return address;
  }
  // A request made by `app.request` in a test has no connection.
  const served = c.env as { remoteAddr?: unknown } | undefined;
  const connected = served?.remoteAddr ? getConnInfo(c).remote.address : undefined;
  return canonicalAddress(connected ?? "") ?? "-";
}
