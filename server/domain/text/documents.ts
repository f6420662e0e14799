import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { teamOrNone, unhidden } from "../visibility/teams.ts";
import {
  allAreShort,
  hasAll,
  mightBeLong,
  MOST_COMPARED,
  mostCharacters,
  textSize,
} from "./compared_texts.ts";
import { type Match, matchesOf, withTrigrams } from "./index_expressions.ts";
import { isLong, isUnspaced, phrase } from "./words.ts";

/**
 * The kinds of documents. There are many tasks, which are searched separately, and few records of all other kinds
 * together.
 */
export type SmallKind = "project" | "person" | "team" | "view";
export type DocumentKind = "task" | SmallKind;
export type Half = "tasks" | "smallKinds";

/** The maximum number of newest matches to read for words that need different indexes. */
const MOST_BESIDE = 3_000;
/** The maximum number of newest records to read for a word that no index finds. */
const MOST_SCANNED = 2_000;

/** A search of documents. */
export interface Sought {
  /** All of these words are required, each in any one of its spellings. */
  words: readonly (readonly string[])[];
  /** Whether to search only the starts of words in keys and titles; by default, the whole text. */
  inNames?: boolean;
  /** Whether to search active records, which is the default, only archived records and former members, or both. */
  which?: "listed" | "archived" | "all";
  /** The maximum number of newest documents to read. */
  most: number;
}

/** The columns to read over `r`, a task itself or the document of another record, and the joins for them. */
export interface Selection {
  columns: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
}

interface Rows {
  /** The table of `r`. */
  table: RawBuilder<unknown>;
  /**
   * The start of the condition that a document in the index `x` is newer than a number. Tasks have their own positive
   * numbers, and other records have negative ones in descending order.
   */
  newerThan: RawBuilder<unknown>;
  none: RawBuilder<unknown>;
  newestFirst: RawBuilder<unknown>;
  /** The column of the team whose visibility decides, for `unhidden`. */
  teamId: string;
  /** The conditions that the record is active, or that it is archived or a former member. */
  listed: RawBuilder<unknown>;
  archived: RawBuilder<unknown>;
  ids: RawBuilder<unknown>;
}

/** The table of tasks decides who can find a task, because reading its document too would cost more. */
const rowsOf: Record<Half, Rows> = {
  tasks: {
    table: sql`tasks`,
    newerThan: sql`x.rowid >`,
    none: sql.lit(-1),
    newestFirst: sql`desc`,
    teamId: "r.team_id",
    listed: sql`r.archived_at is null`,
    archived: sql`r.archived_at is not null`,
    ids: sql`r.seq, r.id`,
  },
  smallKinds: {
    table: sql`search_documents`,
    newerThan: sql`x.rowid <`,
    none: sql.lit(0),
    newestFirst: sql`asc`,
    teamId: teamOrNone("r.team_id"),
    listed: sql`r.listed = 1`,
    archived: sql`r.listed = 0`,
    ids: sql`r.seq, r.kind, r.record_id as id`,
  },
};

/**
 * Returns the newest documents of tasks, or of all other records, that have all of the words and that the actor can
 * find. A word of three or more characters can be anywhere, even within another word. A shorter word, which has no
 * trigram, must start a word of a key or title. In a script without spaces, it can be anywhere in a title, but only of
 * the newest records. Short and long words together are searched among the newest matches of each. Of many long texts,
 * only the newest are compared with the words. The cost is bounded, except for matches in other workspaces.
 * @param selection the columns; by default the `seq` and `id` of a record, and the `kind` of records other than tasks
 */
export function documentsWith(
  actor: Member,
  half: Half,
  { words, inNames = false, which = "listed", most }: Sought,
  selection: Selection = { columns: rowsOf[half].ids, joins: sql`` },
): RawBuilder<unknown> {
  const among = { actor, half, which };
  const unspaced = words.flat().filter((word) => !isLong(word) && isUnspaced(word));
  const indexed = words.filter((spellings) => !unspaced.includes(spellings[0]!));
  const [first, ...others] = matchesOf(indexed, inNames);
  const conditions = [
    ...others.map((match) => isOneOf(matching(among, match, MOST_BESIDE))),
    ...unspaced.map((word) => isOneOf(withUnspaced(among, word))),
  ];
  if (first && conditions.length === 0) return matching(among, first, most, selection);
  const { table, newestFirst } = rowsOf[half];
  if (first) {
    return sql`select ${selection.columns} from (${matching(among, first, MOST_BESIDE)}) d
      cross join ${table} r on r.seq = d.seq ${selection.joins}
      where ${sql.join(conditions, sql` and `)} limit ${sql.lit(most)}`;
  }
  return sql`
    select ${selection.columns} from ${table} r ${selection.joins}
    where ${sql.join([...conditions, findable(among)], sql` and `)}
    order by r.seq ${newestFirst} limit ${sql.lit(most)}`;
}

/**
 * Finds the number of any document, visible or not, with a word in any of its spellings, as `seq`; a negative number if
 * another record than a task has it. Returns no row if no document has the word, which takes as long as one search for
 * it.
 * @returns null for a word that isn't searched in the whole text
 */
export function firstWith(spellings: readonly string[]): RawBuilder<unknown> | null {
  if (!spellings.every(isLong)) return null;
  return sql`select x.rowid as seq from search_index x
    where search_index match ${withTrigrams(spellings)} order by x.rowid limit 1`;
}

/** The documents to search, and the actor. */
interface Among {
  actor: Member;
  half: Half;
  which?: Sought["which"];
}

/**
 * Returns the condition on `r`, a task or another record's document, that the actor can find it. Hidden records don't
 * use up the limit.
 */
export function findable({ actor, half, which = "listed" }: Among): RawBuilder<unknown> {
  const { teamId, ...rows } = rowsOf[half];
  const conditions = [
    sql`+r.workspace_id = ${actor.workspace.id}`,
    ...unhidden(actor, teamId),
    ...(which === "all" ? [] : [rows[which]]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** Returns the newest matching documents. Of long texts, only the newest are read. */
function matching(
  among: Among,
  match: Match,
  most: number,
  { columns, joins }: Selection = { columns: rowsOf[among.half].ids, joins: sql`` },
) {
  const after = match.expression === match.withoutPhrases ? undefined : lastSkipped(among, match);
  return sql`select ${columns} from ${matched(among, match, { joins, after })}
    limit ${sql.lit(most)}`;
}

/**
 * Returns the number of the newest document from which on the compared texts would be too many or too long. Comparing
 * phrases is so fast that short texts don't count.
 */
function lastSkipped(among: Among, match: Match): RawBuilder<unknown> {
  const { newestFirst, none } = rowsOf[among.half];
  const { withoutPhrases, unsure } = match;
  const newest = sql`select r.seq
    from ${matched(among, { ...match, expression: withoutPhrases, unsure: [] })}
    limit ${sql.lit(MOST_COMPARED + 1)}`;
  const [needless, counted, tooMany] = unsure.length > 0
    ? [sql`false`, sql``, sql`or n > ${sql.lit(MOST_COMPARED)}`]
    : [allAreShort, sql`where ${mightBeLong}`, sql``];
  return sql`iif(${needless}, ${none}, coalesce((
    select seq from (
      select d.seq, sum(${textSize}) over places as sum, row_number() over places as n
      from (${newest}) d cross join search_index_docsize z on z.id = d.seq ${counted}
      window places as (order by d.seq ${newestFirst}))
    where sum > ${sql.lit(mostCharacters(match))} ${tooMany}
    order by seq ${newestFirst} limit 1), ${none}))`;
}

/** Returns the matching documents `r`, from `from` to the order. FTS5 reads none before `after`. */
function matched(
  among: Among,
  match: Match,
  { joins = sql``, after = rowsOf[among.half].none }: {
    joins?: RawBuilder<unknown>;
    after?: RawBuilder<unknown> | undefined;
  } = {},
) {
  const { table, newerThan, newestFirst } = rowsOf[among.half];
  const index = sql.raw(match.index);
  return sql`${index} x cross join ${table} r on r.seq = x.rowid ${joins}
    where ${index} match ${match.expression} and ${newerThan} ${after} and ${findable(among)}
      and ${hasAll(among.half, match)}
    order by x.rowid ${newestFirst}`;
}

function isOneOf(documents: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`r.seq in (select seq from (${documents}))`;
}

/** Returns the newest titles of a table, by ID. */
function newestTitles({ actor, which = "listed" }: Among, table: string, title: string) {
  const shelf = {
    listed: "and archived_at is null",
    archived: "and archived_at is not null",
    all: "",
  };
  const live = sql.raw(table === "tasks" || table === "projects" ? shelf[which] : "");
  return sql`select id, title from (
    select id, ${sql.raw(title)} as title from ${sql.raw(table)}
    where workspace_id = ${actor.workspace.id} ${live}
    order by id desc limit ${sql.lit(MOST_SCANNED)})`;
}

/** Returns the documents with a word of a script without spaces anywhere in their titles. */
function withUnspaced(among: Among, word: string): RawBuilder<unknown> {
  const { half } = among;
  const start: Match = {
    index: "search_index_words",
    expression: `${phrase(word)}*`,
    withoutPhrases: `${phrase(word)}*`,
    unsure: [],
  };
  const scanned = half === "tasks"
    ? [newestTitles(among, "tasks", "title")]
    : ["projects", "profiles", "teams", "views"].map((one) => newestTitles(among, one, "name"));
  return sql`
    select seq from (${matching(among, start, MOST_BESIDE)})
    union
    select d.seq from (${sql.join(scanned, sql` union all `)}) n
    cross join search_documents d on d.record_id = n.id
    where instr(n.title, ${word}) > 0`;
}
