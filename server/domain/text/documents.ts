import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { andUnhidden, teamOrNone } from "../visibility/teams.ts";
import { isLong, isUnspaced, phrase } from "./words.ts";

/** The kinds of document. Tasks are many and looked for by themselves; all others together are few. */
export type SmallKind = "project" | "person" | "team" | "view";
export type DocumentKind = "task" | SmallKind;
type Half = "tasks" | "smallKinds";

/** How many of the newest matches are looked at of words for which it takes different indexes. */
const MOST_BESIDE = 3_000;
/** How many of the newest records are read for a word that no index finds. */
const MOST_SCANNED = 2_000;

/** What is looked for in documents. */
export interface Sought {
  /** All of these are asked for, each as any one of several spellings. */
  words: readonly (readonly string[])[];
  /** Whether at the beginnings of words of keys and titles alone; anywhere unless said otherwise. */
  inNames?: boolean;
  /** Whether also in what stands in no list any more: archived records, former members. */
  unlisted?: boolean;
  /** How many of the newest to look at. */
  most: number;
}

/** An expression of FTS5, and which index it is for: three characters and more, or the beginnings of words. */
interface Match {
  index: "search_index" | "search_index_words";
  expression: string;
}

/**
 * The documents of tasks, or of all else, by `seq`, `kind` and record `id`, that have all of the words and that the
 * actor may find, the newest first. A word of three characters and more stands anywhere, even within another word; a
 * shorter one, which no trigram holds, at the beginning of a word of a key or title. One of a script without spaces
 * may stand anywhere in a title too, of the newest records alone. Short and long words together are looked for among
 * the newest matches of each. The cost is bounded, but for matches that other workspaces hold.
 */
export function documentsWith(
  actor: Member,
  half: Half,
  { words, inNames = false, unlisted = false, most }: Sought,
): RawBuilder<unknown> {
  const among = { actor, half, unlisted };
  const unspaced = words.flat().filter((word) => !isLong(word) && isUnspaced(word));
  const indexed = words.filter((spellings) => !unspaced.includes(spellings[0]!));
  const [first, ...others] = matchesOf(indexed, inNames);
  const conditions = [
    ...others.map((match) => isOneOf(matching(among, match, MOST_BESIDE))),
    ...unspaced.map((word) => isOneOf(withUnspaced(among, word))),
  ];
  if (first && conditions.length === 0) return matching(among, first, most);
  if (first) {
    return sql`select d.seq, d.kind, d.id from (${matching(among, first, MOST_BESIDE)}) d
      where ${sql.join(conditions, sql` and `)} limit ${sql.lit(most)}`;
  }
  return sql`
    select d.seq, d.kind, d.record_id as id from search_documents d
    where ${sql.join([...conditions, findable(actor, unlisted)], sql` and `)}
    order by ${newestFirst(half, "d.seq")} limit ${sql.lit(most)}`;
}

/** Which documents are looked through, and for whom. */
interface Among {
  actor: Member;
  half: Half;
  unlisted: boolean;
}

/** The condition on a document `d` that the actor may find it. What is hidden takes nobody's place. */
export function findable(actor: Member, unlisted = false): RawBuilder<unknown> {
  const hidden = andUnhidden(actor, teamOrNone("d.team_id"));
  const listed = unlisted ? sql`` : sql`d.listed = 1 and`;
  return sql`(${listed} d.workspace_id = ${actor.workspace.id} ${hidden})`;
}

function matchesOf(words: Sought["words"], inNames: boolean): Match[] {
  const isFull = (spellings: readonly string[]) => !inNames && spellings.every(isLong);
  const anywhere = words.filter(isFull).map((spellings) => anyOf(spellings.map(phrase)));
  const starts = words.filter((spellings) => !isFull(spellings))
    .map((spellings) => anyOf(spellings.map((word) => `${phrase(word)}*`)));
  return [
    { index: "search_index" as const, expression: anywhere.join(" AND ") },
    { index: "search_index_words" as const, expression: starts.join(" AND ") },
  ].filter(({ expression }) => expression !== "");
}

const anyOf = (expressions: string[]) => `(${expressions.join(" OR ")})`;

function matching({ actor, half, unlisted }: Among, match: Match, most: number) {
  const index = sql.raw(match.index);
  const ofHalf = half === "tasks" ? sql`x.rowid >= 0` : sql`x.rowid < 0`;
  return sql`
    select d.seq, d.kind, d.record_id as id from ${index} x
    cross join search_documents d on d.seq = x.rowid
    where ${index} match ${match.expression} and ${ofHalf} and ${findable(actor, unlisted)}
    order by ${newestFirst(half, "x.rowid")} limit ${sql.lit(most)}`;
}

/** Tasks have their own numbers, all else those below zero downwards. */
function newestFirst(half: Half, number: string): RawBuilder<unknown> {
  return sql.raw(half === "tasks" ? `${number} desc` : number);
}

function isOneOf(documents: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`d.seq in (select seq from (${documents}))`;
}

/** The newest titles of a table, by id. */
function newestTitles(actor: Member, table: string, title: string): RawBuilder<unknown> {
  const live = sql.raw(table === "tasks" || table === "projects" ? "and archived_at is null" : "");
  return sql`select id, title from (
    select id, ${sql.raw(title)} as title from ${sql.raw(table)}
    where workspace_id = ${actor.workspace.id} ${live}
    order by id desc limit ${sql.lit(MOST_SCANNED)})`;
}

/** The documents with a word of a script without spaces, wherever it stands in a title. */
function withUnspaced(among: Among, word: string): RawBuilder<unknown> {
  const { actor, half } = among;
  const start: Match = { index: "search_index_words", expression: `${phrase(word)}*` };
  const scanned = half === "tasks"
    ? [newestTitles(actor, "tasks", "title")]
    : ["projects", "profiles", "teams", "views"].map((one) => newestTitles(actor, one, "name"));
  return sql`
    select seq from (${matching(among, start, MOST_BESIDE)})
    union
    select d.seq from (${sql.join(scanned, sql` union all `)}) n
    cross join search_documents d on d.record_id = n.id
    where instr(n.title, ${word}) > 0`;
}
