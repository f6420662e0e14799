import { Hono } from "hono";
import { healthApi } from "./api/health.ts";
import type { Deps, Env } from "./http/env.ts";
import { describe, notFound, problem } from "./http/errors.ts";
import { leaveOutLength } from "./http/head_length.ts";
import { properAddress, requestMiddleware } from "./http/request_middleware.ts";
import { serveBelow } from "./http/serve_below.ts";

/** Creates the HTTP app of `/health` only. It needs few modules. */
export function createHealthApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.use(requestMiddleware(deps), properAddress());
  if (deps.base) serveBelow(deps.base, app);

  app.route("/health", healthApi);

  app.notFound((c) => problem(c, notFound(c.req.path)));
  app.onError((error, c) => problem(c, describe(c, error)));
  app.fetch = leaveOutLength(app);
  return app;
}
