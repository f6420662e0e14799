import { type RawBuilder, sql } from "kysely";
import type { Half } from "./documents.ts";
import { type Match, withParts } from "./index_expressions.ts";
import { newestComments } from "./newest_comments.ts";
import { folded } from "./words.ts";

/** The maximum number of the newest records whose texts are compared with words, and of their characters. */
export const MOST_COMPARED = 1_000;
export const MOST_READ = 4_000_000;

/**
 * An upper bound of a document's characters that doesn't take reading them. FTS5 stores the number of trigrams of each
 * of the three columns in one to three bytes. https://sqlite.org/fts5.html#fts5_data_structures
 */
export function sizeOf(docsize: string): RawBuilder<unknown> {
  return sql`case length(${sql.ref(docsize)}) when 3 then 1000 when 4 then 16000 else 400000 end`;
}

/** What a record can be found by, over the record `r`: a task itself, or the document of another record. */
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
 * The condition that a record `r` has all words of which an expression finds only the trigrams. SQLite lowers only ASCII
 * letters, so a word with letters might be in a text with other characters even if it isn't found there. The index then
 * finds the word's parts.
 */
export function hasAll(half: Half, { index, unsure }: Match): RawBuilder<unknown> {
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
  return sql`exists (select 1 from (select lower(${textOf[half]}) as text limit 1)
    where ${sql.join(conditions, sql` and `)})`;
}
