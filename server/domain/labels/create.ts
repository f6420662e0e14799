import { recordActivity } from "../activity/record.ts";
import type { Found } from "../found.ts";
import { requireFreeName } from "../free_name.ts";
import { newId } from "../ids.ts";
import { named } from "../name_key.ts";
import { operation } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { readLabel } from "./record.ts";
import { type Label, LabelCreate } from "./schema.ts";

/**
 * Makes a task label, gray unless said otherwise. Of two with the same name at once the second is refused.
 * @throws Forbidden unless a manager; Conflict when a label in use has that name. `contract.md`, Who may do what
 */
export const createLabel = operation({
  name: "labels.create",
  scope: "workspace.manage",
  input: LabelCreate,
  async run({ tx, actor, now }, { name, color, description }): Promise<Found<Label>> {
    requireManager(actor, "create labels");
    await requireFreeName(tx, "task_labels", actor.workspace.id, name);
    const id = newId("label", now);
    await tx.insertInto("task_labels").values({
      id,
      workspace_id: actor.workspace.id,
      ...named(name),
      color: color ?? "gray",
      description: description ?? null,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "label", id },
      kind: "label.created",
      data: { to: name },
    });
    return await readLabel(tx, actor, id);
  },
});
