import { Hono } from "hono";
import { sameOrigin } from "../http/csrf.ts";
import type { Env } from "../http/env.ts";
import { authWeb } from "./auth.tsx";
import { commentsWeb } from "./comments.tsx";
import { invitationsWeb } from "./invitations.tsx";
import { landingWeb } from "./landing.tsx";
import { listMenusWeb } from "./list_menus.tsx";
import { onboardingWeb } from "./onboarding.tsx";
import { preferencesWeb } from "./preferences.tsx";
import { signedIn } from "./signed_in.ts";
import { taskMenusWeb } from "./task_menus.tsx";
import { taskWeb } from "./task.tsx";
import { tasksWeb } from "./tasks.tsx";
import { verifyWeb } from "./verify.tsx";
import { workspacesWeb } from "./workspaces.ts";

/** Every page: those for everyone, then those inside a workspace. Forms of other sites are refused. */
export function webApp(): Hono<Env> {
  const app = new Hono<Env>();
  app.use(sameOrigin);
  for (const pages of [landingWeb, authWeb, verifyWeb, onboardingWeb, invitationsWeb]) {
    app.route("/", pages);
  }
  app.use("/workspace/*", signedIn);
  for (
    const pages of [
      workspacesWeb,
      tasksWeb,
      listMenusWeb,
      taskMenusWeb,
      taskWeb,
      commentsWeb,
      preferencesWeb,
    ]
  ) {
    app.route("/", pages);
  }
  return app;
}
