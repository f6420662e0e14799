import type { MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { METHOD_NAME_ALL } from "hono/router";
import { matchedRoutes } from "hono/route";
import type { Env } from "./env.ts";

/**
 * Refuses forms of other sites. A form is ours when its browser says so (`Sec-Fetch-Site`), or when its origin is
 * the configured one or the one the request itself came to. Where no route is, nothing needs guarding: whoever asks
 * hears that nothing is there.
 */
export function sameOrigin(): MiddlewareHandler<Env> {
  const guard = csrf({
    origin: (origin, c) =>
      origin === c.get("deps").settings.origin || origin === new URL(c.req.url).origin,
  });
  return (c, next) => {
    const answered = matchedRoutes(c).some(({ method }) => method !== METHOD_NAME_ALL);
    return answered ? guard(c, next) : next();
  };
}
