import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { key } from "../fields.ts";
import { requireVersion } from "../found.ts";
import { type Db, operation } from "../operation.ts";
import { named } from "../name_key.ts";
import { requireFreeName } from "../names.ts";
import { requireManager } from "../permission.ts";
import { settleDefaults } from "./defaults.ts";
import { readTemplate } from "./record.ts";
import { type ProjectTemplate, TemplatePatch } from "./schema.ts";

/**
 * Changes a project template, archives it or brings it back. Projects made from it stay as they are.
 * @param version what the client last saw
 * @throws NotFound; Forbidden unless a workspace manager; Stale; Conflict for a name that is taken; Invalid for
 *   what doesn't exist
 */
export const updateProjectTemplate = operation({
  name: "projectTemplates.update",
  scope: "projects.write",
  input: z.strictObject({ templateId: key, version: z.int().optional(), patch: TemplatePatch }),
  async run({ tx, actor, now }, { templateId, version, patch }): Promise<ProjectTemplate> {
    const template = await readTemplate(tx, actor, templateId);
    requireManager(actor, "change project templates");
    requireVersion("template", template.version, version);
    await change(tx, actor, now, template, patch);
    return await readTemplate(tx, actor, templateId);
  },
});

/**
 * Archives a project template: nothing can be made from it any more, and its name is free.
 * @throws NotFound; Forbidden unless a workspace manager; Stale
 */
export const archiveProjectTemplate = operation({
  name: "projectTemplates.archive",
  scope: "projects.write",
  input: z.strictObject({ templateId: key, version: z.int().optional() }),
  async run({ tx, actor, now }, { templateId, version }): Promise<ProjectTemplate> {
    const template = await readTemplate(tx, actor, templateId);
    requireManager(actor, "archive project templates");
    requireVersion("template", template.version, version);
    await change(tx, actor, now, template, { archived: true });
    return await readTemplate(tx, actor, templateId);
  },
});

async function change(
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
