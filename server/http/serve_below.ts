import type { Hono } from "hono";
import type { BasePath } from "./base_path.ts";
import type { Env } from "./env.ts";

/** The start of the response to a request outside the path. */
export const SERVED_BELOW = "Backlog is served under";

/**
 * Serves an app below a path. Routes get requests without the path. Requests outside it get a 404 that names the path, not
 * a redirect, because a proxy that removes the path would cause a redirect loop.
 */
export function serveBelow(base: BasePath, app: Hono<Env>): void {
  const elsewhere = new WeakSet<Request>();
  const answer = app.fetch;
  app.fetch = async (request, ...rest) => {
    if (!base.enter(request)) elsewhere.add(request);
    return base.leave(await answer(request, ...rest));
  };
  app.use((c, next) => {
    if (!elsewhere.has(c.req.raw)) return next();
    const text = `${SERVED_BELOW} ${base.path}, but this request had no such prefix. ` +
      "Configure the proxy to forward the full path.\n";
    return Promise.resolve(c.text(text, 404));
  });
}
