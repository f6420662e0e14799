import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { Invalid } from "../errors.ts";
import { idsOrNames } from "../name_key.ts";
import type { Db } from "../operation.ts";

/**
 * The project labels that names or ids stand for, in the order of their names, each once. An archived one can be
 * kept by its id on a project that has it, and be given to no other.
 * @param projectId the project that has labels already
 * @throws Invalid naming each one that doesn't exist
 */
export async function resolveProjectLabels(
  tx: Db,
  actor: Member,
  labels: string[],
  projectId: string | null = null,
): Promise<{ id: string; name: string }[]> {
  if (labels.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; n: number }>`
    select l.id, l.name, w.key as n from json_each(${idsOrNames(labels)}) w
    join project_labels l on l.workspace_id = ${actor.workspace.id}
      and (l.id = w.value ->> 'id' or (l.name_key = w.value ->> 'key' and l.archived_at is null))
    where l.archived_at is null or exists (
      select 1 from project_label_links k where k.project_id = ${projectId} and k.label_id = l.id)
    order by l.name collate nocase`.execute(tx);
  const known = new Set(rows.map((row) => row.n));
  const unknown = labels.flatMap((label, n) =>
    known.has(n) ? [] : [{ path: ["labels", n], message: `There is no project label ${label}.` }]
  );
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_label" });
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}
