import { Hono } from "hono";
import { endpoints } from "./api/endpoints.ts";
import { healthApi } from "./api/health.ts";
import { metricsApi } from "./api/metrics.ts";
import { mount } from "./api/mount.ts";
import { openapiApi } from "./api/openapi_route.ts";
import type { Deps, Env } from "./http/env.ts";
import { describe, notFound } from "./http/errors.ts";
import { answerFailure } from "./http/failure.tsx";
import { leaveOutLength } from "./http/head_length.ts";
import { properAddress, requestMiddleware } from "./http/request_middleware.ts";
import { serveBelow } from "./http/serve_below.ts";

/** Creates the HTTP app of the API only. It needs none of the modules of pages. */
export function createApiApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.use(requestMiddleware(deps), properAddress());
  if (deps.base) serveBelow(deps.base, app);

  app.route("/health", healthApi);
  const { metrics } = deps;
  if (metrics) app.route("/metrics", metricsApi(metrics.counted, metrics.token));
  app.route("/openapi.json", openapiApi(endpoints));
  app.route("/api/v1", mount(endpoints, "/api/v1"));

  app.notFound((c) => answerFailure(c, notFound(c.req.path)));
  app.onError((error, c) => answerFailure(c, describe(c, error)));
  app.fetch = leaveOutLength(app);
  return app;
}
