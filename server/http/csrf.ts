import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { METHOD_NAME_ALL } from "hono/router";
import { matchedRoutes } from "hono/route";
import type { Env } from "./env.ts";

/**
 * Refuses changing requests from other sites, with any content type. A change requires proof that one of Backlog's own
 * pages sent the request. Requests without a route pass, and get a 404.
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
 * Returns whether a request comes from Backlog's own pages: the browser says so, or the origin is the configured one.
 * Without HTTPS, people also use other names of the machine, and browsers send fewer headers. The origin can then also be
 * the one that the request was sent to.
 */
function isOurs(c: Context<Env>): boolean {
  if (c.req.header("sec-fetch-site") === "same-origin") return true;
  const origin = c.req.header("origin") ?? "";
  const { settings } = c.get("deps");
  if (origin === new URL(settings.origin).origin) return true;
  return settings.origin.startsWith("http:") && origin === new URL(c.req.url).origin;
}
