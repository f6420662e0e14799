import { recordActivity } from "../activity/write.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { nameColumns } from "../core/name_key.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { templateColumns } from "./columns.ts";
import { readTaskTemplate } from "./record.ts";
import { type TaskTemplate, TaskTemplateCreate } from "./schema.ts";

/**
 * Creates a task template. Names are unique.
 * @throws Forbidden unless a manager; Conflict if the name is taken; Invalid for missing records
 */
export const createTaskTemplate = operation({
  name: "taskTemplates.create",
  scope: "workspace.manage",
  input: TaskTemplateCreate,
  async run(context, fields): Promise<Versioned<TaskTemplate>> {
    const { tx, actor, now } = context;
    requireManager(actor, "create task templates");
    await requireFreeName(context, "task_templates", {
      within: actor.workspace.id,
      name: fields.name,
    });
    const id = newId("tmpl", now);
    const at = now.toISOString();
    await tx.insertInto("task_templates").values({
      id,
      workspace_id: actor.workspace.id,
      ...nameColumns(fields.name),
      created_at: at,
      updated_at: at,
      archived_at: null,
      ...await templateColumns(context, fields),
    }).execute();
    await recordActivity(context, id, {
      kind: "taskTemplate.created",
      data: { to: { name: fields.name } },
    });
    return await readTaskTemplate(context, id);
  },
});
