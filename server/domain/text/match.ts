import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { documentsWith, type SmallKind, type Sought } from "./documents.ts";
import { folded, hasWordStart, isLong, isUnspaced, MOST_WORDS, searchWords } from "./words.ts";

/** The maximum number of newest matches that a filter reads. Beyond it, more words help better than more pages. */
const MOST_MATCHES = 1_000;

/**
 * Returns the condition that a task `t` matches a text as in search: each word in its reference, title, or body, or the
 * whole text as its reference. Properties such as labels and assignees have filters of their own.
 * @param among the maximum number of newest matches to read, each of which costs about a fifth of showing a row, and
 * whether to search archived tasks instead of the others
 */
export function searchMatches(
  actor: Member,
  text: string,
  { most = MOST_MATCHES, archived }: { most?: number | undefined; archived?: boolean | undefined } =
    {},
): RawBuilder<unknown> {
  const which = archived ? "archived" : "listed";
  const sought: Sought = { words: filterWords(text), most, which };
  return sql`(t.id in (select id from (${documentsWith(actor, "tasks", sought)}))
    ${byReference(actor, text.trim())})`;
}

/**
 * Returns the IDs of matching records of a kind other than tasks, as in search. People match by name, username,
 * address, title, or description, and teams by name, key, or description.
 * @param which whether to include former members and archived records, or only these
 */
export function smallKindMatches(
  actor: Member,
  kind: SmallKind,
  text: string,
  which: Sought["which"] = "listed",
): RawBuilder<unknown> {
  const sought = { words: filterWords(text), most: MOST_MATCHES, which };
  return sql`select id from (${documentsWith(actor, "smallKinds", sought)}) where kind = ${kind}`;
}

/**
 * Returns whether a given record matches a text, as in `documentsWith`.
 * @param title the record's key and name, folded
 * @param body the rest of the record's text, folded
 */
export function hasWords(title: string, body: string, text: string): boolean {
  return filterWords(text).flat().every((one) => {
    const word = folded(one);
    if (isLong(one)) return title.includes(word) || body.includes(word);
    return hasWordStart(title, word) || (isUnspaced(one) && title.includes(word));
  });
}

/** Punctuation that the trigram index can find counts here, because people who filter by it mean it. */
function filterWords(text: string): string[][] {
  const known = text.trim().split(/\s+/u)
    .filter((word) => isLong(word) || searchWords(word).length > 0).slice(0, MOST_WORDS);
  return (known.length > 0 ? known : [text.trim()]).map((word) => [word]);
}

/**
 * Returns the condition for the tasks of a current or former reference, or nothing for other text. The index has the
 * reference from the last write of a task, but the team's key might have changed since.
 */
function byReference(actor: Member, text: string): RawBuilder<unknown> {
  const parts = /^([a-z][a-z0-9]{0,9})-(\d{1,9})$/i.exec(text);
  if (!parts) return sql``;
  const key = parts[1]!.toUpperCase();
  return sql` or t.id in (
    select n.id from tasks n where n.number = ${Number(parts[2])} and n.team_id in (
      select id from teams where workspace_id = ${actor.workspace.id} and key = ${key}
      union select team_id from team_former_keys
      where workspace_id = ${actor.workspace.id} and key = ${key})
    union select task_id from task_former_references
    where workspace_id = ${actor.workspace.id} and reference = ${`${key}-${Number(parts[2])}`})`;
}
