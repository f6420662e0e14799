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
import { setProjectCheckbox } from "../domain/projects/set_checkbox.ts";
import { undoProjects } from "../domain/projects/undo.ts";
import { updateProject } from "../domain/projects/update.ts";
import { Activity } from "../domain/activity/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Projects";
const workspace = "/workspaces/{workspaceId}";
const path = `${workspace}/projects`;
const one = `${path}/{projectId}`;

/** A project's whole record. SQL returns its JSON as text, which is passed on. */
const oneProject = {
  tag,
  response: z.strictObject({ project: ProjectDetail }),
  answer: (found: VersionedProject) => `{"project":${found.json}}`,
  version: (found: VersionedProject) => found.version,
  revised: true as const,
};

/** The result of changing several projects. */
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
    summary: "List a project's activity, newest first",
    plural: "activity",
    record: Activity,
  }),
  collection({
    path,
    operation: listProjects,
    tag,
    summary: "List projects",
    description: "Newest first by default. Excludes archived projects unless you request them.",
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
    summary: "Get a project",
    status: 200,
  }),
  endpoint({
    tag,
    method: "GET",
    path: `${one}/progress`,
    operation: progressOverTime,
    summary: "Get a project's daily progress",
    description:
      "Returns the number of tasks in each status at the end of each day, for teams you can see. Also " +
      "forecasts when the remaining tasks will be completed, based on the last eight weeks.",
    status: 200,
    response: z.strictObject({ progress: ProgressOverTime }),
    answer: (progress) => ({ progress }),
  }),
  endpoint({
    ...oneProject,
    method: "PATCH",
    path: one,
    operation: updateProject,
    summary: "Update a project",
    description:
      "Requires the owner or admin role, unless you lead the project. Changes only the fields you " +
      "send. Send `null` to clear a field.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { status: "active", leadId: "me" },
  }),
  endpoint({
    ...oneProject,
    method: "POST",
    path: `${one}/tick`,
    operation: setProjectCheckbox,
    summary: "Check or uncheck a checkbox in a project's description",
    description:
      "Changes only this checkbox, so simultaneous changes to other checkboxes are kept.",
    status: 200,
    example: { words: "oil the hinges", done: true },
  }),
  endpoint({
    ...changedProjects,
    method: "POST",
    path: `${one}/reschedule`,
    operation: rescheduleProject,
    summary: "Reschedule a project",
    description:
      "Changes the project's dates. With `carry`, also moves dependent projects that would otherwise start " +
      "too early. Returns the changed projects. `left` lists projects that couldn't move, with the " +
      "reasons. To undo everything at once, send the returned `activityId` to `…/undo`.",
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
    summary: "Undo a change to a project",
    description:
      "Undoes your last change to the project, or the change whose activity entry you send as `activityId`. " +
      "You can undo a change for a week. Changes that the same request made to other projects are also undone. " +
      "Values that someone has changed since are kept, and `left` gives the reasons. You can undo an undo. " +
      "Returns 409 if there is nothing to undo.",
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
    summary: "Add a project dependency",
    description:
      "Makes the project `projectId` depend on the project `otherId`. Repeating the request changes " +
      "nothing. A circular dependency returns 409.",
    status: 200,
  }),
  endpoint({
    ...oneProject,
    method: "DELETE",
    path: `${one}/dependencies/{otherId}`,
    operation: removeDependency,
    summary: "Remove a project dependency",
    description: "Removes the dependency of the project `projectId` on the project `otherId`.",
    status: 200,
  }),
  collection({
    path: `${workspace}/roadmap`,
    operation: readRoadmap,
    tag,
    summary: "Get the roadmap",
    description:
      "Requires the owner or admin role, unless you lead a project. Returns projects with a date, " +
      "ordered by start date.",
    plural: "projects",
    record: RoadmapProject,
  }),
];
