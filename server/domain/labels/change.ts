import type { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { type Found, requireVersion } from "../found.ts";
import { named } from "../name_key.ts";
import { requireFreeName } from "../names.ts";
import type { WriteContext } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { parseJson } from "../tasks/record.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import type { LabelKind } from "./kinds.ts";
import { readLabel } from "./record.ts";
import type { Label, labelKey, LabelPatch } from "./schema.ts";

/** What changes of a label, or whether it is archived. */
type Change = Partial<z.output<typeof LabelPatch>> & { archived?: boolean | undefined };

const fields = ["name", "color", "description"] as const;

/**
 * Changes a label on everything that has it at once, archives it or brings it back. History keeps the name that it
 * had; saved views that filter by it know it by its id. An archived one can be changed too, because what has it still
 * shows it. What changes nothing leaves no trace.
 * @throws NotFound; Forbidden unless a manager; Stale; Conflict when a label in use has the name
 */
export async function changeLabel(
  { tx, actor, now }: WriteContext<Member>,
  kind: LabelKind,
  { labelId, version }: z.output<typeof labelKey>,
  change: Change,
): Promise<Found<Label>> {
  const found = await readLabel(tx, actor, kind, labelId);
  requireManager(actor, `change ${kind.noun}s`);
  requireVersion(kind.noun, found.version, version);
  const before = parseJson(found.json);
  const after = changed(before, change, now);
  const entries = told(before, after);
  if (entries.length === 0) return found;
  if (after.archivedAt === null) {
    await requireFreeName(tx, kind.table, actor.workspace.id, after.name, labelId);
  }
  const { name, color, description, archivedAt } = after;
  await tx.updateTable(kind.table)
    .set({
      ...named(name),
      color,
      description,
      archived_at: archivedAt,
      version: found.version + 1,
    })
    .where("id", "=", labelId).execute();
  // The records that have it show its name and colour.
  await reviseWorkspace(tx, actor.workspace.id);
  for (const { verb, data } of entries) {
    const subject = { kind: kind.subject, id: labelId };
    await recordActivity(tx, actor, now, { subject, kind: `${kind.subject}.${verb}`, data });
  }
  return await readLabel(tx, actor, kind, labelId);
}

function changed(before: Label, { archived, ...patch }: Change, now: Date): Label {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const after: Label = { ...before, ...Object.fromEntries(given) };
  if (archived !== undefined) {
    after.archivedAt = archived ? before.archivedAt ?? now.toISOString() : null;
  }
  return after;
}

/** What history tells of a change: each field that is another one now, and whether it came or went. */
function told(before: Label, after: Label) {
  const entries: { verb: string; data: { from?: unknown; to?: unknown } }[] = fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      verb: `${field}_changed`,
      data: { from: before[field], to: after[field] },
    }));
  if (before.archivedAt === after.archivedAt) return entries;
  return after.archivedAt === null
    ? [...entries, { verb: "restored", data: { to: after.name } }]
    : [...entries, { verb: "archived", data: { from: after.name } }];
}
