import { Hono } from "hono";
import { endpoints } from "./api/endpoints.ts";
import { healthApi } from "./api/health.ts";
import { metricsApi } from "./api/metrics.ts";
import { mount } from "./api/mount.ts";
import { openapiApi } from "./api/openapi_route.ts";
import { refuseElsewhere, serveBelow } from "./http/serve_below.ts";
import type { Deps, Env } from "./http/env.ts";
import { describe, notFound } from "./http/errors.ts";
import { backlogShApp } from "./http/backlog_sh.ts";
import { properAddress, requestMiddleware } from "./http/request_middleware.ts";
import { answerFailure } from "./http/failure.tsx";

/** Paths that programs and pages' files ask for. Every other path is a page's. */
const API = /^\/(?:api\/v1|assets|backlog\.sh|health|metrics|openapi\.json)(?:\/|$)/;

/** The pages' module, in a built program too. No import names it: Deno reads every named module before it runs any. */
const pagesModule = new URL(
  import.meta.url.endsWith(".ts") ? "./web/app.ts" : "./server/web/app.js",
  import.meta.url,
).href;

/** Loads the modules of pages, a quarter of a start, which the API doesn't need. */
export const loadPages = (): Promise<typeof import("./web/app.ts")> => import(pagesModule);

/** Creates the whole of Backlog's HTTP. Pages are loaded at their first request, unless `loadPages` did before. */
export function createApp(deps: Deps): Hono<Env> {
  const app = emptyApp(deps);
  app.route("/health", healthApi);
  const { metrics } = deps;
  if (metrics) app.route("/metrics", metricsApi(metrics.counted, metrics.token));
  app.route("/openapi.json", openapiApi(endpoints));
  app.route("/api/v1", mount(endpoints, "/api/v1"));
  app.route("/backlog.sh", backlogShApp);
  app.get("/assets/:name", deps.assets.handler);

  const answer = app.fetch;
  let pages: Promise<Hono<Env>> | undefined;
  app.fetch = (request, ...rest) => {
    if (API.test(app.getPath(request))) return answer(request, ...rest);
    pages ??= loadPages().then(({ webApp }) => emptyApp(deps).route("/", webApp()));
    return pages.then(({ fetch }) => fetch(request, ...rest));
  };
  if (deps.base) serveBelow(deps.base, app);
  return app;
}

/** Creates an app without routes: the guards before them, and answers to failures. */
function emptyApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.use(requestMiddleware(deps), properAddress());
  if (deps.base) app.use(refuseElsewhere(deps.base));
  app.notFound((c) => answerFailure(c, notFound(c.req.path)));
  app.onError((error, c) => answerFailure(c, describe(c, error)));
  return app;
}
