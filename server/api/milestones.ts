import { z } from "zod";
import { createMilestone } from "../domain/milestones/create.ts";
import { listMilestones } from "../domain/milestones/list.ts";
import {
  archiveMilestone,
  restoreMilestone,
  updateMilestone,
} from "../domain/milestones/update.ts";
import { Milestone } from "../domain/projects/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Projects";
const path = "/workspaces/{workspaceId}/projects/{projectId}/milestones";

const oneMilestone = {
  tag,
  response: z.strictObject({ milestone: Milestone }),
  answer: (milestone: Milestone) => ({ milestone }),
  version: (milestone: Milestone) => milestone.version,
};

/** A project's milestones. */
export const milestonesEndpoints = [
  collection({
    path,
    operation: listMilestones,
    tag,
    summary: "List a project's milestones",
    plural: "milestones",
    record: Milestone,
  }),
  endpoint({
    ...oneMilestone,
    method: "POST",
    path,
    operation: createMilestone,
    summary: "Add a milestone to a project",
    description: "Requires the owner or admin role, unless you lead the project.",
    status: 201,
    example: { name: "Beta", targetDate: "2026-10-01" },
  }),
  endpoint({
    ...oneMilestone,
    method: "PATCH",
    path: `${path}/{milestoneId}`,
    operation: updateMilestone,
    summary: "Update or move a milestone",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { position: 0 },
  }),
  endpoint({
    ...oneMilestone,
    method: "DELETE",
    path: `${path}/{milestoneId}`,
    operation: archiveMilestone,
    summary: "Archive a milestone",
    status: 200,
    guarded: true,
  }),
  endpoint({
    ...oneMilestone,
    method: "POST",
    path: `${path}/{milestoneId}/restore`,
    operation: restoreMilestone,
    summary: "Restore an archived milestone",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
];
