import type { Member } from "../../domain/core/actor.ts";
import { canWriteProject } from "../../domain/projects/permission.ts";
import type { Project } from "../../domain/projects/schema.ts";

type Led = Pick<Project, "leadId" | "lead" | "archivedAt">;

/** Whether somebody is a project's writer. */
export function canEditProject(viewer: Member, { leadId }: Pick<Led, "leadId">): boolean {
  return canWriteProject(viewer, { lead_id: leadId });
}

/** Why somebody can't change a project, and whom they can ask, in words to show where they would; null where they can. */
export function whyNotWritable(viewer: Member, project: Led): string | null {
  if (!canEditProject(viewer, project)) {
    return project.lead
      ? `Only workspace managers and ${project.lead.name}, who leads it, may change this project. Ask them.`
      : "Only workspace managers may change this project: nobody leads it. Ask one of them.";
  }
  return project.archivedAt === null ? null : "This project is archived. Restore it to change it.";
}
