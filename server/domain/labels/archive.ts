import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { key } from "../fields.ts";
import { requireFreeName } from "../free_name.ts";
import { type Found, requireVersion } from "../found.ts";
import { type Db, operation } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { locateLabel, readLabel } from "./record.ts";
import type { Label } from "./schema.ts";

/**
 * Archives a task label: nobody can give it to a task any more, and its name is free for another. Tasks that have it
 * keep and show it, and filters still find them by it, so nothing that was known is lost; taking it off a task works
 * as ever. Archiving twice is once.
 * @throws NotFound; Forbidden unless a manager; Stale
 */
export const archiveLabel = operation({
  name: "labels.archive",
  scope: "workspace.manage",
  input: z.strictObject({ labelId: key, version: z.int().optional() }),
  async run({ tx, actor, now }, { labelId, version }): Promise<Found<Label>> {
    const label = await locateLabel(tx, actor, labelId);
    requireManager(actor, "archive labels");
    requireVersion("label", label.version, version);
    if (label.archived_at !== null) return await readLabel(tx, actor, label.id);
    await setArchived(tx, label.id, now.toISOString());
    await recordActivity(tx, actor, now, {
      subject: { kind: "label", id: label.id },
      kind: "label.archived",
      data: { from: label.name },
    });
    return await readLabel(tx, actor, label.id);
  },
});

/**
 * Brings an archived label back into use.
 * @throws NotFound; Forbidden unless a manager; Conflict when another label has its name by now
 */
export const restoreLabel = operation({
  name: "labels.restore",
  scope: "workspace.manage",
  input: z.strictObject({ labelId: key }),
  async run({ tx, actor, now }, { labelId }): Promise<Found<Label>> {
    const label = await locateLabel(tx, actor, labelId);
    requireManager(actor, "restore labels");
    if (label.archived_at === null) return await readLabel(tx, actor, label.id);
    await requireFreeName(tx, "task_labels", actor.workspace.id, label.name, label.id);
    await setArchived(tx, label.id, null);
    await recordActivity(tx, actor, now, {
      subject: { kind: "label", id: label.id },
      kind: "label.restored",
      data: { to: label.name },
    });
    return await readLabel(tx, actor, label.id);
  },
});

async function setArchived(tx: Db, labelId: string, archivedAt: string | null): Promise<void> {
  await tx.updateTable("task_labels")
    .set((e) => ({ archived_at: archivedAt, version: e("version", "+", 1) }))
    .where("id", "=", labelId).execute();
}
