import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { changeRecord } from "../change/change_record.ts";
import type { SeenVersion, Versioned } from "../core/versioned.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { taskTemplateRules } from "./change_rules.ts";
import { readTaskTemplate } from "./record.ts";
import { type TaskTemplate, TaskTemplatePatch, templateKey } from "./schema.ts";

/**
 * Changes a task template. Existing tasks stay unchanged. `archived: false` restores a template.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict if the name is taken; Invalid for missing records
 */
export const updateTaskTemplate = operation({
  name: "taskTemplates.update",
  scope: "workspace.manage",
  input: z.strictObject({ ...templateKey, patch: TaskTemplatePatch }),
  async run(context, { templateId, ...change }): Promise<Versioned<TaskTemplate>> {
    const { id } = await changeRecord(context, taskTemplateRules, templateId, change);
    return await readTaskTemplate(context, id);
  },
});

/**
 * Archives a task template. It can't be used anymore, and its name can be reused. Archiving it again changes nothing.
 * @throws NotFound; Forbidden unless a manager; Stale
 */
export const archiveTaskTemplate = operation({
  name: "taskTemplates.archive",
  scope: "workspace.manage",
  input: z.strictObject(templateKey),
  run: (context, which) => setArchived(context, which, true),
});

/**
 * Restores an archived task template. Restoring an active one changes nothing.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict if the name is taken
 */
export const restoreTaskTemplate = operation({
  name: "taskTemplates.restore",
  scope: "workspace.manage",
  input: z.strictObject(templateKey),
  run: (context, which) => setArchived(context, which, false),
});

async function setArchived(
  context: WriteContext<Member>,
  { templateId, version }: { templateId: string; version?: SeenVersion },
  archived: boolean,
): Promise<Versioned<TaskTemplate>> {
  const allow = () =>
    requireManager(context.actor, `${archived ? "archive" : "restore"} task templates`);
  const change = { version, patch: { archived } };
  const { id } = await changeRecord(context, { ...taskTemplateRules, allow }, templateId, change);
  return await readTaskTemplate(context, id);
}
