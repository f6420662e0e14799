/** The settings. */
export const settingsPath = "/workspace/settings";
export const preferencesPath = `${settingsPath}/preferences` as const;
export const profileSettingsPath = `${settingsPath}/profile` as const;
export const securityPath = `${settingsPath}/security` as const;
export const sessionsPath = `${securityPath}/sessions` as const;
/** The pattern of a session. */
export const sessionPagePath = `${sessionsPath}/:sessionId` as const;
export const tokensPath = `${securityPath}/pats` as const;
/** The pattern of a personal access token. */
export const tokenPagePath = `${tokensPath}/:credentialId` as const;
/** The preferences, with a message that they were saved. */
export const savedPreferencesPath = `${preferencesPath}?saved=1`;

/** The teams. */
export const teamsSettingsPath = `${settingsPath}/teams` as const;
/** Patterns of a team's settings and its members. */
export const teamSettingsPagePath = `${teamsSettingsPath}/:teamId` as const;
export const teamMembersPagePath = `${teamSettingsPagePath}/members` as const;
/** Adds members to a team, and the patterns of a member. */
export const addTeamMemberPagePath = `${teamMembersPagePath}/add` as const;
export const teamMemberPagePath = `${teamMembersPagePath}/:profileId` as const;
/** Returns a team's settings. @param idOrKey `ENG`, or the team's ID */
export const teamSettingsPath = (idOrKey: string) => `${teamsSettingsPath}/${idOrKey}`;
export const teamMembersPath = (idOrKey: string) => `${teamSettingsPath(idOrKey)}/members`;
export const addTeamMemberPath = (idOrKey: string) => `${teamMembersPath(idOrKey)}/add`;
/** A member of a team: the menu of their role, and the path that changes it. */
export const teamMemberPath = (idOrKey: string, profileId: string) =>
  `${teamMembersPath(idOrKey)}/${profileId}`;

export const taskLabelsPath = `${settingsPath}/task-labels` as const;
/** The URL pattern of a task label's page. */
export const taskLabelPagePath = `${taskLabelsPath}/:labelId` as const;
export const projectLabelsPath = `${settingsPath}/project-labels` as const;
/** The URL pattern of a project label's page. */
export const projectLabelPagePath = `${projectLabelsPath}/:labelId` as const;

export const workspaceSettingsPath = `${settingsPath}/workspace` as const;
export const usagePath = `${settingsPath}/usage` as const;
export const billingPath = `${settingsPath}/billing` as const;

/** Members and invitations. */
export const memberSettingsPath = `${settingsPath}/members` as const;
/** The pattern of a member. */
export const memberSettingPath = `${memberSettingsPath}/:profileId` as const;
/** The pattern of an invitation. */
export const invitationPath = `${memberSettingsPath}/invitations/:invitationId` as const;
export const workflowsPath = `${settingsPath}/workflows` as const;
/** Patterns of a workflow, its states, a state, a state's position, and its teams. */
export const workflowPagePath = `${workflowsPath}/:workflowId` as const;
export const workflowTeamsPagePath = `${workflowPagePath}/teams` as const;
export const statesPagePath = `${workflowPagePath}/states` as const;
export const statePagePath = `${statesPagePath}/:stateId` as const;
export const statePlacePagePath = `${statePagePath}/place` as const;
/** Returns a workflow's page. */
export const workflowPath = (id: string) => `${workflowsPath}/${id}`;
/** Returns the path of a workflow's states, or of one. */
export const statesPath = (workflowId: string, stateId?: string) =>
  `${workflowPath(workflowId)}/states${stateId ? `/${stateId}` : ""}`;

/** The automations. */
export const automationSettingsPath = `${settingsPath}/automation` as const;
/** The pattern of an automation. */
export const automationPagePath = `${automationSettingsPath}/:automationId` as const;
/** The pattern of an automation's agents. */
export const automationAgentsPath = `${automationPagePath}/agents` as const;
/** The pattern of an agent. */
export const agentPagePath = `${automationSettingsPath}/agents/:agentId` as const;

/** The audit log. */
export const auditPath = `${settingsPath}/audit` as const;
/** The audit log as a CSV file. */
export const auditCsvPath = `${settingsPath}/audit.csv` as const;

export const taskTemplatesPath = `${settingsPath}/task-templates` as const;
export const newTaskTemplatePath = `${taskTemplatesPath}/new` as const;
/** The pattern of a task template. */
export const taskTemplatePagePath = `${taskTemplatesPath}/:templateId` as const;
export const projectTemplatesPath = `${settingsPath}/project-templates` as const;
export const newProjectTemplatePath = `${projectTemplatesPath}/new` as const;
/** The pattern of a project template. */
export const projectTemplatePagePath = `${projectTemplatesPath}/:templateId` as const;
