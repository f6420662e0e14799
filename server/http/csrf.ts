import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { METHOD_NAME_ALL } from "hono/router";
import { matchedRoutes } from "hono/route";
import type { Env } from "./env.ts";

/**
 * Refuses what another site has a browser send with its cookie, whatever its content type: nothing is changed unless
 * the request is known to be ours. Where no route is, nothing needs guarding: whoever asks hears that nothing is there.
 * OWASP Cross-Site Request Forgery Prevention
 */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (changes(c) && !isOurs(c)) throw new HTTPException(403);
  await next();
};

function changes(c: Context<Env>): boolean {
  if (/^(GET|HEAD|OPTIONS)$/.test(c.req.method)) return false;
  return matchedRoutes(c).some(({ method }) => method !== METHOD_NAME_ALL);
}

/**
 * A request is ours when its browser says so, or when its origin is the configured one. Without HTTPS people come by
 * other names of this machine as well, and browsers say less: there the one that the request itself came to will do.
 */
function isOurs(c: Context<Env>): boolean {
  if (c.req.header("sec-fetch-site") === "same-origin") return true;
  const origin = c.req.header("origin") ?? "";
  const { settings } = c.get("deps");
  if (origin === new URL(settings.origin).origin) return true;
  return settings.origin.startsWith("http:") && origin === new URL(c.req.url).origin;
}
