import type { IconName } from "../icons.tsx";
import { projectsPath, roadmapPath } from "../project_paths.ts";
import { draftsPath } from "../draft_paths.ts";
import { inboxPath } from "../inbox_paths.ts";
import { viewsPath } from "../view_paths.ts";
import { myTasksPath, tasksPath } from "../paths.ts";
import { membersPath } from "../people_paths.ts";
import { teamsPath } from "../team_paths.ts";
import { settingsPath } from "../settings_paths.ts";

/** The audience of a page in a workspace. `RULES.md`, Vocabularies */
export type Who = "members" | "managers" | "owners";

/** A page with its own link in the sidebar. */
export interface MainPage {
  name: string;
  href: string;
  icon: IconName;
  /** The key pressed after `G`. */
  key: string;
  who: Who;
  /** The count beside its name. */
  counts?: "unread";
  /** Whether members need to lead a project to open it. The page itself enforces this. */
  leads?: true;
  /** Whether it comes at the sidebar's end, or as an icon in the foot, which never scrolls. */
  last?: "end" | "foot";
}

/** All main pages in the sidebar's order. Each page must exist for the same audience. */
export const mainPages: readonly MainPage[] = [
  {
    name: "Inbox",
    href: inboxPath,
    icon: "inbox",
    key: "I",
    who: "members",
    counts: "unread",
  },
  { name: "Drafts", href: draftsPath, icon: "pencil", key: "D", who: "members" },
  { name: "Tasks", href: tasksPath, icon: "layers", key: "T", who: "members" },
  { name: "My tasks", href: myTasksPath, icon: "user-circle", key: "M", who: "members" },
  { name: "Projects", href: projectsPath, icon: "project", key: "P", who: "members" },
  {
    name: "Roadmap",
    href: roadmapPath,
    icon: "roadmap",
    key: "R",
    who: "members",
    leads: true,
  },
  { name: "Views", href: viewsPath, icon: "view", key: "V", who: "members" },
  { name: "Teams", href: teamsPath, icon: "team", key: "A", who: "members", last: "end" },
  { name: "Members", href: membersPath, icon: "users", key: "E", who: "members", last: "end" },
  {
    name: "Settings",
    href: settingsPath,
    icon: "settings",
    key: "S",
    who: "members",
    last: "foot",
  },
];

const reach: Record<Who, number> = { members: 0, managers: 1, owners: 2 };

/** Returns the main pages that a viewer can open. @param who their audience @param leads whether they lead a project */
export function mainPagesFor(who: Who, leads: boolean): readonly MainPage[] {
  const mayLead = leads || who !== "members";
  return mainPages.filter((page) => reach[page.who] <= reach[who] && (!page.leads || mayLead));
}
