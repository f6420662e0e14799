import type { Member } from "../actor.ts";
import type { LabelKind } from "../labels/kinds.ts";
import { nameKey } from "../name_key.ts";
import type { Db } from "../operation.ts";

/**
 * Lets the saved views that filter by a label's name filter by the new one, so that they show what they showed. What
 * changed is told with the label. Where an archived label is renamed and one in use has its old name, they stay with
 * that one.
 * @param kind whose labels: tasks' or projects'; the label has its new name already
 */
export async function followLabel(
  tx: Db,
  actor: Member,
  kind: LabelKind,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const another = await tx.selectFrom(kind.table).select("id")
    .where("workspace_id", "=", actor.workspace.id).where("name_key", "=", nameKey(from))
    .where("archived_at", "is", null).executeTakeFirst();
  if (another && nameKey(from) !== nameKey(to)) return;
  const views = await tx.selectFrom("views").select(["id", "filters"])
    .where("workspace_id", "=", actor.workspace.id).where(
      "kind",
      "=",
      kind.table === "task_labels" ? "task" : "project",
    )
    .where("archived_at", "is", null).execute();
  for (const { id, filters } of views) {
    const { label, ...others }: { label?: string } = JSON.parse(filters);
    if (label === undefined || nameKey(label) !== nameKey(from)) continue;
    await tx.updateTable("views").set((e) => ({
      filters: JSON.stringify({ ...others, label: to }),
      version: e("version", "+", 1),
    })).where("id", "=", id).execute();
  }
}
