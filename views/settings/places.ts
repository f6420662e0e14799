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
        who: "members",
      },
      {
        name: "Preferences",
        href: preferencesPath,
        about: "Appearance, time zone, shortcuts, and notifications.",
        who: "members",
      },
      {
        name: "Security",
        href: securityPath,
        about: "Your sessions and personal access tokens.",
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
        who: "managers",
      },
      {
        name: "Members",
        href: memberSettingsPath,
        about: "Members, invitations, and roles.",
        who: "managers",
      },
      {
        name: "Teams",
        href: teamsSettingsPath,
        about: "Teams, their members, and their keys.",
        who: "members",
      },
      {
        name: "Workflows",
        href: workflowsPath,
        about: "Task states and the teams that use them.",
        who: "managers",
      },
      {
        name: "Task labels",
        href: taskLabelsPath,
        about: "Labels and colors for tasks.",
        who: "managers",
      },
      {
        name: "Project labels",
        href: projectLabelsPath,
        about: "Labels and colors for projects.",
        who: "managers",
      },
      {
        name: "Task templates",
        href: taskTemplatesPath,
        about: "Defaults for new tasks.",
        who: "managers",
      },
      {
        name: "Project templates",
        href: projectTemplatesPath,
        about: "Defaults for new projects.",
        who: "managers",
      },
      {
        name: "Automation",
        href: automationSettingsPath,
        about: "Automations and their agents.",
        who: "managers",
      },
      {
        name: "Audit",
        href: auditPath,
        about: "Sign-ins and permission changes.",
        who: "managers",
      },
      {
        name: "Usage",
        href: usagePath,
        about: "Record counts and limits.",
        who: "managers",
      },
      {
        name: "Billing",
        href: billingPath,
        about: "The cost of a server you run yourself.",
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
