import { withQuery } from "./paths.ts";
import { projectPagePath, projectPath } from "./project_paths.ts";
import type { ProjectProperty } from "./projects/properties/all.ts";

/** URLs for parts of a project's page. */

export const projectActionsPagePath = `${projectPagePath}/actions` as const;
export const projectEntryPagePath = `${projectPagePath}/activity/:activityId` as const;
/** Moves a card of the project board. */
export const projectPlacePagePath = `${projectPagePath}/place` as const;
export const updatesPagePath = `${projectPagePath}/updates` as const;
export const milestonesPagePath = `${projectPagePath}/milestones` as const;
export const milestonePagePath = `${milestonesPagePath}/:milestoneId` as const;
export const milestonePlacePagePath = `${milestonePagePath}/place` as const;
export const dependenciesPagePath = `${projectPagePath}/dependencies` as const;
export const dependencyPagePath = `${dependenciesPagePath}/:kind/:otherId` as const;
export const templatePagePath = `${projectPagePath}/template` as const;

/** The texts of a project that can be edited in place. */
export const editableTexts = ["name", "key", "summary", "description"] as const;
export type EditableText = (typeof editableTexts)[number];

/** The forms that a project's page can open, besides its texts. */
export const projectAdditions = ["update", "milestone"] as const;
export type ProjectAddition = (typeof projectAdditions)[number];

/** The kinds of dependencies, from the project's side. */
export const dependencyKinds = ["blockedBy", "blocks"] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** The open forms of a project's page in its URL. */
export interface OpenOnProject {
  edit?: EditableText;
  add?: ProjectAddition;
  /** The milestone that is open for editing. */
  milestone?: string;
  /** Whether to show all activity, not only the newest. */
  history?: "all" | undefined;
  /** The update whose text is shown in full; the project itself for its description. */
  whole?: string;
}

/** A project's page with something open on it. */
export function openOnProjectPath(id: string, open: OpenOnProject): string {
  return withQuery(projectPath(id), { ...open });
}

/** A project's menu: one per property, and one of other actions. */
export function projectMenuPath(id: string, menu: ProjectProperty | "actions"): string {
  return `${projectPath(id)}/${menu}`;
}

/** Undoes a change to a project. */
export function projectEntryPath(id: string, activityId: string): string {
  return `${projectPath(id)}/activity/${activityId}`;
}

export function updatesPath(id: string): string {
  return `${projectPath(id)}/updates`;
}

/** Adds a milestone, or changes one. */
export function milestonesPath(id: string, milestoneId?: string): string {
  return `${projectPath(id)}/milestones${milestoneId ? `/${milestoneId}` : ""}`;
}

/** Moves dependent projects. */
export function dependenciesPath(id: string): string {
  return `${projectPath(id)}/dependencies`;
}

/** The menu that finds the other project, and adds a dependency. With a project, removes one. */
export function dependencyPath(id: string, kind: DependencyKind, otherId?: string): string {
  return `${projectPath(id)}/dependencies/${kind}${otherId ? `/${otherId}` : ""}`;
}

/** Creates a template from a project. */
export function templateOfProjectPath(id: string): string {
  return `${projectPath(id)}/template`;
}
