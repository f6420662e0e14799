import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { methodNotAllowed, notFound, problem } from "../http/errors.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * Responds to requests that no endpoint handles: 404 if no endpoint has the path, 405 if one has it with another method,
 * and 204 for OPTIONS. The last two list the methods in `Allow`. RFC 9110, 9.3.7 and 15.5.6
 * @param base the path of the endpoints: `/api/v1`
 */
export function fallback(endpoints: readonly Endpoint[], base: string) {
  const patterns = endpoints.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (c: Context<Env>): Response => {
    const asks = c.req.method === "OPTIONS";
    if (asks && c.req.header("access-control-request-method")) return c.body(null, 204, preflight);
    const path = c.req.path.slice(base.length);
    const methods = patterns.filter(({ pattern }) => pattern.test(path))
      .map(({ method }) => method);
    if (methods.length === 0) return problem(c, notFound(c.req.path));
    const allow = allowed(methods);
    c.header("allow", allow);
    if (asks) return c.body(null, 204);
    return problem(c, methodNotAllowed(c.req.method, c.req.path, allow));
  };
}

/**
 * The requests that other sites' pages can send. It is the same for every path, because a page can't read the 404 or 405
 * of a request that its browser doesn't send. Fetch Standard, 3.3
 */
const preflight = {
  "access-control-allow-methods": "DELETE, GET, HEAD, PATCH, POST, PUT",
  "access-control-allow-headers":
    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Backlog-Agent",
  "access-control-max-age": "86400",
};

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}

/** Returns the methods of a path. The router answers HEAD if there is GET. */
function allowed(methods: string[]): string {
  const also = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...new Set([...methods, ...also])].sort().join(", ");
}
