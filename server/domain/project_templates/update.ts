import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { type Db, operation, type WriteContext } from "../operation.ts";
import { named } from "../name_key.ts";
import { requireFreeName } from "../names.ts";
import { requireManager } from "../permission.ts";
import { settleDefaults } from "./defaults.ts";
import { readTemplate } from "./record.ts";
import { type ProjectTemplate, TemplatePatch } from "./schema.ts";

const templateKey = z.strictObject({ templateId: keys.template, version: z.int().optional() });

/**
 * Changes a project template, archives it or brings it back. Projects made from it stay as they are.
 * @throws as `change` does
 */
export const updateProjectTemplate = operation({
  name: "projectTemplates.update",
  scope: "projects.write",
  input: templateKey.extend({ patch: TemplatePatch }),
  run: (context, { patch, ...which }) => change(context, which, patch),
});

/** Archives a project template: nothing can be made from it any more, and its name is free. @throws as `change` does */
export const archiveProjectTemplate = operation({
  name: "projectTemplates.archive",
  scope: "projects.write",
  input: templateKey,
  run: (context, which) => change(context, which, { archived: true }),
});

/** Brings an archived project template back into use. @throws as `change` does */
export const restoreProjectTemplate = operation({
  name: "projectTemplates.restore",
  scope: "projects.write",
  input: templateKey,
  run: (context, which) => change(context, which, { archived: false }),
});

/**
 * @param version what the client last saw
 * @throws NotFound; Forbidden unless a workspace manager; Stale; Conflict for a name that is taken; Invalid for
 *   what doesn't exist
 */
async function change(
  { tx, actor, now }: WriteContext<Member>,
  { templateId, version }: z.output<typeof templateKey>,
  patch: TemplatePatch,
): Promise<ProjectTemplate> {
  const template = await readTemplate(tx, actor, templateId);
  requireManager(actor, "change project templates");
  requireVersion("template", template.version, version);
  await store(tx, actor, now, template, patch);
  return await readTemplate(tx, actor, templateId);
}

async function store(
  tx: Db,
  actor: Member,
  now: Date,
  template: ProjectTemplate,
  patch: TemplatePatch,
): Promise<void> {
  const next = {
    name: patch.name ?? template.name,
    description: patch.description === undefined ? template.description : patch.description,
    defaults: JSON.stringify(
      patch.defaults
        ? await settleDefaults(tx, actor, patch.defaults, template.defaults)
        : template.defaults,
    ),
    archived: patch.archived ?? template.archivedAt !== null,
  };
  const before = {
    name: template.name,
    description: template.description,
    defaults: JSON.stringify(template.defaults),
    archived: template.archivedAt !== null,
  };
  if (JSON.stringify(next) === JSON.stringify(before)) return;
  if (!next.archived) {
    await requireFreeName(tx, "project_templates", actor.workspace.id, next.name, template.id);
  }
  const { archived, ...columns } = next;
  const at = now.toISOString();
  await tx.updateTable("project_templates").set({
    ...columns,
    ...named(next.name),
    archived_at: archived ? template.archivedAt ?? at : null,
    updated_at: at,
    version: template.version + 1,
  }).where("id", "=", template.id).execute();
  const kind = archived === before.archived ? "changed" : archived ? "archived" : "restored";
  await recordActivity(tx, actor, now, {
    subject: { kind: "projectTemplate", id: template.id },
    kind: `projectTemplate.${kind}`,
    data: before.name === next.name ? {} : { from: before.name, to: next.name },
  });
}
