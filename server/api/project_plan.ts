import { z } from "zod";
import { createMilestone } from "../domain/milestones/create.ts";
import { listMilestones } from "../domain/milestones/list.ts";
import {
  archiveMilestone,
  restoreMilestone,
  updateMilestone,
} from "../domain/milestones/update.ts";
import { listProjectUpdates } from "../domain/project_updates/list.ts";
import { postProjectUpdate } from "../domain/project_updates/post.ts";
import { Milestone, ProjectUpdate } from "../domain/projects/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Projects";
const project = "/workspaces/{workspaceId}/projects/{projectId}";
const milestones = `${project}/milestones`;
const updates = `${project}/updates`;

const oneMilestone = {
  tag,
  response: z.strictObject({ milestone: Milestone }),
  answer: (milestone: Milestone) => ({ milestone }),
  version: (milestone: Milestone) => milestone.version,
};

export const projectPlanEndpoints = [
  collection({
    path: milestones,
    operation: listMilestones,
    tag,
    summary: "List a project's milestones",
    plural: "milestones",
    record: Milestone,
  }),
  endpoint({
    ...oneMilestone,
    method: "POST",
    path: milestones,
    operation: createMilestone,
    summary: "Add a milestone to a project",
    description: "For managers and the project's lead.",
    status: 201,
    example: { name: "Beta", targetDate: "2026-10-01" },
  }),
  endpoint({
    ...oneMilestone,
    method: "PATCH",
    path: `${milestones}/{milestoneId}`,
    operation: updateMilestone,
    summary: "Change or move a milestone",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { position: 0 },
  }),
  endpoint({
    ...oneMilestone,
    method: "DELETE",
    path: `${milestones}/{milestoneId}`,
    operation: archiveMilestone,
    summary: "Archive a milestone",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneMilestone,
    method: "POST",
    path: `${milestones}/{milestoneId}/restore`,
    operation: restoreMilestone,
    summary: "Restore an archived milestone",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  collection({
    path: updates,
    operation: listProjectUpdates,
    tag,
    summary: "List a project's updates",
    plural: "updates",
    record: ProjectUpdate,
  }),
  endpoint({
    method: "POST",
    path: updates,
    operation: postProjectUpdate,
    tag,
    summary: "Report on a project",
    description:
      "For managers and the project's lead. The newest report's health is the project's.",
    status: 201,
    response: z.strictObject({ update: ProjectUpdate }),
    answer: (update) => ({ update }),
    example: { health: "onTrack", body: "The new checkout is in use since Monday." },
  }),
];
