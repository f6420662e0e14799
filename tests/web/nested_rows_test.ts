import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { begin, decoded, titles } from "../support/listed.ts";
import { visit } from "../support/visitor.ts";

const below = { subTasks: "below", query: "" };
/** Each row as it stands: how deep, whether it is hidden, how it is called and what it is part of. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<li class="row(?: card)?"(.*?)<\/li>/gs)].map(([, row]) => {
    const depth = /data-depth="(\d)"/.exec(row!)?.[1] ?? "0";
    const hidden = / hidden /.test(row!.split(">")[0]!) ? "hidden " : "";
    const part = /Sub-task of<\/span>\s*([^<]+)</.exec(row!)?.[1];
    return `${hidden}${depth} ${titles(row!)[0]}${part ? ` of ${part}` : ""}`;
  });

Deno.test("sub-tasks appear below their parents in the same list, and otherwise name their parents", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    const visitor = await visit(app, ada.email);
    const made = async (title: string, fields: Record<string, unknown> = {}) => {
      app.world.clock.advance({ seconds: 1 });
      return await task(ada, { title, ...fields });
    };
    const house = await made("House", { tags: ["Bug"] });
    const roof = await made("Roof", { parentId: house.id, tags: ["Bug", "Feature"] });
    await made("Garden");
    await made("Tile", { parentId: roof.id, tags: ["Feature"] });
    await made("Door", { parentId: house.id, status: "planned" });
    const shown = async (query = "") =>
      rowsOf((await visitor.get(`/workspace/tasks${query}`)).html);
    const { reference } = house;
    const beside = [
      `0 Door of ${reference}`,
      `0 Tile of ${roof.reference}`,
      "0 Garden",
      `0 Roof of ${reference}`,
      "0 House",
    ];
    assert.deepEqual(await shown("?group=none"), beside);
    assert.deepEqual(await shown("?q=tile"), [`0 Tile of ${roof.reference}`]);
    assert.deepEqual(await shown(`?group=none&parentId=${reference}`), ["0 Door", "0 Roof"]);
    const columns = await shown("?layout=board");
    assert.deepEqual(columns.toSorted(), beside.toSorted());
    await visitor.post("/workspace/tasks/display", below);
    assert.deepEqual(await shown("?group=none"), [
      "0 Garden",
      "0 House",
      "1 Door",
      "1 Roof",
      "2 Tile",
    ]);
    assert.deepEqual(await shown(), [
      `0 Door of ${reference}`,
      "0 Garden",
      "0 House",
      "1 Roof",
      "2 Tile",
    ]);
    assert.deepEqual(await shown("?group=label"), [
      "0 House",
      "1 Roof",
      "0 Roof of ENG-1",
      "1 Tile",
      `0 Door of ${reference}`,
      "0 Garden",
    ]);
    assert.deepEqual(await shown("?q=tile"), [`0 Tile of ${roof.reference}`]);
    assert.deepEqual(await shown("?group=none&sort=createdAt"), [
      "0 House",
      "1 Roof",
      "2 Tile",
      "1 Door",
      "0 Garden",
    ]);
    assert.deepEqual(await shown("?layout=board"), columns);
    await visitor.post("/workspace/tasks/display", { fold: house.id, query: "" });
    assert.deepEqual(await shown("?group=none"), [
      "0 Garden",
      "0 House",
      "hidden 1 Door",
      "hidden 1 Roof",
      "hidden 2 Tile",
    ]);
  }));

Deno.test("a hidden parent isn't named, and its sub-task has a normal row", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task, teams } = cast;
    const quiet = await task(ada, { title: "Quiet", teamId: teams.ppl });
    await task(ada, { title: "Loud", parentId: quiet.id });
    const [mine, theirs] = [await visit(app, ada.email), await visit(app, chidi.email)];
    for (const visitor of [mine, theirs]) await visitor.post("/workspace/tasks/display", below);
    const list = "/workspace/tasks?group=none";
    assert.deepEqual(rowsOf((await mine.get(list)).html), ["0 Quiet", "1 Loud"]);
    assert.deepEqual(rowsOf((await theirs.get(list)).html), ["0 Loud"]);
  }));

Deno.test("a sub-task has a normal row until its parent is loaded, and then appears below it", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    const first = await task(ada, { title: "First" });
    app.world.clock.advance({ seconds: 1 });
    const visitor = await begin(app, cast);
    await task(ada, { title: "Last", parentId: first.id });
    await visitor.post("/workspace/tasks/display", below);
    const { html } = await visitor.get("/workspace/tasks");
    assert.equal(rowsOf(html)[0], `0 Last of ${first.reference}`);
    const more = /<li class="more"><a href="([^"]+)" hx-get="\1" hx-target="#main"/.exec(html);
    const opened = rowsOf((await visitor.get(decoded(more![1]!))).html);
    assert.equal(opened.length, 62);
    assert.deepEqual(opened.slice(-2), ["0 First", "1 Last"]);
  }));
