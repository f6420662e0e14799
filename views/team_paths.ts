/** The list of teams. */
export const teamsPath = "/workspace/teams";
/** Patterns of a team's pages. */
export const teamPagePath = `${teamsPath}/:teamId` as const;
export const teamProjectsPagePath = `${teamPagePath}/projects` as const;
export const teamViewsPagePath = `${teamPagePath}/views` as const;

/** Returns a team's page. @param idOrKey `ENG`, or the team's ID */
export const teamPath = (idOrKey: string) => `${teamsPath}/${idOrKey}`;
/** Returns the page of a team's projects. */
export const teamProjectsPath = (idOrKey: string) => `${teamPath(idOrKey)}/projects`;
/** Returns the page of a team's saved views. */
export const teamViewsPath = (idOrKey: string) => `${teamPath(idOrKey)}/views`;
