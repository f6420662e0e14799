import { z } from "zod";
import { listProjectActivity } from "../domain/projects/list_activity.ts";
import { archiveProject, restoreProject } from "../domain/projects/archive.ts";
import { createProject } from "../domain/projects/create.ts";
import { addDependency, removeDependency } from "../domain/projects/dependencies.ts";
import { findProject, findProjectVersion, type VersionedProject } from "../domain/projects/find.ts";
import { listProjects } from "../domain/projects/list.ts";
import { readRoadmap } from "../domain/projects/roadmap.ts";
import { Project, ProjectDetail, RoadmapProject } from "../domain/projects/schema.ts";
import { updateProject } from "../domain/projects/update.ts";
import { Activity } from "../domain/activity/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Projects";
const workspace = "/workspaces/{workspaceId}";
const path = `${workspace}/projects`;
const one = `${path}/{projectId}`;

/** One whole project. Its JSON comes out of SQL as text and is passed on. */
const oneProject = {
  tag,
  response: z.strictObject({ project: ProjectDetail }),
  answer: (found: VersionedProject) => `{"project":${found.json}}`,
  version: (found: VersionedProject) => found.version,
  revised: true as const,
};

export const projectsEndpoints = [
  collection({
    path: `${one}/activity`,
    operation: listProjectActivity,
    tag,
    summary: "List all that happened to a project, newest first",
    plural: "activity",
    record: Activity,
  }),
  collection({
    path,
    operation: listProjects,
    tag,
    summary: "List projects",
    description: "Newest first, without archived ones unless they are asked for.",
    plural: "projects",
    record: Project,
  }),
  endpoint({
    ...oneProject,
    method: "POST",
    path,
    operation: createProject,
    summary: "Create a project",
    status: 201,
    location: (found) => found.id,
    example: { name: "Website relaunch", key: "WEB", teamIds: ["ENG"], targetDate: "2026-12-03" },
  }),
  endpoint({
    ...oneProject,
    method: "GET",
    path: one,
    operation: findProject,
    versionOnly: findProjectVersion,
    summary: "Read one project, whole",
    status: 200,
  }),
  endpoint({
    ...oneProject,
    method: "PATCH",
    path: one,
    operation: updateProject,
    summary: "Change a project",
    description: "For managers and its lead. Only fields that are named change; null clears one.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { status: "active", leadId: "me" },
  }),
  endpoint({
    ...oneProject,
    method: "DELETE",
    path: one,
    operation: archiveProject,
    summary: "Archive a project",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneProject,
    method: "POST",
    path: `${one}/restore`,
    operation: restoreProject,
    summary: "Restore an archived project",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneProject,
    method: "PUT",
    path: `${one}/dependencies/{otherId}`,
    operation: addDependency,
    summary: "Let a project wait for another one",
    description:
      "`projectId` is the project that waits, `otherId` the one that it waits for, which blocks it. Doing it again changes nothing; a circle is a 409.",
    status: 200,
  }),
  endpoint({
    ...oneProject,
    method: "DELETE",
    path: `${one}/dependencies/{otherId}`,
    operation: removeDependency,
    summary: "Let a project no longer wait for another one",
    description: "`projectId` is the project that waited, `otherId` the one that it waited for.",
    status: 200,
  }),
  collection({
    path: `${workspace}/roadmap`,
    operation: readRoadmap,
    tag,
    summary: "Read the roadmap",
    description:
      "For managers and leads of a project: the projects with a date, by when they start.",
    plural: "projects",
    record: RoadmapProject,
  }),
];
