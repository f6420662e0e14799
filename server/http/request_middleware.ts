import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { canonicalAddress } from "./client.ts";
import type { Deps, Env } from "./env.ts";
import { BadRequest } from "./errors.ts";
import { headLength } from "./head_length.ts";
import { completeHeaders, guardHeaders } from "./headers.ts";

/** Runs for every request: gives it an ID, its response the security headers, and the log a line. */
export function requestMiddleware(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set("deps", deps);
    c.set("requestId", requestId);
    c.set("address", clientAddress(c, deps.trustProxy));
    guardHeaders(c);
    try {
      await (c.req.method === "HEAD" ? headLength(c, next) : next());
    } finally {
      const turn = c.get("turn");
      if (turn) deps.turns.end(turn);
    }
    completeHeaders(c);
    const line = {
      time: deps.clock().toISOString(),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      requestId,
      actor: c.get("actorId") ?? "-",
    };
    deps.log(line);
    deps.metrics?.counted.count(line);
  };
}

/** A name or an address, and a port: the valid values of `Host`. RFC 9110, 7.2 */
const HOST = /^([\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(:\d{0,5})?$/i;

/**
 * Refuses a request with an invalid URL, because later code parses it, and the value of `Host` must not become a part
 * of the path. RFC 9112, 3.2
 */
export function properAddress(): MiddlewareHandler<Env> {
  let proper: string | undefined;
  return (c, next) => {
    const host = c.req.header("host") ?? "";
    const { url } = c.req;
    const origin = url.slice(0, url.indexOf("/", "https://".length));
    // After its origin, every path is valid, and most requests have the same origin.
    if (`${host} ${origin}` !== proper) {
      if (!HOST.test(host) || !URL.canParse(url)) throw malformedHost();
      proper = `${host} ${origin}`;
    }
    return next();
  };
}

function malformedHost(): BadRequest {
  const message = "Send one host, with an optional port, in the Host header.";
  return new BadRequest(400, "malformed_host", message);
}

/**
 * Returns the client's address. Uses the proxy's header only if the operator trusts it. The last of several addresses
 * counts, because the proxy before this server added it, and the client can forge the others. If it isn't an address,
 * uses the connection's own. `BACKLOG_TRUST_PROXY`
 */
function clientAddress(c: Context<Env>, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
    const address = canonicalAddress(forwarded);
    if (address !== null) return address;
  }
  // A request through `app.request` in a test has no connection.
  const served = c.env as { remoteAddr?: Deno.NetAddr } | undefined;
  const hostname = served?.remoteAddr?.hostname;
  return hostname === undefined ? "-" : canonicalAddress(hostname) ?? "-";
}
