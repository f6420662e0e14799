import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import { idsOrNames } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import type { LabelKind } from "./kinds.ts";
import type { Named } from "../refs/named.ts";

/**
 * Returns the labels of names or IDs, by name, each once. An archived label is unknown, except on a record that already
 * has it. If an active label has its name, the name means that one.
 * @param ownerId the task or project, if it already exists
 * @throws Invalid with each unknown label.
 */
export async function resolveLabels(
  { db, actor }: ReadContext<Member>,
  { table, links, owner, field }: LabelKind,
  given: string[],
  ownerId = "",
): Promise<Named[]> {
  if (given.length === 0) return [];
  const { rows } = await sql<Named & { n: number }>`
    select l.id, l.name, w.key as n from json_each(${idsOrNames(given)}) w
    join ${sql.table(table)} l on l.workspace_id = ${actor.workspace.id}
      and (l.id = w.value ->> 'id' or l.name_key = w.value ->> 'key')
    where l.archived_at is null or exists (
        select 1 from ${sql.table(links)} k where k.${sql.ref(owner)} = ${ownerId}
          and k.label_id = l.id)
      and (l.id = w.value ->> 'id' or not exists (
        select 1 from ${sql.table(table)} o where o.workspace_id = l.workspace_id
          and o.name_key = l.name_key and o.archived_at is null))
    order by l.name collate nocase`.execute(db);
  const known = new Set(rows.map((row) => row.n));
  const unknown = given.flatMap((label, n) =>
    known.has(n) ? [] : [{ path: [field, n], message: `Label ${label} not found.` }]
  );
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_label" });
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}
