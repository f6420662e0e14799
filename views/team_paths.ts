/** Where the teams of a workspace are. */
export const teamsPath = "/workspace/teams";
/** Patterns of what is about one of them. */
export const teamPagePath = `${teamsPath}/:teamId` as const;
export const teamProjectsPagePath = `${teamPagePath}/projects` as const;
export const teamViewsPagePath = `${teamPagePath}/views` as const;

/** One of them. @param idOrKey `ENG`, or its id */
export const teamPath = (idOrKey: string) => `${teamsPath}/${idOrKey}`;
/** Its projects. */
export const teamProjectsPath = (idOrKey: string) => `${teamPath(idOrKey)}/projects`;
/** The saved views that are of it. */
export const teamViewsPath = (idOrKey: string) => `${teamPath(idOrKey)}/views`;
