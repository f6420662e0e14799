import assert from "node:assert/strict";
import { sql } from "kysely";
import { perform } from "../../server/domain/core/operation.ts";
import { mergeSearchIndex } from "../../server/domain/search/merge_index.ts";
import { search } from "../../server/domain/search/search.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

const indexes = ["search_index", "search_index_words"];

async function countSegments({ world }: Cast): Promise<number[]> {
  const counts = indexes.map(async (index) => {
    const { rows: [row] } = await sql<{ segments: number }>`
      select count(distinct segid) as segments from ${sql.table(`${index}_idx`)}`
      .execute(world.database.read);
    return row!.segments;
  });
  return await Promise.all(counts);
}

Deno.test("search indexes with many segments are merged into one segment, and still find the same tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { services, database } = cast.world;
    // Otherwise, FTS5 merges the segments of most commits by itself
    const settings = indexes.flatMap((index) =>
      ["'automerge', 0", "'crisismerge', 100"].map((values) =>
        sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values (${sql.raw(values)})`
      )
    );
    for (const setting of settings) await database.write((tx) => setting.execute(tx));
    const titles = Array.from({ length: 10 }, (_, n) => `Lantern ${n}`);
    for (const title of titles) await cast.task(cast.ada, { title });
    const counts = await countSegments(cast);
    assert.ok(counts.every((segments) => segments >= 10), counts.join());
    await mergeSearchIndex(services);
    assert.deepEqual(await countSegments(cast), [1, 1]);
    const found = await perform(services, cast.ada.member, search, { q: "lantern", limit: 50 });
    assert.deepEqual(found.map(({ title }) => title).toSorted(), titles);

    await cast.task(cast.ada, { title: "Lantern 10" });
    await mergeSearchIndex(services);
    assert.deepEqual(await countSegments(cast), [2, 2]);
  }));
