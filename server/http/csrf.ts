import { csrf } from "hono/csrf";
import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { METHOD_NAME_ALL } from "hono/router";
import { matchedRoutes } from "hono/route";
import type { Env } from "./env.ts";

/**
 * Refuses forms of other sites. A form is ours when its browser says so (`Sec-Fetch-Site`), or when its origin is
 * the configured one or the one the request itself came to. Where no route is, nothing needs guarding: whoever asks
 * hears that nothing is there.
 */
export function sameOrigin(): MiddlewareHandler<Env> {
  const guard = csrf({ origin: isOurOrigin });
  return (c, next) => {
    const answered = matchedRoutes(c).some(({ method }) => method !== METHOD_NAME_ALL);
    return answered ? guard(c, next) : next();
  };
}

/**
 * The same for what scripts send, whatever its content type: with a session's cookie nothing is changed unless the
 * request is known to be ours.
 */
export const sameOriginScripts: MiddlewareHandler<Env> = async (c, next) => {
  const changes = !["GET", "HEAD"].includes(c.req.method);
  const ours = c.req.header("sec-fetch-site") === "same-origin" ||
    isOurOrigin(c.req.header("origin") ?? "", c);
  if (changes && !ours) throw new HTTPException(403);
  await next();
};

function isOurOrigin(origin: string, c: Context<Env>): boolean {
  return origin === c.get("deps").settings.origin || origin === new URL(c.req.url).origin;
}
