import { type Selectable } from "kysely";
import { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving, becameOf, column, name } from "../change/columns.ts";
import { keys } from "../core/keys.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { seenVersion } from "../core/versioned.ts";
import { asGiven, resolveDefaults, sameDefaults } from "./defaults.ts";
import { noSuchProjectTemplate, readProjectTemplate } from "./record.ts";
import { type ProjectTemplate, type TemplateDefaults, TemplatePatch } from "./schema.ts";

const templateKey = z.strictObject({ templateId: keys.template, version: seenVersion });

/**
 * Changes, archives, or restores a project template. Projects created from it stay unchanged.
 * @throws errors of `change`
 */
export const updateProjectTemplate = operation({
  name: "projectTemplates.update",
  scope: "projects.write",
  input: templateKey.extend({ patch: TemplatePatch }),
  run: (context, { patch, ...which }) => change(context, which, patch),
});

/** Archives a project template. It can't be used anymore, and its name is free. @throws errors of `change` */
export const archiveProjectTemplate = operation({
  name: "projectTemplates.archive",
  scope: "projects.write",
  input: templateKey,
  run: (context, which) => change(context, which, { archived: true }),
});

/** Restores an archived project template. @throws errors of `change` */
export const restoreProjectTemplate = operation({
  name: "projectTemplates.restore",
  scope: "projects.write",
  input: templateKey,
  run: (context, which) => change(context, which, { archived: false }),
});

/**
 * @param version the version that the client last saw
 * @throws NotFound; Forbidden unless a workspace manager; Stale; Conflict if the name is taken; Invalid for missing
 * records
 */
async function change(
  context: WriteContext<Member>,
  { templateId, version }: z.output<typeof templateKey>,
  patch: TemplatePatch,
): Promise<ProjectTemplate> {
  const { id } = await changeRecord(context, templates, templateId, { version, patch });
  return await readProjectTemplate(context, id);
}

type StoredTemplate = Selectable<Tables["project_templates"]>;

const templates: ChangeRules<"project_templates", string, StoredTemplate, TemplatePatch> = {
  name: "template",
  table: "project_templates",
  dated: true,
  async locate({ tx, actor }, id) {
    const template = await tx.selectFrom("project_templates").selectAll()
      .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
    if (!template) throw noSuchProjectTemplate(id);
    return template;
  },
  allow: ({ actor }) => requireManager(actor, "change project templates"),
  planners: {
    name: name(),
    description: column("description"),
    async defaults(context, wanted) {
      const from = JSON.parse(context.record.defaults) as TemplateDefaults;
      // They might refer to missing records, which couldn't be set again
      if (sameDefaults(from, asGiven(wanted))) return null;
      const to = await resolveDefaults(context, wanted, from);
      return sameDefaults(from, to) ? null : { columns: { defaults: JSON.stringify(to) } };
    },
    archived: archiving(),
  },
  async requireFit(context, { id }, { name, archived_at }) {
    if (archived_at !== null) return;
    await requireFreeName(context, "project_templates", {
      within: context.actor.workspace.id,
      name,
      ownId: id,
    });
  },
  subject: ({ id }) => id,
  sum(before, after) {
    const data = before.name === after.name ? {} : { from: before.name, to: after.name };
    return { kind: `projectTemplate.${becameOf(before, after)}`, data };
  },
};
