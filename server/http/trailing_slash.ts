import type { Context } from "hono";
import type { Env } from "./env.ts";
import { isForPrograms } from "./failure.tsx";

/**
 * Redirects a page's address with trailing slashes to the address without them.
 * @returns null for any other request. A path that begins with two slashes would lead to another site.
 */
export function withoutTrailingSlash(c: Context<Env>): Response | null {
  if (!["GET", "HEAD"].includes(c.req.method) || isForPrograms(c.req.path)) return null;
  const { pathname, search } = new URL(c.req.url);
  const path = /^(\/(?![/\\]).*[^/])\/+$/.exec(pathname)?.[1];
  return path === undefined ? null : c.redirect(path + search, 308);
}
