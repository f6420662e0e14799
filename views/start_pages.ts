import type { StartPage } from "../server/domain/preferences/schema.ts";
import { inboxPath } from "./inbox_paths.ts";
import { myTasksPath, tasksPath } from "./paths.ts";
import { projectsPath } from "./project_paths.ts";
import { viewsPath } from "./view_paths.ts";

/** The pages that a workspace can open with, with their names in the sidebar. */
export const startPages: Readonly<Record<StartPage, { name: string; href: string }>> = {
  inbox: { name: "Inbox", href: inboxPath },
  mine: { name: "My tasks", href: myTasksPath },
  tasks: { name: "Tasks", href: tasksPath },
  projects: { name: "Projects", href: projectsPath },
  views: { name: "Views", href: viewsPath },
};
