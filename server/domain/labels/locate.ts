import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import type { LabelKind } from "./kinds.ts";
import type { Named } from "../refs/named.ts";

/**
 * Returns a label, archived or not.
 * @param idOrName an ID, or a name in any case; active labels come before archived ones
 * @throws NotFound if there is none
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
