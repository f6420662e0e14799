import {
  auditPath,
  automationSettingsPath,
  memberSettingsPath,
  preferencesPath,
  projectLabelsPath,
  projectTemplatesPath,
  securityPath,
  sessionsPath,
  settingsPath,
  taskLabelsPath,
  taskTemplatesPath,
  teamMembersPath,
  teamSettingsPath,
  teamsSettingsPath,
  tokensPath,
  usagePath,
  workflowsPath,
  workspaceSettingsPath,
} from "../../views/settings_paths.ts";
import { memberPath, membersPath } from "../../views/people_paths.ts";
import { teamPath, teamsPath } from "../../views/team_paths.ts";
import { listPath, withQuery } from "../../views/paths.ts";
import { browserHeaders } from "./browser_headers.ts";
import type { Fixture } from "./fixture.ts";
import type { Row } from "./rows.ts";

export const PEOPLE_CONNECTIONS = 4;

/** The pages of people, of teams and of settings, and the list of tasks beside them, as an owner opens them. */
export function peopleRows({ assigneeId, teamId, managerCookie }: Fixture): Row[] {
  const pages = {
    "members": membersPath,
    "a profile": memberPath(assigneeId),
    "teams": teamsPath,
    "a team": teamPath(teamId),
    "a team, all members": withQuery(teamPath(teamId), { members: "all" }),
    "all settings": settingsPath,
    "settings: members": memberSettingsPath,
    "settings: inviting": withQuery(memberSettingsPath, { create: "1" }),
    "settings: teams": teamsSettingsPath,
    "settings: a team": teamSettingsPath(teamId),
    "settings: a team's members": teamMembersPath(teamId),
    "settings: task labels": taskLabelsPath,
    "settings: project labels": projectLabelsPath,
    "settings: workflows": workflowsPath,
    "settings: task templates": taskTemplatesPath,
    "settings: project templates": projectTemplatesPath,
    "settings: automation": automationSettingsPath,
    "settings: audit": auditPath,
    "settings: usage": usagePath,
    "settings: workspace": workspaceSettingsPath,
    "settings: preferences": preferencesPath,
    "settings: security": securityPath,
    "settings: sessions": sessionsPath,
    "settings: tokens": tokensPath,
    "list of tasks": listPath({}),
  };
  return Object.entries(pages).map(([name, path]) => ({
    name: `people: ${name}`,
    connections: PEOPLE_CONNECTIONS,
    expect: 200,
    goal: null,
    requests: [{
      method: "GET",
      path,
      headers: { ...browserHeaders(managerCookie), accept: "text/html" },
    }],
  }));
}
