import { type RawBuilder, sql } from "kysely";
import type { Half } from "./documents.ts";
import { type Match, withParts } from "./index_expressions.ts";
import { newestComments } from "./newest_comments.ts";
import { folded } from "./words.ts";

/** The maximum number of the newest records whose texts are compared with words, and of characters compared. */
export const MOST_COMPARED = 1_000;
const MOST_CHARACTERS = 2_000_000;
/** The maximum number of characters of texts in which FTS5 looks for phrases. */
const MOST_WITH_PHRASES = 4_000_000;
/** The number of characters of a text that are indexed. */
const MOST_TEXT = 100_000;

/**
 * Returns the last number in a blob of FTS5, which stores numbers in bytes with seven bits each.
 * @param most the maximum number of its bytes
 */
function lastNumber(blob: string, most: number): string {
  const from = (byte: number): string => {
    const bits = `((v >> ${byte}) & ${127 * 2 ** (7 * byte)})`;
    if (byte === most - 1) return bits;
    return `${bits} + iif(v & ${2 ** (8 * byte + 15)}, ${from(byte + 1)}, 0)`;
  };
  return `(select ${from(0)} from (select ('0x' || hex(substr(${blob}, -${most}))) ->> '$' as v))`;
}

/**
 * The size of the text in row `z` of `search_index_docsize`, known without reading it. FTS5 stores the number of trigrams
 * in each of three columns, the text last. https://sqlite.org/fts5.html#fts5_data_structures
 */
export const textSize = sql.raw(lastNumber("z.sz", 3));
/**
 * Whether all texts in the index together are so short that FTS5 can look for phrases in each. FTS5 stores the sum of
 * their sizes, in which the former texts of changed records stay.
 */
export const allAreShort = sql.raw(`(
  select ${lastNumber("block", 5)} <= ${MOST_WITH_PHRASES} from search_index_data where id = 1)`);
/** The condition that this text might have more than 16,383 characters. */
export const mightBeLong = sql`length(z.sz) >= 5`;

/** Returns how many characters of texts a match compares. */
export function mostCharacters({ unsure }: Match): number {
  return unsure.length === 0 ? MOST_WITH_PHRASES : Math.floor(MOST_CHARACTERS / unsure.length);
}

/** The values by which a record can be found, over the record `r`: a task itself, or the document of another record. */
const textOf: Record<Half, RawBuilder<unknown>> = {
  tasks: sql`concat_ws(char(10), (select key from teams where id = r.team_id) || '-' || r.number,
    r.title, r.description, (
      select group_concat(c.body, char(10)) from ${newestComments(sql`r.id`)}))`,
  smallKinds: sql`case r.kind
    when 'person' then (select concat_ws(char(10), p.username, u.email, p.name, p.title, p.bio)
      from profiles p left join users u on u.id = p.user_id where p.id = r.record_id)
    when 'team' then (select concat_ws(char(10), key, name, description, expertise_area)
      from teams where id = r.record_id)
    when 'project' then (select concat_ws(char(10), key, name, summary, description)
      from projects where id = r.record_id)
    else (select concat_ws(char(10), key, name, description) from views where id = r.record_id)
    end`,
};

/**
 * Returns the condition that a record `r` has all of the words of which an expression finds only the trigrams. SQLite
 * lowers only ASCII letters, so a text can contain a word with other letters even if SQLite doesn't find it there. Then
 * the index has found the word's parts.
 */
export function hasAll(half: Half, { index, unsure }: Match): RawBuilder<unknown> {
  if (unsure.length === 0) return sql`true`;
  const conditions = unsure.map((word) => {
    const plain = folded(word);
    const sought = /^[\x20-\x7e]*$/.test(plain) ? plain : word.toLowerCase();
    const has = sql`instr(text, ${sought}) > 0`;
    if (!/\p{L}/u.test(word)) return has;
    return sql`(${has} or octet_length(text) > length(text) and exists (
      select 1 from ${sql.raw(index)} y
      where ${sql.raw(index)} match ${withParts(word)} and y.rowid = r.seq))`;
  });
  // The limit keeps SQLite from reading the text again for each condition
  return sql`exists (select 1 from (select lower(substr(${textOf[half]}, 1, ${
    sql.lit(MOST_TEXT)
  })) as text limit 1)
    where ${sql.join(conditions, sql` and `)})`;
}
