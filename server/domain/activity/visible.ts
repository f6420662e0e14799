import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";

/**
 * The further condition on rows `h` of history: neither a private team that is hidden from the actor nor one of its
 * tasks is named in what was or what is.
 */
export function namesSeen(actor: Member): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql``;
  const hidden = sql.join([...actor.hiddenTeamIds]);
  const seen = ["$.from.id", "$.to.id"].map((path) => {
    const id = sql`coalesce(h.data ->> ${sql.lit(path)}, '')`;
    return sql`and ${id} not in (${hidden}) and not exists (
      select 1 from tasks named where named.id = ${id} and named.team_id in (${hidden}))`;
  });
  return sql.join(seen, sql` `);
}
