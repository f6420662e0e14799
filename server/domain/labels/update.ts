import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { key } from "../fields.ts";
import { requireFreeName } from "../free_name.ts";
import { type Found, requireVersion } from "../found.ts";
import { named } from "../name_key.ts";
import { operation } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { followLabel } from "../views/follow_label.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { locateLabel, readLabel } from "./record.ts";
import { type Label, LabelPatch } from "./schema.ts";

const fields = ["name", "color", "description"] as const;

/**
 * Changes a task label, on every task that has it at once; saved views that filter by its name follow it. History
 * keeps the name that it had. An archived one can be
 * changed too, because tasks still show it.
 * @throws NotFound; Forbidden unless a manager; Conflict when a label in use has that name; Stale
 */
export const updateLabel = operation({
  name: "labels.update",
  scope: "workspace.manage",
  input: z.strictObject({ labelId: key, version: z.int().optional(), patch: LabelPatch }),
  async run({ tx, actor, now }, { labelId, version, patch }): Promise<Found<Label>> {
    const label = await locateLabel(tx, actor, labelId);
    requireManager(actor, "change labels");
    requireVersion("label", label.version, version);
    const changed = fields.filter((field) =>
      patch[field] !== undefined && patch[field] !== label[field]
    );
    if (changed.length === 0) return await readLabel(tx, actor, label.id);
    if (changed.includes("name") && label.archived_at === null) {
      await requireFreeName(tx, "task_labels", actor.workspace.id, patch.name!, label.id);
    }
    await tx.updateTable("task_labels").set((e) => ({
      ...Object.fromEntries(changed.map((field) => [field, patch[field]])),
      ...(patch.name === undefined ? {} : named(patch.name)),
      version: e("version", "+", 1),
    })).where("id", "=", label.id).execute();
    if (patch.name !== undefined && changed.includes("name")) {
      await followLabel(tx, actor, "task", { from: label.name, to: patch.name });
    }
    // Task records show the name and the colour
    await reviseWorkspace(tx, actor.workspace.id);
    for (const field of changed) {
      await recordActivity(tx, actor, now, {
        subject: { kind: "label", id: label.id },
        kind: `label.${field}_changed`,
        data: { from: label[field], to: patch[field] },
      });
    }
    return await readLabel(tx, actor, label.id);
  },
});
