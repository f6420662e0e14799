import { Hono } from "hono";
import { tasksPath, workspacePath } from "../../views/paths.ts";
import { sameOrigin } from "../http/csrf.ts";
import type { Env } from "../http/env.ts";
import { verifyCode, verifyCodePage } from "./auth/code.tsx";
import { signIn, signUp } from "./auth/email.tsx";
import { signOut } from "./auth/sign_out.ts";
import { changeComment, comment, deleteComment } from "./comments/actions.ts";
import { landingPage } from "./landing/landing.tsx";
import { accept, decline } from "./onboarding/invitations.ts";
import { makeWorkspace, onboardingPage } from "./onboarding/onboarding.tsx";
import { preferencesPage, savePreferences } from "./preferences/preferences.tsx";
import { serveAction } from "./serve_action.tsx";
import { servePage } from "./serve_page.tsx";
import { signedIn } from "./signed_in.ts";
import type { Table } from "./table.ts";
import { archive, publish, restore } from "./tasks/acts.ts";
import { changeProperties, moveTask, toggleLabel } from "./tasks/change_property.ts";
import { composerPage, makeTask } from "./tasks/composer.tsx";
import { taskListPage } from "./tasks/list.tsx";
import { displayMenu, filterMenu } from "./tasks/list_menus.tsx";
import { actionsMenu, propertyMenus } from "./tasks/menus.tsx";
import { saveDescription, saveTitle } from "./tasks/save_text.ts";
import { taskPage } from "./tasks/task.tsx";
import { switchWorkspace } from "./workspaces/switch.ts";

/** Every page and every action; of several at one path the first that fits counts. */
export const table: Table = {
  pages: [
    landingPage,
    signIn.page,
    signUp.page,
    verifyCodePage,
    onboardingPage,
    taskListPage,
    composerPage,
    filterMenu,
    displayMenu,
    ...propertyMenus,
    actionsMenu,
    taskPage,
    preferencesPage,
  ],
  actions: [
    signIn.send,
    signUp.send,
    verifyCode,
    signOut,
    makeWorkspace,
    decline,
    accept,
    switchWorkspace,
    makeTask,
    saveTitle,
    saveDescription,
    publish,
    archive,
    restore,
    moveTask,
    toggleLabel,
    ...changeProperties,
    comment,
    deleteComment,
    changeComment,
    savePreferences,
  ],
};

/** Every page and action at its path. Forms of other sites are refused. */
export function webApp(): Hono<Env> {
  const app = new Hono<Env>();
  app.use(sameOrigin);
  app.use("/workspace/*", signedIn);
  app.get(workspacePath, (c) => c.redirect(tasksPath, 302));
  for (const { path } of table.pages) app.get(path, (c) => servePage(c, table));
  for (const path of new Set(table.actions.map(({ path }) => path))) {
    app.post(path, (c) => serveAction(c, table, path));
  }
  return app;
}
