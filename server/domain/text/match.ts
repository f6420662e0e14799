import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { documentsWith, type SmallKind, type Sought } from "./documents.ts";
import { folded, hasWordStart, isLong, isUnspaced, MOST_WORDS, searchWords } from "./words.ts";

/** How many of the newest matches a filter looks at: past that, more words narrow better than more pages. */
const MOST_MATCHES = 1_000;

/**
 * The condition that a task `t` has a text, as search finds texts: all of its words, each in the reference, title or
 * body, or its whole as a reference of the task. What else a word may say of a task, its label or assignee say, a list
 * has filters for.
 * @param among how many of the newest matches to look at; each costs about as much as showing a fifth of a row;
 *   and whether archived tasks are looked through in place of the others
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
 * The ids of the records of a kind other than tasks that have a text, as search finds texts: of people in their name,
 * username, address, title or what they say of themselves, of teams in their name, key or description.
 * @param which whether former members and archived records count too, or alone
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
 * Whether a record at hand has a text, as `documentsWith` finds it.
 * @param title its key and name, folded
 * @param body the rest of its text, folded
 */
export function hasWords(title: string, body: string, text: string): boolean {
  return filterWords(text).flat().every((one) => {
    const word = folded(one);
    if (isLong(one)) return title.includes(word) || body.includes(word);
    return hasWordStart(title, word) || (isUnspaced(one) && title.includes(word));
  });
}

/** Signs that the trigram index can find count here: who filters a list by them means them. */
function filterWords(text: string): string[][] {
  const known = text.trim().split(/\s+/u)
    .filter((word) => isLong(word) || searchWords(word).length > 0).slice(0, MOST_WORDS);
  return (known.length > 0 ? known : [text.trim()]).map((word) => [word]);
}

/**
 * The tasks that a reference names, or nothing: one that has it, and one that had it before it moved. The index holds
 * the references of the day on which a task was last written; a team's key may have changed since.
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
