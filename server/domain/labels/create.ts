import type { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { nameColumns } from "../core/name_key.ts";
import { requireFreeName } from "../core/free_names.ts";
import type { WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import type { LabelKind } from "./kinds.ts";
import { readLabel } from "./record.ts";
import type { Label, LabelCreate } from "./schema.ts";

/**
 * Creates a label of a kind, gray by default. If two people create labels with the same name, the second gets an error.
 * @throws Forbidden unless a manager; Conflict if an active label has that name
 */
export async function createLabel(
  context: WriteContext<Member>,
  kind: LabelKind,
  { name, color, description }: z.output<typeof LabelCreate>,
): Promise<Versioned<Label>> {
  const { tx, actor, now } = context;
  requireManager(actor, `create ${kind.noun}s`);
  await requireFreeName(context, kind.table, { within: actor.workspace.id, name });
  const id = newId(kind.prefix, now);
  await tx.insertInto(kind.table).values({
    id,
    workspace_id: actor.workspace.id,
    ...nameColumns(name),
    color: color ?? "gray",
    description: description ?? null,
    created_at: now.toISOString(),
    archived_at: null,
  }).execute();
  await recordActivity(context, id, { kind: `${kind.subject}.created`, data: { to: name } });
  return await readLabel(context, kind, id);
}
