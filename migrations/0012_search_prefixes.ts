import { type Kysely, sql } from "kysely";

/**
 * The index of words knows the beginnings of up to eight characters, not of two alone: FTS5 gathers all that starts
 * with a longer one before it gives the first, so that a search cost more the more tasks there were.
 * https://sqlite.org/fts5.html#prefix_indexes
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `drop table search_index_words`,
  `create virtual table search_index_words using fts5 (keys, title,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6 7 8', content = '',
    contentless_delete = 1)`,
  `insert into search_index_words (rowid, keys, title)
    select t.seq, m.key || '-' || t.number, t.title
    from tasks t cross join teams m on m.id = t.team_id order by t.seq`,
  // All else is put there by its triggers, as whenever its name is written
  ...["profiles", "teams", "projects", "views"].map((table) => `update ${table} set name = name`),
];
