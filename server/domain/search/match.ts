import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";

/** How many of the newest matches a filter looks at: past that, more words narrow better than more pages. */
const MOST_MATCHES = 1_000;
/** How many of the newest records are read for a text too short for the trigram index. */
const MOST_SCANNED = 2_000;

/**
 * The condition that a record `t` matches a text: all of its words, each anywhere in the reference, title or
 * body. The trigram index needs three characters; a shorter text is looked for in the newest titles.
 * @param kind the kind of record, `task` say
 * @param most how many of the newest matches to look at; each costs about as much as showing a fifth of a row
 */
export function searchMatches(
  actor: Member,
  kind: "task",
  text: string,
  most = MOST_MATCHES,
): RawBuilder<unknown> {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const long = words.filter((word) => [...word].length >= 3);
  if (long.length === 0) {
    const needle = text.trim().toLowerCase();
    return sql`t.id in (
      select id from (
        select n.id, n.title, n.number from tasks n
        where n.workspace_id = ${actor.workspace.id} and n.archived_at is null
        order by n.id desc limit ${sql.lit(MOST_SCANNED)})
      where instr(lower(title), ${needle}) > 0 or number = ${Number(needle) || -1})`;
  }
  const named = byReference(actor, text.trim());
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");
  return sql`(t.id in (
    select d.record_id from search_index x join search_documents d on d.seq = x.rowid
    where search_index match ${match} and d.workspace_id = ${actor.workspace.id}
      and d.kind = ${kind}
    order by x.rowid desc limit ${sql.lit(most)})${named})`;
}

/**
 * The task that a reference names, or nothing. The index holds the references of the day on which a task was last
 * written; a team's key may have changed since.
 */
function byReference(actor: Member, text: string): RawBuilder<unknown> {
  const parts = /^([a-z][a-z0-9]{0,9})-(\d{1,9})$/i.exec(text);
  if (!parts) return sql``;
  const key = parts[1]!.toUpperCase();
  return sql` or t.id in (
    select n.id from tasks n where n.number = ${Number(parts[2])} and n.team_id in (
      select id from teams where workspace_id = ${actor.workspace.id} and key = ${key}
      union select team_id from team_former_keys
      where workspace_id = ${actor.workspace.id} and key = ${key}))`;
}
