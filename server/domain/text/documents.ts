import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { teamOrNone, unhidden } from "../visibility/teams.ts";
import { hasAll, mightBeLong, MOST_COMPARED, mostCharacters, textSize } from "./compared_texts.ts";
import { type Match, matchesOf, withTrigrams } from "./index_expressions.ts";
import { isLong, isUnspaced, phrase } from "./words.ts";

/** The kinds of document. Tasks are many and looked for by themselves; all others together are few. */
export type SmallKind = "project" | "person" | "team" | "view";
export type DocumentKind = "task" | SmallKind;
export type Half = "tasks" | "smallKinds";

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
  /** Whether in what stands in lists, as unless said otherwise; in that alone which doesn't any more, archived or a former member; or in both. */
  which?: "listed" | "archived" | "all";
  /** How many of the newest to look at. */
  most: number;
}

/** What is read of documents: columns over `r`, a task itself or the document of another record, and what is joined for them. */
export interface Selection {
  columns: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
}

interface Rows {
  /** The table of `r`. */
  table: RawBuilder<unknown>;
  /** The condition on the index `x` up to the number before the first: tasks have their own, all else those below zero downwards. */
  newerThan: RawBuilder<unknown>;
  none: RawBuilder<unknown>;
  newestFirst: RawBuilder<unknown>;
  /** The column of the team whose members alone see it, for `unhidden`. */
  teamId: string;
  /** The condition that it is neither archived nor a former member, and that it is one. */
  listed: RawBuilder<unknown>;
  archived: RawBuilder<unknown>;
  ids: RawBuilder<unknown>;
}

/** A task tells itself who may find it; its document beside it would be one more to read of each. */
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
 * The documents of tasks, or of all else, that have all of the words and that the actor may find, the newest first. A
 * word of three characters and more stands anywhere, even within another word; a shorter one, which no trigram holds,
 * at the beginning of a word of a key or title. One of a script without spaces may stand anywhere in a title too, of
 * the newest records alone. Short and long words together are looked for among the newest matches of each. Of many
 * long texts, only the newest are compared with words. The cost is bounded, except for matches in other workspaces.
 * @param selection the `seq` and record `id` unless said otherwise, and the `kind` of all else
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
 * The number of the first document with a word in any of its spellings, whoever's and wherever, as `seq`: below zero where
 * one of all else has it. No row: it stands nowhere, which is as much to find out as to look for it once.
 * @returns null for a word that the whole text isn't searched for
 */
export function firstWith(spellings: readonly string[]): RawBuilder<unknown> | null {
  if (!spellings.every(isLong)) return null;
  return sql`select x.rowid as seq from search_index x
    where search_index match ${withTrigrams(spellings)} order by x.rowid limit 1`;
}

/** Which documents are looked through, and for whom. */
interface Among {
  actor: Member;
  half: Half;
  which?: Sought["which"];
}

/** The condition on `r`, a task or another record's document, that the actor may find it. What is hidden takes nobody's place. */
export function findable({ actor, half, which = "listed" }: Among): RawBuilder<unknown> {
  const { teamId, ...rows } = rowsOf[half];
  const conditions = [
    sql`+r.workspace_id = ${actor.workspace.id}`,
    ...unhidden(actor, teamId),
    ...(which === "all" ? [] : [rows[which]]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The newest documents that match. Of long texts, only the newest are looked at. */
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
 * The number of the newest document that would make the compared texts too many or too long. Phrases are compared so fast
 * that short texts don't count.
 */
function lastSkipped(among: Among, match: Match): RawBuilder<unknown> {
  const { newestFirst, none } = rowsOf[among.half];
  const { withoutPhrases, unsure } = match;
  const newest = sql`select r.seq
    from ${matched(among, { ...match, expression: withoutPhrases, unsure: [] })}
    limit ${sql.lit(MOST_COMPARED + 1)}`;
  const [counted, tooMany] = unsure.length > 0
    ? [sql``, sql`or n > ${sql.lit(MOST_COMPARED)}`]
    : [sql`where ${mightBeLong}`, sql``];
  return sql`coalesce((
    select seq from (
      select d.seq, sum(${textSize}) over places as sum, row_number() over places as n
      from (${newest}) d cross join search_index_docsize z on z.id = d.seq ${counted}
      window places as (order by d.seq ${newestFirst}))
    where sum > ${sql.lit(mostCharacters(match))} ${tooMany}
    order by seq ${newestFirst} limit 1), ${none})`;
}

/** The documents `r` that match, from `from` to the order. FTS5 reads none before `after`. */
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

/** The newest titles of a table, by id. */
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

/** The documents with a word of a script without spaces, wherever it stands in a title. */
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
