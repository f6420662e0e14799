import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { Invalid } from "../errors.ts";
import type { Db } from "../operation.ts";

export interface StoredLabel {
  id: string;
  name: string;
}

/**
 * The task labels that names or ids stand for, in the order of their names, each once.
 * @throws Invalid naming each one that doesn't exist. `contract.md`: an unknown tag is a 422
 */
export async function resolveLabels(tx: Db, actor: Member, tags: string[]): Promise<StoredLabel[]> {
  if (tags.length === 0) return [];
  const { rows } = await sql<StoredLabel & { n: number }>`
    select l.id, l.name, w.key as n from json_each(${JSON.stringify(tags)}) w
    join task_labels l on l.workspace_id = ${actor.workspace.id} and l.archived_at is null
      and (l.id = w.value or l.name = w.value collate nocase)
    order by l.name collate nocase`.execute(tx);
  const known = new Set(rows.map((row) => row.n));
  const unknown = tags.flatMap((tag, n) =>
    known.has(n) ? [] : [{ path: ["tags", n], message: `There is no label ${tag}.` }]
  );
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_label" });
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}
