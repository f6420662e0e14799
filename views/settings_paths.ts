/** Where settings are. */
export const settingsPath = "/workspace/settings";
export const preferencesPath = `${settingsPath}/preferences` as const;
export const profileSettingsPath = `${settingsPath}/profile` as const;
export const securityPath = `${settingsPath}/security` as const;
export const sessionsPath = `${securityPath}/sessions` as const;
/** Pattern of one session. */
export const sessionPagePath = `${sessionsPath}/:sessionId` as const;
export const tokensPath = `${securityPath}/pats` as const;
/** Pattern of one personal access token. */
export const tokenPagePath = `${tokensPath}/:credentialId` as const;
/** One's preferences, with a word that they were saved. */
export const savedPreferencesPath = `${preferencesPath}?saved=1`;

/** Where teams are kept. */
export const teamsSettingsPath = `${settingsPath}/teams` as const;
/** Patterns of one team's settings, and of who is in it. */
export const teamSettingsPagePath = `${teamsSettingsPath}/:teamId` as const;
export const teamMembersPagePath = `${teamSettingsPagePath}/members` as const;
/** Where somebody is chosen to be in it, and patterns of what is about one who is. */
export const addTeamMemberPagePath = `${teamMembersPagePath}/add` as const;
export const teamMemberPagePath = `${teamMembersPagePath}/:profileId` as const;
/** One team's settings. @param idOrKey `ENG`, or its id */
export const teamSettingsPath = (idOrKey: string) => `${teamsSettingsPath}/${idOrKey}`;
export const teamMembersPath = (idOrKey: string) => `${teamSettingsPath(idOrKey)}/members`;
export const addTeamMemberPath = (idOrKey: string) => `${teamMembersPath(idOrKey)}/add`;
/** Somebody in it: the menu of their role, and where that is given. */
export const teamMemberPath = (idOrKey: string, profileId: string) =>
  `${teamMembersPath(idOrKey)}/${profileId}`;

export const taskLabelsPath = `${settingsPath}/task-labels` as const;
/** Pattern of one task label. */
export const taskLabelPagePath = `${taskLabelsPath}/:labelId` as const;
export const projectLabelsPath = `${settingsPath}/project-labels` as const;
/** Pattern of one project label. */
export const projectLabelPagePath = `${projectLabelsPath}/:labelId` as const;

export const workspaceSettingsPath = `${settingsPath}/workspace` as const;
export const usagePath = `${settingsPath}/usage` as const;
export const billingPath = `${settingsPath}/billing` as const;

/** Who is in the workspace, and who is asked. */
export const memberSettingsPath = `${settingsPath}/members` as const;
/** Pattern of one of them. */
export const memberSettingPath = `${memberSettingsPath}/:profileId` as const;
/** Pattern of one invitation. */
export const invitationPath = `${memberSettingsPath}/invitations/:invitationId` as const;
export const workflowsPath = `${settingsPath}/workflows` as const;
/** Patterns of one workflow, of its states, of one of these and of where that is put, and of the teams that use it. */
export const workflowPagePath = `${workflowsPath}/:workflowId` as const;
export const workflowTeamsPagePath = `${workflowPagePath}/teams` as const;
export const statesPagePath = `${workflowPagePath}/states` as const;
export const statePagePath = `${statesPagePath}/:stateId` as const;
export const statePlacePagePath = `${statePagePath}/place` as const;
/** One workflow. */
export const workflowPath = (id: string) => `${workflowsPath}/${id}`;
/** The states of a workflow, or one of them. */
export const statesPath = (workflowId: string, stateId?: string) =>
  `${workflowPath(workflowId)}/states${stateId ? `/${stateId}` : ""}`;

/** What works in the workspace by itself. */
export const automationSettingsPath = `${settingsPath}/automation` as const;
/** Pattern of one automation. */
export const automationPagePath = `${automationSettingsPath}/:automationId` as const;
/** Pattern of the agents of one. */
export const automationAgentsPath = `${automationPagePath}/agents` as const;
/** Pattern of one agent. */
export const agentPagePath = `${automationSettingsPath}/agents/:agentId` as const;

/** Who did what of what concerns access. */
export const auditPath = `${settingsPath}/audit` as const;
/** The same as a table to take along. */
export const auditCsvPath = `${settingsPath}/audit.csv` as const;

export const taskTemplatesPath = `${settingsPath}/task-templates` as const;
export const newTaskTemplatePath = `${taskTemplatesPath}/new` as const;
/** Pattern of one task template. */
export const taskTemplatePagePath = `${taskTemplatesPath}/:templateId` as const;
export const projectTemplatesPath = `${settingsPath}/project-templates` as const;
export const newProjectTemplatePath = `${projectTemplatesPath}/new` as const;
/** Pattern of one project template. */
export const projectTemplatePagePath = `${projectTemplatesPath}/:templateId` as const;
