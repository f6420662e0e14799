import type { Hono, MiddlewareHandler } from "hono";
import type { BasePath } from "./base_path.ts";
import type { Env } from "./env.ts";

/** How it begins what it tells those who ask for something else. */
export const SERVED_BELOW = "Backlog is served below";

/**
 * Serves an app below a path: requests for that path reach the app's routes without it.
 */
export function serveBelow(base: BasePath, app: Hono<Env>): void {
  const answer = app.fetch;
  app.fetch = async (request, ...rest) => {
    base.enter(request);
    return base.leave(await answer(request, ...rest));
  };
}

/**
 * Refuses requests outside the path below which Backlog is served, and names that path. Redirects would go round in a
 * circle behind a proxy that removes the path.
 */
export function refuseElsewhere(base: BasePath): MiddlewareHandler<Env> {
  const text = `${SERVED_BELOW} ${base.path} here, and this came without it. ` +
    "A proxy before it has to pass the path on as it is asked for.\n";
  return (c, next) => base.hasEntered(c.req.raw) ? next() : Promise.resolve(c.text(text, 404));
}
