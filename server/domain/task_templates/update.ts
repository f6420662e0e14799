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
 * Changes a task template; tasks that were made of it stay as they are. `archived: false` brings one back.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict for a name that is taken; Invalid for what doesn't exist
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
 * Archives a task template: it is offered no more and its name is free, but it can be brought back. A second time
 * changes nothing.
 * @throws NotFound; Forbidden unless a manager; Stale
 */
export const archiveTaskTemplate = operation({
  name: "taskTemplates.archive",
  scope: "workspace.manage",
  input: z.strictObject(templateKey),
  run: (context, which) => setArchived(context, which, true),
});

/**
 * Brings an archived task template back; one that isn't archived stays as it is.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict for a name that is taken by now
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
