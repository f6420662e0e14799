import { csrf } from "hono/csrf";
import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * Refuses forms of other sites. A form is ours when its browser says so (`Sec-Fetch-Site`), or when its origin is
 * the configured one or the one the request itself came to.
 */
export function sameOrigin(): MiddlewareHandler<Env> {
  return csrf({
    origin: (origin, c) =>
      origin === c.get("deps").settings.origin || origin === new URL(c.req.url).origin,
  });
}
