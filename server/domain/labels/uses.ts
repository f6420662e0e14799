import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import type { LabelKind } from "./kinds.ts";
import type { LabelUses } from "./schema.ts";

/**
 * Counts the active records with each label of a kind. Drafts don't count.
 * @throws Forbidden unless a manager, who can see all of them
 */
export async function countLabelUses(
  { db, actor }: ReadContext<Member>,
  { noun, links, owner, owners }: LabelKind,
): Promise<LabelUses> {
  requireManager(actor, `count the uses of ${noun}s`);
  const { rows } = await sql<{ id: string; n: number }>`
    select k.label_id as id, count(*) as n from ${sql.table(links)} k
    join ${sql.table(owners)} o on o.id = k.${sql.ref(owner)}
    where o.workspace_id = ${actor.workspace.id} and o.archived_at is null
      ${owners === "tasks" ? sql`and o.draft = 0` : sql``}
    group by k.label_id`.execute(db);
  return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
}
