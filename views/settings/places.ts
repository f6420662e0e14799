import { type GuidePath, guides } from "../docs_paths.ts";
import type { Who } from "../layouts/main_pages.ts";
import {
  auditPath,
  automationSettingsPath,
  billingPath,
  memberSettingsPath,
  preferencesPath,
  profileSettingsPath,
  projectLabelsPath,
  projectTemplatesPath,
  securityPath,
  taskLabelsPath,
  taskTemplatesPath,
  teamsSettingsPath,
  usagePath,
  workflowsPath,
  workspaceSettingsPath,
} from "../settings_paths.ts";

/** A settings page. */
export interface SettingsPlace {
  name: string;
  href: string;
  /** The purpose in one sentence. */
  about: string;
  guide: GuidePath;
  who: Who;
  /** Whether team leads can open the page too. The page refuses other members itself. */
  leads?: true;
}

interface SettingsGroup {
  name: string;
  places: readonly SettingsPlace[];
}

/** All settings pages, in the order of the list. Each needs a page for the same people. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: "You",
    places: [
      {
        name: "Profile",
        href: profileSettingsPath,
        about: "Your name, username, title, and bio.",
        guide: guides.profileSettings,
        who: "members",
      },
      {
        name: "Preferences",
        href: preferencesPath,
        about: "Appearance, time zone, shortcuts, and notifications.",
        guide: guides.preferences,
        who: "members",
      },
      {
        name: "Security",
        href: securityPath,
        about: "Your sessions and personal access tokens.",
        guide: guides.security,
        who: "members",
      },
    ],
  },
  {
    name: "Workspace",
    places: [
      {
        name: "Workspace",
        href: workspaceSettingsPath,
        about: "Workspace name and time zone.",
        guide: guides.workspaceSettings,
        who: "managers",
      },
      {
        name: "Members",
        href: memberSettingsPath,
        about: "Members, invitations, and roles.",
        guide: guides.memberSettings,
        who: "managers",
      },
      {
        name: "Teams",
        href: teamsSettingsPath,
        about: "Teams, their members, and their keys.",
        guide: guides.teamSettings,
        who: "members",
      },
      {
        name: "Workflows",
        href: workflowsPath,
        about: "Task states and the teams that use them.",
        guide: guides.workflows,
        who: "managers",
      },
      {
        name: "Task labels",
        href: taskLabelsPath,
        about: "Labels and colors for tasks.",
        guide: guides.taskLabels,
        who: "managers",
      },
      {
        name: "Project labels",
        href: projectLabelsPath,
        about: "Labels and colors for projects.",
        guide: guides.projectLabels,
        who: "managers",
      },
      {
        name: "Task templates",
        href: taskTemplatesPath,
        about: "Defaults for new tasks.",
        guide: guides.taskTemplates,
        who: "managers",
      },
      {
        name: "Project templates",
        href: projectTemplatesPath,
        about: "Defaults for new projects.",
        guide: guides.projectTemplates,
        who: "managers",
      },
      {
        name: "Automation",
        href: automationSettingsPath,
        about: "Automations and their agents.",
        guide: guides.createAutomation,
        who: "managers",
      },
      {
        name: "Audit",
        href: auditPath,
        about: "Sign-ins and permission changes.",
        guide: guides.audit,
        who: "managers",
      },
      {
        name: "Usage",
        href: usagePath,
        about: "Record counts and limits.",
        guide: guides.workspaceSettings,
        who: "managers",
      },
      {
        name: "Billing",
        href: billingPath,
        about: "The cost of running your own server.",
        guide: guides.operators,
        who: "managers",
      },
    ],
  },
];

const reach: Record<Who, number> = { members: 0, managers: 1, owners: 2 };

/** Returns the pages that a member can open. @param who the member's role @param leads whether the member leads a team */
export function settingsFor(who: Who, leads: boolean): readonly SettingsGroup[] {
  return settingsGroups.map(({ name, places }) => ({
    name,
    places: places.filter((place) => reach[place.who] <= reach[who] || (place.leads && leads)),
  })).filter(({ places }) => places.length > 0);
}

/** Returns the settings page at a path, or above the path. */
export function placeAt(path: string): SettingsPlace | undefined {
  return settingsGroups.flatMap(({ places }) => places)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0];
}
