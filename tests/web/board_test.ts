import assert from "node:assert/strict";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { visit } from "../support/visitor.ts";

const decoded = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

/** A board's columns: how each is called, what it counts, and the titles on its cards. */
const columns = (html: string) =>
  [...html.matchAll(/<section class="group column".*?<\/section>/gs)].map(([column]) => ({
    name: /<h2[^>]*>([^<]+)</.exec(column)![1],
    count: /data-count[^>]*>([^<]+)</.exec(column)![1],
    cards: [...column.matchAll(/class="row-title"[^>]*>([^<]+)</g)].map(([, title]) => title),
    make: decoded(/href="([^"]+)" data-compose/.exec(column)![1]!),
  }));

/** Sixty tasks in one column, one in another. */
async function begin(app: TestApp, { ada, task }: Cast) {
  for (let n = 0; n < 60; n++) {
    await task(ada, { title: `Jar ${n}`, status: "completed", tags: ["Bug"] });
    app.world.clock.advance({ seconds: 1 });
  }
  await task(ada, { title: "Mend the gate", status: "progressed" });
  return await visit(app, ada.email);
}

Deno.test("a board has a column for every status as work goes through them, the empty and the closed ones too", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const board = columns((await visitor.get("/workspace/tasks?layout=board")).html);
    assert.deepEqual(board.map(({ name, count, cards }) => [name, count, cards.length]), [
      ["Backlog", "0", 0],
      ["Planned", "0", 0],
      ["In progress", "1", 1],
      ["Completed", "60", 25],
      ["Cancelled", "0", 0],
    ]);
    assert.deepEqual(board[2]!.cards, ["Mend the gate"]);
    assert.equal(board[2]!.make, "/workspace/tasks/compose?status=progressed");
  }));

Deno.test("a board's columns go by what the list is grouped by, and hold what it is narrowed to", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const named = async (query: string) =>
      columns((await visitor.get(`/workspace/tasks?layout=board${query}`)).html)
        .map(({ name, count }) => `${name} ${count}`);
    assert.deepEqual(await named("&group=label"), ["Bug 60", "No label 1"]);
    assert.deepEqual(await named("&group=none"), ["All tasks 50+"]);
    assert.deepEqual(await named("&status=progressed"), ["In progress 1"]);
    assert.deepEqual(await named("&group=priority"), [
      ...["Urgent 0", "High 0", "Medium 0", "Low 0"],
      "No priority 61",
    ]);
    assert.deepEqual(await named("&q=gate"), ["All tasks 1"]);
    assert.match(
      (await visitor.get("/workspace/tasks?layout=board&q=zebra")).html,
      /No task contains/,
    );
  }));

Deno.test("the rest of a column comes as cards in place, and is a list on a page of its own", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    for (const group of ["status", "label"]) {
      const board = `/workspace/tasks?layout=board&group=${group}`;
      const { html } = await visitor.get(board);
      const more = /<li class="more"><a href="([^"]+)"[^>]*hx-vals="([^"]+)"/.exec(html)!;
      const [href, values] = [decoded(more[1]!), JSON.parse(decoded(more[2]!))];
      assert.doesNotMatch((await visitor.get(href)).html, /class="row card"/);
      const part = await visitor.part("GET", `${href}&${new URLSearchParams(values)}`, board);
      assert.equal(part.html.match(/<li class="row card"/g)?.length, 35);
      assert.doesNotMatch(part.html, /class="more"/);
      const opened = part.headers.get("hx-replace-url")!;
      assert.match(opened, /layout=board.*rows=\w+:60/);
      const shown = columns((await visitor.get(opened)).html);
      assert.equal(shown.find(({ count }) => count === "60")!.cards.length, 60);
    }
  }));

Deno.test("a board is called and marked as its list is, and leads to it", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const { html } = await visitor.get("/workspace/tasks?layout=board&assigneeId=me&group=label");
    assert.match(html, /<h1>My tasks<\/h1>/);
    assert.match(html, /aria-current="page"[^>]*>.*?<bdi>My tasks</s);
    assert.match(
      decoded(html),
      /href="\/workspace\/tasks\?assigneeId=me&group=label"[^>]*data-layout/,
    );
  }));
