import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import type { LabelKind } from "./kinds.ts";
import type { Named } from "../refs/named.ts";

/**
 * A label, archived or not.
 * @param idOrName an id, or a name in any case; a name means the label in use before an archived one
 * @throws NotFound when there is none
 */
export async function locateLabel(
  { db, actor }: ReadContext<Member>,
  { table }: LabelKind,
  idOrName: string,
): Promise<Named> {
  const { rows } = await sql<Named>`
    select l.id, l.name from ${sql.table(table)} l
    where l.workspace_id = ${actor.workspace.id}
      and (l.id = ${idOrName} or l.name_key = ${nameKey(idOrName)})
    order by l.id = ${idOrName} desc, l.archived_at is null desc, l.id limit 1`.execute(db);
  if (rows[0]) return rows[0];
  throw new NotFound(`Label ${idOrName} not found.`);
}
