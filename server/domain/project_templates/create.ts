import { recordActivity } from "../activity/write.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { resolveDefaults } from "./defaults.ts";
import { nameColumns } from "../core/name_key.ts";
import { requireFreeName } from "../core/free_names.ts";
import { readProjectTemplate } from "./record.ts";
import { type ProjectTemplate, TemplateCreate } from "./schema.ts";

/**
 * Creates a project template.
 * @throws Forbidden unless a workspace manager; Conflict if the name is taken; Invalid for missing records
 */
export const createProjectTemplate = operation({
  name: "projectTemplates.create",
  scope: "projects.write",
  input: TemplateCreate,
  async run(context, { name, description, defaults }): Promise<ProjectTemplate> {
    const { tx, actor, now } = context;
    requireManager(actor, "create project templates");
    await requireFreeName(context, "project_templates", { within: actor.workspace.id, name });
    const id = newId("ptmpl", now);
    const at = now.toISOString();
    await tx.insertInto("project_templates").values({
      id,
      workspace_id: actor.workspace.id,
      ...nameColumns(name),
      description: description ?? null,
      defaults: JSON.stringify(await resolveDefaults(context, defaults)),
      created_at: at,
      updated_at: at,
      archived_at: null,
    }).execute();
    await recordActivity(context, id, { kind: "projectTemplate.created", data: { to: name } });
    return await readProjectTemplate(context, id);
  },
});
