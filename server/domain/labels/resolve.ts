import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { Invalid } from "../errors.ts";
import { idsOrNames } from "../name_key.ts";
import type { Db } from "../operation.ts";

export interface StoredLabel {
  id: string;
  name: string;
}

/**
 * The task labels that names or ids stand for, in the order of their names, each once. Archived ones are unknown,
 * except those that the task has already: it may keep them.
 * @param taskId the task whose labels they become, where it exists already
 * @throws Invalid naming each one that doesn't exist. `contract.md`: an unknown tag is a 422
 */
export async function resolveLabels(
  tx: Db,
  actor: Member,
  tags: string[],
  taskId = "",
): Promise<StoredLabel[]> {
  if (tags.length === 0) return [];
  const { rows } = await sql<StoredLabel & { n: number }>`
    select l.id, l.name, w.key as n from json_each(${idsOrNames(tags)}) w
    join task_labels l on l.workspace_id = ${actor.workspace.id}
      and (l.archived_at is null or exists (
        select 1 from task_label_links k where k.task_id = ${taskId} and k.label_id = l.id))
      and (l.id = w.value ->> 'id' or l.name_key = w.value ->> 'key')
    order by l.name collate nocase`.execute(tx);
  const known = new Set(rows.map((row) => row.n));
  const unknown = tags.flatMap((tag, n) =>
    known.has(n) ? [] : [{ path: ["tags", n], message: `There is no label ${tag}.` }]
  );
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_label" });
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}
