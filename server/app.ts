import { Hono } from "hono";
import { authApi } from "./api/auth.ts";
import { directoryApi } from "./api/directory.ts";
import { healthApi } from "./api/health.ts";
import { meApi } from "./api/me.ts";
import { tasksApi } from "./api/tasks.ts";
import { workspacesApi } from "./api/workspaces.ts";
import type { Deps, Env } from "./http/env.ts";
import { describe, notFound, problem } from "./http/errors.ts";
import { spine } from "./http/spine.ts";

/** The whole of Backlog's HTTP: every route's mount, in one table. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.use(spine(deps));

  app.route("/health", healthApi);
  app.route("/api/v1/auth", authApi);
  app.route("/api/v1/me", meApi);
  app.route("/api/v1/workspaces", workspacesApi);
  app.route("/api/v1/workspaces/:workspaceId/tasks", tasksApi);
  app.route("/api/v1/workspaces/:workspaceId", directoryApi);

  app.notFound((c) => problem(c, notFound(c.req.path)));
  app.onError((error, c) => problem(c, describe(c, error)));
  return app;
}
