import { sql } from "kysely";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, Invalid, invalidField, NotFound } from "../core/errors.ts";
import type { SeenVersion, Versioned } from "../core/versioned.ts";
import type { WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import type { LabelKind } from "./kinds.ts";
import { locateLabel } from "./locate.ts";
import { readLabel } from "./record.ts";
import type { Label } from "./schema.ts";
import { updateLabel } from "./update.ts";

/**
 * Merges a label into another one, which replaces it on records, in templates, and in the filters of saved views. The
 * merged label is archived. This can't be undone, because records that had both labels can't be identified. Repeating
 * it changes nothing.
 * @param labelId the label to merge @param version the version that the client last saw @param into the label that
 * stays, by ID or name
 * @returns the label that stays
 * @throws Forbidden unless a manager; NotFound; Invalid if both are the same label, or the one that stays doesn't
 * exist; Conflict if the one that stays is archived; Stale
 */
export async function mergeLabels(
  context: WriteContext<Member>,
  kind: LabelKind,
  { labelId, version, into }: { labelId: string; version?: SeenVersion; into: string },
): Promise<Versioned<Label>> {
  const { tx, actor } = context;
  requireManager(actor, `merge ${kind.noun}s`);
  const from = await locateLabel(context, kind, labelId);
  const { id, name } = await locateLabel(context, kind, into).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("into", error.message, { code: "unknown_label" });
  });
  if (id === from.id) {
    const message = `Choose another ${kind.noun} to merge into.`;
    throw new Invalid([{ path: ["into"], message }], { code: "same_label" });
  }
  const archivedAt = async (label: string) =>
    (await tx.selectFrom(kind.table).select("archived_at").where("id", "=", label)
      .executeTakeFirstOrThrow()).archived_at;
  if (await archivedAt(id) !== null) {
    throw new Conflict(`The ${kind.noun} ${name} is archived.`, {
      code: "label_archived",
      hint: "Restore the label first, or choose another one.",
    });
  }
  const links = sql.table(kind.links);
  const owner = sql.ref(kind.owner);
  await sql`insert or ignore into ${links} (${owner}, label_id)
    select ${owner}, ${id} from ${links} where label_id = ${from.id}`.execute(tx);
  const moved = await sql`delete from ${links} where label_id = ${from.id}`.execute(tx);
  // Replaces IDs as text, because an ID can't appear as a part of another value
  const [table, column] = kind.templates;
  const inTemplates = await replaceId(context, { table, column }, [from.id, id]);
  const inViews = await replaceId(context, { table: "views", column: "filters" }, [from.id, id]);
  const used = [moved.numAffectedRows, inTemplates, inViews].some((rows) => rows);
  const merged = !used && await archivedAt(from.id) !== null;
  await updateLabel(context, kind, { labelId: from.id, version }, { archived: true });
  if (!merged) {
    const data = { from: from.name, to: name };
    await recordActivity(context, id, { kind: `${kind.subject}.merged`, data });
  }
  return await readLabel(context, kind, id);
}

async function replaceId(
  { tx, actor }: WriteContext<Member>,
  kept: { table: string; column: string },
  [from, to]: readonly [string, string],
): Promise<bigint | undefined> {
  const column = sql.ref(kept.column);
  const { numAffectedRows } = await sql`update ${sql.table(kept.table)}
    set ${column} = replace(${column}, ${from}, ${to}), version = version + 1
    where workspace_id = ${actor.workspace.id} and instr(${column}, ${from}) > 0`.execute(tx);
  return numAffectedRows;
}
