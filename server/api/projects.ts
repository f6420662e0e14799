import { z } from "zod";
import { listProjectActivity } from "../domain/projects/list_activity.ts";
import { archiveProject, restoreProject } from "../domain/projects/archive.ts";
import { createProject } from "../domain/projects/create.ts";
import { addDependency, removeDependency } from "../domain/projects/dependencies.ts";
import { findProject, findProjectVersion, type VersionedProject } from "../domain/projects/find.ts";
import { listProjects } from "../domain/projects/list.ts";
import { progressOverTime } from "../domain/projects/progress_days.ts";
import { rescheduleProject } from "../domain/projects/reschedule.ts";
import { readRoadmap } from "../domain/projects/roadmap.ts";
import {
  type ChangedProjects,
  LeftProject,
  ProgressOverTime,
  Project,
  ProjectDetail,
  RoadmapProject,
} from "../domain/projects/schema.ts";
import { tickProjectBox } from "../domain/projects/tick_checklist_box.ts";
import { undoProjects } from "../domain/projects/undo.ts";
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

/** What a change of several projects came to. */
const changedProjects = {
  tag,
  response: z.strictObject({
    projects: z.array(Project),
    left: z.array(LeftProject),
    activityId: z.string().nullable(),
  }),
  answer: ({ projects, left, activityId }: ChangedProjects) =>
    `{"projects":${projects},"left":${JSON.stringify(left)},"activityId":${
      JSON.stringify(activityId)
    }}`,
  sight: {
    operation: findProjectVersion,
    inputs: (answer: unknown) =>
      (answer as { projects: { id: string }[] }).projects.map(({ id }) => ({ projectId: id })),
  },
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
    tag,
    method: "GET",
    path: `${one}/progress`,
    operation: progressOverTime,
    summary: "Read how a project went on, day by day",
    description:
      "How many tasks it had in which status at the end of each day, of the teams that one sees, and between which days " +
      "the rest may be done, by what the last eight weeks completed.",
    status: 200,
    response: z.strictObject({ progress: ProgressOverTime }),
    answer: (progress) => ({ progress }),
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
    method: "POST",
    path: `${one}/tick`,
    operation: tickProjectBox,
    summary: "Tick a box of a checklist in a project's description",
    description: "In the text as it stands: of several who tick at once nobody loses a tick.",
    status: 200,
    example: { words: "oil the hinges", done: true },
  }),
  endpoint({
    ...changedProjects,
    method: "POST",
    path: `${one}/reschedule`,
    operation: rescheduleProject,
    summary: "Change when a project begins and is due",
    description:
      "As a change of its dates does; with `carry` the projects that wait for it are moved along, as far as they would " +
      "begin before what they wait for is due. All of it can be taken back at once. Answers with the projects that " +
      "changed; `left` tells which should have, and why they didn't, and `activityId` names what takes it back.",
    status: 200,
    guarded: true,
    example: { targetDate: "2026-12-10", carry: true },
  }),
  endpoint({
    ...changedProjects,
    method: "POST",
    path: `${one}/undo`,
    operation: undoProjects,
    example: { activityId: "act_01kb0zq4x3e8vv5n7m2c9d6hrt" },
    summary: "Take back what one changed of a project",
    description:
      "With all that the same act changed of other projects, for a week; by `activityId` what that entry of its history " +
      "tells. What somebody changed since stays as it is, and " +
      "`left` tells why; what takes something back can be taken back in turn. A 409 where there is nothing to take back.",
    status: 200,
    bodyOptional: true,
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
