import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { type Found, requireVersion } from "../found.ts";
import { requireFreeName } from "../names.ts";
import { operation, type WriteContext } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { templateColumns } from "./columns.ts";
import { locateTemplate, type StoredTemplate } from "./locate.ts";
import { readTemplate } from "./record.ts";
import { type TaskTemplate, TaskTemplatePatch, templateKey } from "./schema.ts";

type Columns = Record<string, string | number | null>;

/**
 * Changes a task template; tasks that were made of it stay as they are. `archived: false` brings one back.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict for a name that is taken; Invalid for what doesn't exist
 */
export const updateTaskTemplate = operation({
  name: "taskTemplates.update",
  scope: "workspace.manage",
  input: z.strictObject({ ...templateKey, patch: TaskTemplatePatch }),
  async run(context, { templateId, version, patch }): Promise<Found<TaskTemplate>> {
    const { tx, actor } = context;
    const template = await locateTemplate(tx, actor, templateId);
    requireManager(actor, "change task templates");
    requireVersion("task template", template.version, version);
    const { archived, ...fields } = patch;
    const columns = await templateColumns(tx, actor, fields, template);
    await change(context, template, columns, archived);
    return await readTemplate(tx, template.id);
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
  { templateId, version }: { templateId: string; version?: number | undefined },
  archived: boolean,
): Promise<Found<TaskTemplate>> {
  const { tx, actor } = context;
  const template = await locateTemplate(tx, actor, templateId);
  requireManager(actor, `${archived ? "archive" : "restore"} task templates`);
  requireVersion("task template", template.version, version);
  await change(context, template, {}, archived);
  return await readTemplate(tx, template.id);
}

/** Writes what really changes, in one row of history, with what it was. */
async function change(
  { tx, actor, now }: WriteContext<Member>,
  template: StoredTemplate,
  named: Columns,
  archived: boolean | undefined,
): Promise<void> {
  const stored = template as unknown as Columns;
  const columns = Object.fromEntries(
    Object.entries(named).filter(([column, value]) => stored[column] !== value),
  );
  if (archived !== undefined && archived !== (template.archived_at !== null)) {
    columns.archived_at = archived ? now.toISOString() : null;
  }
  if (Object.keys(columns).length === 0) return;
  const after = { ...template, ...columns } as StoredTemplate;
  if (after.archived_at === null) {
    await requireFreeName(tx, "task_templates", actor.workspace.id, after.name, template.id);
  }
  await tx.updateTable("task_templates")
    .set((e) => ({ ...columns, version: e("version", "+", 1), updated_at: now.toISOString() }))
    .where("id", "=", template.id).execute();
  await recordActivity(tx, actor, now, {
    subject: { kind: "taskTemplate", id: template.id },
    kind: kindOf(columns),
    data: { from: { name: template.name }, to: { name: after.name } },
  });
}

function kindOf({ archived_at }: Columns): string {
  if (archived_at === undefined) return "taskTemplate.changed";
  return archived_at === null ? "taskTemplate.restored" : "taskTemplate.archived";
}
