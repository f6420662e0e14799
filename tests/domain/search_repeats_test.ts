import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { search } from "../../server/domain/search/search.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** The titles of tasks with a text, as search and as a list's filter find them. */
async function titlesWith({ world, ada }: Cast, q: string): Promise<string[]> {
  const found = await perform(world.services, ada.member, search, { q, limit: 50 });
  const listed = await listAll(world.services, ada.member, listTasks, { q });
  const titles = found.map(({ title }) => title).toSorted();
  assert.deepEqual(listed.map(({ title }) => title).toSorted(), titles, q);
  return titles;
}

/** Texts, a search that repeats three letters, and which of the texts it finds. */
const repeats: [q: string, found: string[], others: string[]][] = [
  ["banana", ["A banana", "Bananas", "BANANA"], ["banan and nana", "ban nan ana"]],
  ["10.0.0.1", ["At 10.0.0.1:80", "Größe 10.0.0.1"], ["10.0.0.5 not 0.0.1", "ä 10.0.0.5 0.0.1"]],
  ["000000", ["1000000", "000000"], ["00000", "1000, 2000 and 3000"]],
  ["banana 000000", ["A banana 000000"], ["A banana 00000", "banan nana 000000"]],
  ["Mississippi", ["the mississippi"], ["missis and sissippi"]],
  ["hahaha", ["Hahahaha", "hähähä"], ["aha hah", "ä aha hah", "haha"]],
  ["hähähä", ["HÄHÄHÄ", "hahaha"], ["ahä hah"]],
  ["понапона", ["Понапона"], ["пон она нап апо"]],
  ["🎉🎉🎉🎉", ["🎉🎉🎉🎉!"], ["🎉🎉🎉"]],
  ["nation national nationality", ["A national nationality"], ["national entity ality"]],
  [`${"ab".repeat(90)}`, ["ab".repeat(100)], ["ab".repeat(50)]],
];

for (const [q, found, others] of repeats) {
  Deno.test(`a search for ${q.slice(0, 30)} finds exactly the texts that contain it`, () =>
    withCast(createWorld(), async (cast) => {
      for (const [n, text] of [...found, ...others].entries()) {
        const title = n < found.length ? `Found ${n}` : `Other ${n}`;
        await cast.task(cast.ada, { title, description: text });
      }
      assert.deepEqual(await titlesWith(cast, q), found.map((_, n) => `Found ${n}`));
    }));
}

Deno.test("a word with repeated letters is found in titles, references, comments, and projects", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services }, ada } = cast;
    await cast.task(ada, { title: "A banana in a title" });
    const { id: taskId } = await cast.task(ada, { title: "In a comment" });
    await perform(services, ada.member, createComment, { taskId, body: "Bananas everywhere" });
    await perform(services, ada.member, createComment, { taskId, body: "Something else" });
    const project = { name: "Fruit", key: "FRUIT", description: "With a banana" };
    await perform(services, ada.member, createProject, project);
    await perform(services, ada.member, createProject, { name: "Banan nana", key: "NANA" });
    const found = await perform(services, ada.member, search, { q: "banana" });
    assert.deepEqual(found.map(({ title }) => title).toSorted(), [
      "A banana in a title",
      "Fruit",
      "In a comment",
    ]);
    const page = await perform(services, ada.member, listProjects, { q: "banana" });
    assert.deepEqual(parseJson(page.records).map(({ name }) => name), ["Fruit"]);
  }));

Deno.test("of very long texts, a word of one letter is compared only with the newest 20", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: "Oldest", description: "aaaaaaa" });
    for (let n = 10; n < 32; n++) {
      await cast.task(cast.ada, { title: `Long ${n}`, description: "a".repeat(99_990) });
    }
    await cast.task(cast.ada, { title: "Newest", description: "aaaaaaa" });
    const long = Array.from({ length: 20 }, (_, n) => `Long ${n + 12}`);
    assert.deepEqual(await titlesWith(cast, "aaaaaaa"), [...long, "Newest"]);
  }));

Deno.test("of very long texts, an ordinary word is searched only in the newest 40", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: "Oldest", description: "window" });
    const description = "window ".repeat(14_280).trim();
    for (let n = 10; n < 52; n++) await cast.task(cast.ada, { title: `Long ${n}`, description });
    await cast.task(cast.ada, { title: "Newest", description: "window" });
    const long = Array.from({ length: 40 }, (_, n) => `Long ${n + 12}`);
    assert.deepEqual(await titlesWith(cast, "window"), [...long, "Newest"]);
  }));
