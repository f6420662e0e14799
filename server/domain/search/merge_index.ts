import { sql } from "kysely";
import type { Db, Services } from "../core/operation.ts";

const indexes = ["search_index", "search_index_words"] as const;
type Index = typeof indexes[number];

/** The number of segments from which an index is merged. After a merge, it takes some hundred commits to get there. */
const MANY_SEGMENTS = 9;

/** The number of pages per write, so that other writes don't wait long. */
const SLICE = 50;

/**
 * Merges each search index that consists of many segments. A search reads every segment, and in each also the outdated
 * entries of records that have changed since.
 */
export async function mergeSearchIndex({ database }: Pick<Services, "database">): Promise<void> {
  for (const index of indexes) {
    const { rows: [found] } = await sql<{ segments: number }>`
      with recursive found (segment) as (
        select min(segid) from ${sql.table(`${index}_idx`)}
        union all
        select (select min(segid) from ${sql.table(`${index}_idx`)} where segid > segment)
        from found where segment is not null)
      select count(segment) as segments from found`.execute(database.read);
    if (found!.segments < MANY_SEGMENTS) continue;
    let pages = -SLICE;
    while (await database.write((tx) => mergePages(tx, index, pages))) pages = SLICE;
  }
}

/**
 * Merges some pages of an index. A negative number starts a merge of all segments, and a positive number continues it.
 * https://sqlite.org/fts5.html#the_merge_command
 * @returns whether there was something to merge
 */
async function mergePages(tx: Db, index: Index, pages: number): Promise<boolean> {
  const before = await countChanges(tx);
  await sql`
    insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('merge', ${sql.lit(pages)})`
    .execute(tx);
  return await countChanges(tx) - before >= 2;
}

async function countChanges(tx: Db): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select total_changes() as n`.execute(tx);
  return row!.n;
}
