import type { Hono } from "hono";
import type { BasePath } from "./base_path.ts";
import type { Env } from "./env.ts";

/** How it begins what it tells those who ask for something else. */
export const SERVED_BELOW = "Backlog is served under";

/**
 * Serves an app below a path: what is asked for there reaches its routes without it, and whatever is asked for elsewhere
 * hears where Backlog is. Nobody is led there: a proxy that takes the path away would send them round in a circle.
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
