/** The list of teams. */
export const teamsPath = "/workspace/teams";
/** Patterns of a team's pages. */
export const teamPagePath = `${teamsPath}/:teamId` as const;
export const teamProjectsPagePath = `${teamPagePath}/projects` as const;
export const teamViewsPagePath = `${teamPagePath}/views` as const;

/** Returns a team's page. @param idOrKey `ENG`, or the team's ID */
export const teamPath = (idOrKey: string) => `${teamsPath}/${idOrKey}`;
/** Its projects. */
export const teamProjectsPath = (idOrKey: string) => `${teamPath(idOrKey)}/projects`;
/** The saved views that are of it. */
export const teamViewsPath = (idOrKey: string) => `${teamPath(idOrKey)}/views`;
