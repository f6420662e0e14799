import { withQuery } from "./paths.ts";
import { projectPagePath, projectPath } from "./project_paths.ts";
import type { ProjectProperty } from "./projects/properties/all.ts";

/** The URLs of what belongs to one project and stands on its page. */

export const projectActionsPagePath = `${projectPagePath}/actions` as const;
export const projectEntryPagePath = `${projectPagePath}/activity/:activityId` as const;
/** Where a card of the projects' board is put. */
export const projectPlacePagePath = `${projectPagePath}/place` as const;
export const updatesPagePath = `${projectPagePath}/updates` as const;
export const milestonesPagePath = `${projectPagePath}/milestones` as const;
export const milestonePagePath = `${milestonesPagePath}/:milestoneId` as const;
export const milestonePlacePagePath = `${milestonePagePath}/place` as const;
export const dependenciesPagePath = `${projectPagePath}/dependencies` as const;
export const dependencyPagePath = `${dependenciesPagePath}/:kind/:otherId` as const;
export const templatePagePath = `${projectPagePath}/template` as const;

/** The texts of a project that are edited in their place. */
export const editableTexts = ["name", "key", "summary", "description"] as const;
export type EditableText = (typeof editableTexts)[number];

/** What opens on a project's page besides its texts. */
export const projectAdditions = ["update", "milestone"] as const;
export type ProjectAddition = (typeof projectAdditions)[number];

/** How a project stands to another one, seen from it. */
export const dependencyKinds = ["blockedBy", "blocks"] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** What is open on a project's page, as its URL says. */
export interface OpenOnProject {
  edit?: EditableText;
  add?: ProjectAddition;
  /** The milestone that is open for editing. */
  milestone?: string;
  /** All of what happened, and not the newest alone. */
  history?: "all" | undefined;
  /** The update whose text is shown in full; the project itself for its description. */
  whole?: string;
}

/** A project's page with something open on it. */
export function openOnProjectPath(id: string, open: OpenOnProject): string {
  return withQuery(projectPath(id), { ...open });
}

/** A menu of a project: one for each property, and one of everything else that one can do with it. */
export function projectMenuPath(id: string, menu: ProjectProperty | "actions"): string {
  return `${projectPath(id)}/${menu}`;
}

/** Where something that one did to a project is undone. */
export function projectEntryPath(id: string, activityId: string): string {
  return `${projectPath(id)}/activity/${activityId}`;
}

export function updatesPath(id: string): string {
  return `${projectPath(id)}/updates`;
}

/** Where a project's new milestones go; of one, where it is changed. */
export function milestonesPath(id: string, milestoneId?: string): string {
  return `${projectPath(id)}/milestones${milestoneId ? `/${milestoneId}` : ""}`;
}

/** Where what waits for a project is moved along with it. */
export function dependenciesPath(id: string): string {
  return `${projectPath(id)}/dependencies`;
}

/** The menu that finds the other project, and where it is added; of one dependency, where it is removed. */
export function dependencyPath(id: string, kind: DependencyKind, otherId?: string): string {
  return `${projectPath(id)}/dependencies/${kind}${otherId ? `/${otherId}` : ""}`;
}

/** Where a template is made of a project. */
export function templateOfProjectPath(id: string): string {
  return `${projectPath(id)}/template`;
}
