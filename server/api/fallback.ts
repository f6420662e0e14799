import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { methodNotAllowed, notFound, problem } from "../http/errors.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * Answers what no endpoint answers: a path that none has with 404, a path that some have by another method with 405,
 * and OPTIONS with 204; the last two name the methods in `Allow`. RFC 9110, 9.3.7 and 15.5.6
 * @param base where the endpoints are mounted: `/api/v1`
 */
export function fallback(endpoints: readonly Endpoint[], base: string) {
  const patterns = endpoints.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (c: Context<Env>): Response => {
    const path = c.req.path.slice(base.length);
    const methods = patterns.filter(({ pattern }) => pattern.test(path))
      .map(({ method }) => method);
    if (methods.length === 0) return problem(c, notFound(c.req.path));
    const allow = allowed(methods);
    c.header("allow", allow);
    if (c.req.method === "OPTIONS") return c.body(null, 204, preflight(allow));
    return problem(c, methodNotAllowed(c.req.method, c.req.path, allow));
  };
}

/** Returns the headers that tell a browser what another site's page can send. Fetch Standard, 3.3 */
function preflight(allow: string): Record<string, string> {
  return {
    "access-control-allow-methods": allow,
    "access-control-allow-headers":
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Backlog-Agent",
    "access-control-max-age": "86400",
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}

/** Returns the methods of a path. The router answers HEAD if there is GET. */
function allowed(methods: string[]): string {
  const also = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...new Set([...methods, ...also])].sort().join(", ");
}
