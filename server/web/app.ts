import { Hono } from "hono";
import { inboxPath, searchPath } from "../../views/inbox_paths.ts";
import {
  livePath,
  previewPath,
  tasksCsvPath,
  unsubscribePath,
  workspacePath,
} from "../../views/paths.ts";
import { auditCsvPath } from "../../views/settings_paths.ts";
import { startPages } from "../../views/start_pages.ts";
import { presencePagePath, unsentCommentPagePath } from "../../views/task_paths.ts";
import { sameOrigin } from "../http/csrf.ts";
import type { Env } from "../http/env.ts";
import { oneClickUnsubscribe } from "../http/one_click.ts";
import * as actions from "./actions.ts";
import { keepUnsent } from "./comments/keep_unsent.ts";
import * as pages from "./pages.ts";
import { listen } from "./live.ts";
import { preview } from "./preview.tsx";
import { auditCsv } from "./settings/audit_csv.ts";
import { tasksCsv } from "./tasks/tasks_csv.ts";
import { reportPresence } from "./tasks/presence.tsx";
import { serveAction } from "./serve_action.tsx";
import { servePage } from "./serve_page.tsx";
import { signedIn } from "./signed_in.ts";
import { tableOf } from "./table.ts";
import { required } from "./visit.ts";

/** All pages and actions. */
export const table = tableOf(Object.values(pages).flat(), Object.values(actions).flat());

/** Mounts every page and action at its path. Forms from other sites are refused. */
export function webApp(): Hono<Env> {
  const app = new Hono<Env>();
  // An email program sends this request, not a page
  app.post(unsubscribePath, oneClickUnsubscribe);
  app.use(sameOrigin);
  // Doesn't redirect, so that typed text stays on the page
  app.get(livePath, listen);
  app.use("/workspace/*", signedIn);
  app.get(workspacePath, (c) => {
    const { startPage } = required(c.get("member") ?? null).preferences;
    return c.redirect(startPages[startPage].href, 302);
  });
  app.get(searchPath, (c) => c.redirect(`${inboxPath}?command=1`, 302));
  for (const { path } of table.pages) app.get(path, (c) => servePage(c, table));
  for (const path of new Set(table.actions.map(({ path }) => path))) {
    app.post(path, (c) => serveAction(c, table, path));
  }
  app.get(auditCsvPath, auditCsv);
  app.get(tasksCsvPath, tasksCsv);
  app.post(previewPath, preview);
  app.post(unsentCommentPagePath, keepUnsent);
  app.post(presencePagePath, reportPresence);
  return app;
}
