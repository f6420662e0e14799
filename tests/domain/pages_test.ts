import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { sql } from "kysely";
import { archiveTaskLabel } from "../../server/domain/task_labels/archive.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll, type ListPage, readPage } from "../../server/domain/core/page.ts";
import { listMembers } from "../../server/domain/members/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, joinWorkspace, withCast } from "../support/cast.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { listTaskCacheKeys, listTasks } from "../../server/domain/tasks/list.ts";
import { type Task, taskSorts } from "../../server/domain/tasks/schema.ts";
import { createWorld } from "../support/world.ts";

async function labels({ world, ada }: Cast, cursor: string | null = null) {
  const asked = { limit: "2", ...(cursor ? { cursor } : {}) };
  const page = await perform(world.services, ada.member, listTaskLabels, asked);
  return { ...page, found: parseJson(page.records) };
}

Deno.test("a list continues after a record that was deleted meanwhile", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada } = cast;
    for (const name of ["gate", "Hinge"]) {
      await perform(world.services, ada.member, createTaskLabel, { name });
    }
    const first = await labels(cast);
    assert.deepEqual(first.found.map(({ name }) => name), ["Bug", "Feature"]);
    const labelId = first.found[1]!.id;
    await perform(world.services, ada.member, archiveTaskLabel, { labelId });
    await perform(world.services, ada.member, createTaskLabel, { name: "Fence" });
    const second = await labels(cast, first.nextCursor);
    assert.deepEqual(second.found.map(({ name }) => name), ["Fence", "gate"]);
    const last = await labels(cast, second.nextCursor);
    assert.deepEqual(last.found.map(({ name }) => name), ["Hinge", "Improvement"]);
    assert.equal(last.nextCursor, null);
  }));

Deno.test("people whose names differ only in case are all listed, across pages", () =>
  withCast(createWorld(), async ({ world, ada, workspaceId }) => {
    const names = ["Sam Doe", "sam doe", "Sam Doe", "SAM DOE", "Sam Doe's \"\\\u{1f33f}"];
    for (const [n, name] of names.entries()) {
      await joinWorkspace(world, workspaceId, `sam${n}`, name, "member", null);
    }
    const met: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const asked = { limit: "1", ...(cursor ? { cursor } : {}) };
      const page = await perform(world.services, ada.member, listMembers, asked);
      met.push(...parseJson(page.records).map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const all = await listAll(world.services, ada.member, listMembers);
    assert.deepEqual(met, all.map(({ id }) => id));
    assert.equal(new Set(met).size, 10);
  }));

Deno.test("a page ends with a whole record, whatever the content of the next one", () =>
  withCast(createWorld(), async ({ world, ada, teams }) => {
    const teamId = teams.eng;
    const description = '{"a": 1},\n{"b": 2},\n';
    for (const title of ["Third", "Second", "First"]) {
      await perform(world.services, ada.member, createTask, { title, teamId, description });
      world.clock.advance({ seconds: 1 });
    }
    const page = await perform(world.services, ada.member, listTasks, { limit: "2" });
    const told = parseJson(page.records).map((task) => [task.title, task.description]);
    assert.deepEqual(told, [["First", description], ["Second", description]]);
  }));

Deno.test("a menu gets all records, even beyond the longest page", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    for (let n = 0; n < 260; n++) {
      await perform(world.services, ada.member, createTaskLabel, { name: `Label ${n}` });
    }
    const all = await listAll(world.services, ada.member, listTaskLabels);
    assert.equal(new Set(all.map(({ id }) => id)).size, 263);
    assert.deepEqual(
      all.map(({ name }) => name.toLowerCase()),
      all.map(({ name }) => name.toLowerCase()).toSorted(),
    );
  }));

/** Reads a list page by page, and returns how many records each page had, and all their IDs. */
async function readThrough<T extends { id: string }>(
  ask: (place: { limit: number; cursor?: string }) => Promise<ListPage<T>>,
): Promise<{ pages: ListPage<T>[]; ids: string[] }> {
  const pages: ListPage<T>[] = [];
  let cursor: string | null = null;
  do {
    const page: ListPage<T> = await ask({ limit: 250, ...(cursor ? { cursor } : {}) });
    assert.equal(parseJson(page.records).length, page.size);
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { pages, ids: pages.flatMap(({ records }) => parseJson(records)).map(({ id }) => id) };
}

Deno.test("a page of long texts ends before a megabyte, and the next one continues exactly, in any order", () =>
  withCast(createWorld(), async ({ world, ada, teams }) => {
    const short = Array.from({ length: 60 }, (_, n) => `${n}`);
    const long = Array.from(
      { length: 23 },
      (_, n) => `\u{1f33f}"${n}`.repeat(20_000).slice(0, 99_999),
    );
    const made: string[] = [];
    for (const description of [...long.slice(0, 9), ...short, ...long.slice(9)]) {
      const task = await perform(world.services, ada.member, createTask, {
        title: `Task ${description.length % 7}`,
        teamId: teams.eng,
        description: description.toWellFormed(),
        priority: description.length % 3 === 0 ? "high" : "low",
      });
      made.push(task.id);
      world.clock.advance({ seconds: 1 });
    }
    const wholeIds = made.toSorted();
    for (const sort of taskSorts) {
      if (sort === "position") continue;
      for (const filter of [{}, { priority: "high,low" }, { q: "task" }]) {
        const ask = (place: { limit: number; cursor?: string }): Promise<ListPage<Task>> =>
          perform(world.services, ada.member, listTasks, { sort, ...filter, ...place });
        const { pages, ids } = await readThrough(ask);
        const title: string = `${sort} ${JSON.stringify(filter)}`;
        assert.deepEqual(ids.toSorted(), wholeIds, title);
        assert.ok(pages.length > 2, title);
        for (const { records } of pages) {
          assert.ok(Buffer.byteLength(records) <= 1_000_100, `${title}: ${records.length}`);
        }
      }
    }
  }));

Deno.test("a single statement reads a page of cache keys, which are short", () =>
  withCast(createWorld(), async ({ world, ada, task }) => {
    for (let n = 0; n < 120; n++) await task(ada);
    let statements = 0;
    const read = world.database.read.withPlugin({
      transformQuery({ node }) {
        statements++;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const services = { ...world.services, database: { ...world.database, read } };
    const page = await perform(services, ada.member, listTaskCacheKeys, { limit: 110 });
    assert.deepEqual([page.size, statements], [110, 1]);
  }));

Deno.test("a long list of long texts reads only a few records beyond its page", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    let read = 0;
    const db = world.database.read.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult({ result }) {
        for (const { records } of result.rows) read += String(records).length;
        return Promise.resolve(result);
      },
    });
    const page = await readPage(
      { actor: ada.member, db, now: new Date(), services: world.services },
      { list: "texts", by: ["l.value"] },
      { limit: 250 },
      {
        json: sql`json_object('text', printf('%.*c', 100000, 'x'))`,
        from: sql`json_each(${JSON.stringify(Array.from({ length: 60 }, (_, n) => n))}) l`,
        where: [],
      },
    );
    assert.equal(page.size, 9);
    assert.ok(read < 1_500_000, `${read} characters were read`);
  }));

Deno.test("a record of more than a megabyte gets its own page", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    const context = { actor: ada.member, db: world.database.read, now: new Date() };
    const labels = await listAll(world.services, ada.member, listTaskLabels);
    const size = sql`iif(l.name = 'Feature', 1200000, 10)`;
    const { pages, ids } = await readThrough((place) =>
      readPage<{ id: string }>(
        { ...context, services: world.services },
        { list: "sizes", by: ["l.id"] },
        place,
        {
          json: sql`json_object('id', l.id, 'text', printf('%.*c', ${size}, 'x'))`,
          from: sql`task_labels l`,
          where: [sql`l.workspace_id = ${ada.member.workspace.id}`],
        },
      )
    );
    assert.deepEqual(ids, labels.map(({ id }) => id).toSorted());
    const place = ids.indexOf(labels.find(({ name }) => name === "Feature")!.id);
    const around = [place, 1, labels.length - place - 1].filter((count) => count > 0);
    assert.deepEqual(pages.map(({ size }) => size), around);
  }));
