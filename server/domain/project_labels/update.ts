import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { key } from "../fields.ts";
import { named } from "../name_key.ts";
import { operation, type WriteContext } from "../operation.ts";
import { requireFreeName } from "../free_name.ts";
import { requireManager } from "../permission.ts";
import { followLabel } from "../views/follow_label.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { readProjectLabel } from "./record.ts";
import { type ProjectLabel, ProjectLabelPatch } from "./schema.ts";

/**
 * Renames, recolours or describes a project label, archives it or brings it back.
 * @throws NotFound; Forbidden unless a workspace manager; Conflict for a name that is taken
 */
export const updateProjectLabel = operation({
  name: "projectLabels.update",
  scope: "projects.write",
  input: z.strictObject({ labelId: key, patch: ProjectLabelPatch }),
  run: (context, { labelId, patch }) => changeLabel(context, labelId, patch),
});

/**
 * Archives a project label: it can't be given to projects any more and its name is free. Projects that have it
 * keep it until somebody takes it off.
 * @throws NotFound; Forbidden unless a workspace manager
 */
export const archiveProjectLabel = operation({
  name: "projectLabels.archive",
  scope: "projects.write",
  input: z.strictObject({ labelId: key }),
  run: (context, { labelId }) => changeLabel(context, labelId, { archived: true }),
});

async function changeLabel(
  { tx, actor, now }: WriteContext<Member>,
  labelId: string,
  patch: ProjectLabelPatch,
): Promise<ProjectLabel> {
  const standing = await readProjectLabel(tx, actor, labelId);
  requireManager(actor, "change project labels");
  const next = patched(standing, patch, now);
  if (JSON.stringify(next) === JSON.stringify(standing)) return standing;
  const { id, name, color, description, archivedAt } = next;
  if (archivedAt === null) {
    await requireFreeName(tx, "project_labels", actor.workspace.id, name, id);
  }
  await tx.updateTable("project_labels")
    .set({ ...named(name), color, description, archived_at: archivedAt }).where("id", "=", id)
    .execute();
  if (name !== standing.name) {
    await followLabel(tx, actor, "project", { from: standing.name, to: name });
  }
  await reviseWorkspace(tx, actor.workspace.id);
  await recordActivity(tx, actor, now, {
    subject: { kind: "projectLabel", id },
    kind: `projectLabel.${verbOf(standing, next)}`,
    data: standing.name === name ? {} : { from: standing.name, to: name },
  });
  return next;
}

function patched(standing: ProjectLabel, patch: ProjectLabelPatch, now: Date): ProjectLabel {
  const { name, color, description, archived } = patch;
  const next = { ...standing };
  if (name !== undefined) next.name = name;
  if (color !== undefined) next.color = color;
  if (description !== undefined) next.description = description;
  if (archived !== undefined) {
    next.archivedAt = archived ? standing.archivedAt ?? now.toISOString() : null;
  }
  return next;
}

function verbOf(standing: ProjectLabel, next: ProjectLabel): string {
  if ((standing.archivedAt === null) === (next.archivedAt === null)) return "changed";
  return next.archivedAt === null ? "restored" : "archived";
}
