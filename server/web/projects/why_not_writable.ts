import type { Member } from "../../domain/core/actor.ts";
import { canWriteProject } from "../../domain/projects/permission.ts";
import type { Project } from "../../domain/projects/schema.ts";

type Led = Pick<Project, "leadId" | "lead" | "archivedAt">;

/** Returns whether the viewer can change a project. */
export function canEditProject(viewer: Member, { leadId }: Pick<Led, "leadId">): boolean {
  return canWriteProject(viewer, { lead_id: leadId });
}

/** Returns why the viewer can't change a project and whom to ask, or null if they can. */
export function whyNotWritable(viewer: Member, project: Led): string | null {
  if (!canEditProject(viewer, project)) {
    return project.lead
      ? `Only the lead ${project.lead.name}, owners, and admins can change this project. Ask one of them.`
      : "Only owners and admins can change this project. Ask one of them.";
  }
  return project.archivedAt === null
    ? null
    : "This project is archived. Restore it to make changes.";
}
