import type { Hono } from "hono";
import { endpoints } from "./api/endpoints.ts";
import { metricsApi } from "./api/metrics.ts";
import { mount } from "./api/mount.ts";
import { openapiApi } from "./api/openapi_route.ts";
import { docsApp } from "./docs/app.ts";
import type { Deps, Env } from "./http/env.ts";
import { describe } from "./http/errors.ts";
import { landingPath, signInPath, workspacePath } from "../views/paths.ts";
import { browserSession } from "./http/actor.ts";
import { backlogShApp } from "./http/backlog_sh.ts";
import { createHealthApp } from "./health_app.ts";
import { webApp } from "./web/app.ts";
import { answerFailureInShell, answerUnknown } from "./web/failure.tsx";
import { paletteWeb } from "./web/palette/api.ts";

/** Creates the HTTP app. Adds all other routes to `/health`. */
export function createApp(deps: Deps): Hono<Env> {
  const app = createHealthApp(deps);
  const { metrics } = deps;
  if (metrics) app.route("/metrics", metricsApi(metrics.counted, metrics.token));
  app.route("/openapi.json", openapiApi(endpoints));
  app.route("/api/v1", mount(endpoints, "/api/v1"));
  app.route("/api/workspace/command", paletteWeb);

  app.route("/backlog.sh", backlogShApp);
  app.get("/assets/:name", deps.assets.handler);
  app.get("/favicon.ico", (c) => c.redirect(deps.assets.urls.icon, 302));
  if (deps.site.pages === "off") {
    app.get(
      landingPath,
      async (c) => c.redirect(await browserSession(c) ? workspacePath : signInPath),
    );
  }
  app.route("/", docsApp());
  app.route("/", webApp());

  app.notFound(answerUnknown);
  app.onError((error, c) => answerFailureInShell(c, describe(c, error)));
  return app;
}
