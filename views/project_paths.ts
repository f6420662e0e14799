import { withQuery } from "./paths.ts";

/** URLs of projects and their parts. */

export const projectsPath = "/workspace/projects";
export const roadmapPath = "/workspace/roadmap";
/** The saved views of projects, and the pattern of one. */
export const projectViewsPath = "/workspace/views/projects";
export const projectViewPagePath = "/workspace/project-view/:viewKey";
export const projectViewPath = (key: string) => `/workspace/project-view/${key}`;

/** The composer of a new project. */
export const newProjectPath = `${projectsPath}/new` as const;
/** The menu of a new project's property, or of project templates. */
export const newProjectMenuPath = <M extends string>(menu: M) =>
  `${newProjectPath}/${menu}` as const;

/** Patterns for pages of one project. */
export const projectPagePath = `${projectsPath}/:projectId` as const;

/** Returns a project's page. @param idOrKey `WEB`, or its ID */
export function projectPath(idOrKey: string, query: Record<string, string | undefined> = {}) {
  return withQuery(`${projectsPath}/${idOrKey}`, query);
}
