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

/** A page of settings that the list of them leads to. */
export interface SettingsPlace {
  name: string;
  href: string;
  /** What it is for, as one sentence. */
  about: string;
  who: Who;
  /** Whether of the members it is for those alone who lead a team: it refuses the others itself. */
  leads?: true;
}

interface SettingsGroup {
  name: string;
  places: readonly SettingsPlace[];
}

/** Every one of them, in the order of the list. Its page has to be there, for the same people. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: "You",
    places: [
      {
        name: "Profile",
        href: profileSettingsPath,
        about: "What you are called here, and what others read of you.",
        who: "members",
      },
      {
        name: "Preferences",
        href: preferencesPath,
        about: "How pages look and answer to you.",
        who: "members",
      },
      {
        name: "Security",
        href: securityPath,
        about: "Where you are signed in, and the tokens that act as you.",
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
        about: "What the workspace is called, and where its days end.",
        who: "managers",
      },
      {
        name: "Members",
        href: memberSettingsPath,
        about: "Who is here, who is asked to come, and what each may do.",
        who: "managers",
      },
      {
        name: "Teams",
        href: teamsSettingsPath,
        about: "Which teams there are, who is in them, and what each is called by.",
        who: "members",
      },
      {
        name: "Workflows",
        href: workflowsPath,
        about: "The states that tasks go through, and which teams use them.",
        who: "managers",
      },
      {
        name: "Task labels",
        href: taskLabelsPath,
        about: "What tasks are sorted by, and in which colours.",
        who: "managers",
      },
      {
        name: "Project labels",
        href: projectLabelsPath,
        about: "What projects are sorted by, and in which colours.",
        who: "managers",
      },
      {
        name: "Task templates",
        href: taskTemplatesPath,
        about: "What tasks of a kind begin with.",
        who: "managers",
      },
      {
        name: "Project templates",
        href: projectTemplatesPath,
        about: "What projects of a kind begin with.",
        who: "managers",
      },
      {
        name: "Automation",
        href: automationSettingsPath,
        about: "What works here by itself, and the agents that it acts as.",
        who: "managers",
      },
      {
        name: "Audit",
        href: auditPath,
        about: "Who came in, and who changed who may do what.",
        who: "managers",
      },
      {
        name: "Usage",
        href: usagePath,
        about: "How much there is of everything, and what is limited.",
        who: "managers",
      },
      {
        name: "Billing",
        href: billingPath,
        about: "What a server that you run yourself costs.",
        who: "managers",
      },
    ],
  },
];

const reach: Record<Who, number> = { members: 0, managers: 1, owners: 2 };

/** Those that somebody may open. @param who all that they are @param leads whether they lead a team */
export function settingsFor(who: Who, leads: boolean): readonly SettingsGroup[] {
  return settingsGroups.map(({ name, places }) => ({
    name,
    places: places.filter((place) => reach[place.who] <= reach[who] || (place.leads && leads)),
  })).filter(({ places }) => places.length > 0);
}
