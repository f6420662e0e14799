import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
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

Deno.test("a board has a column for every status in order of work, even for empty and closed ones", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const board = columns((await visitor.get("/workspace/tasks?layout=board")).html);
    assert.deepEqual(board.map(({ name, count, cards }) => [name, count, cards.length]), [
      ["Backlog", "0", 0],
      ["Planned", "0", 0],
      ["In progress", "1", 1],
      ["Completed", "60", 16],
      ["Cancelled", "0", 0],
    ]);
    assert.deepEqual(board[2]!.cards, ["Mend the gate"]);
    assert.equal(board[2]!.make, "/workspace/tasks/compose?status=progressed");
  }));

Deno.test("a board's columns follow the list's grouping and contain the filtered tasks", () =>
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
      /No tasks match/,
    );
  }));

Deno.test("the rest of a column loads as cards, and is a list on its own page", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    for (const group of ["status", "label"]) {
      const board = `/workspace/tasks?layout=board&group=${group}`;
      const { html } = await visitor.get(board);
      const more = /<li class="more"><a href="([^"]+)"[^>]*hx-vals="([^"]+)"/.exec(html)!;
      const [href, values] = [decoded(more[1]!), JSON.parse(decoded(more[2]!))];
      assert.doesNotMatch((await visitor.get(href)).html, /class="row card"/);
      const part = await visitor.part("GET", `${href}&${new URLSearchParams(values)}`, board);
      const first = columns(html).find(({ count }) => count === "60")!.cards.length;
      assert.equal(part.html.match(/<li class="row card"/g)?.length, 60 - first);
      assert.doesNotMatch(part.html, /class="more"/);
      const opened = part.headers.get("hx-replace-url")!;
      assert.match(opened, /layout=board.*rows=\w+:60/);
      const shown = columns((await visitor.get(opened)).html);
      assert.equal(shown.find(({ count }) => count === "60")!.cards.length, 60);
    }
  }));

Deno.test("a board has the name and sidebar link of its list, and links to the list", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const { html } = await visitor.get("/workspace/tasks?layout=board&assigneeId=me&group=label");
    assert.match(html, /<h1>My tasks<\/h1>/);
    assert.match(html, /aria-current="page"[^>]*>.*?<bdi>My tasks</s);
    assert.match(
      decoded(html),
      /value="assigneeId=me&group=label"[^>]*data-layout/,
    );
  }));

/** The columns at a board's end: what shows each, and how many tasks it counts. */
const hiddenColumns = (html: string) =>
  [...html.matchAll(/<li class="column" id="group-([^"]+)".*?<\/li>/gs)].map(([column, key]) => {
    const [, value, next] = /value="([^"]+)" data-next="([^"]+)"/.exec(column)!;
    return [key, value, next, /data-count[^>]*>([^<]+)</.exec(column)![1]];
  });

Deno.test("a column is hidden or shown only for one person, list, and grouping, and REST returns this", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const path = "/workspace/tasks?layout=board";
    const send = (form: Record<string, string>, on = path) =>
      visitor.part("POST", "/workspace/tasks/display", on, { query: on.split("?")[1]!, ...form });
    const menu = await visitor.get(
      decoded(
        /href="([^"]+)" data-menu="column" aria-label="Completed column"/.exec(
          (await visitor.get(path)).html,
        )![1]!,
      ),
    );
    assert.match(menu.html, /name="hideColumn" value="completed"/);
    const { html } = await send({ hideColumn: "completed", heading: "Completed" });
    assert.match(html, /Completed hidden\. Find hidden columns at the end of the board\./);
    assert.deepEqual(hiddenColumns(html), [[
      ...["completed", "completed", "#column-completed-menu", "60"],
    ]]);
    assert.equal(columns(html).length, 4);
    assert.doesNotMatch(html, /Jar/);

    // What has no priority is another column than what has no label
    await send({ hideColumn: "label_none", heading: "No label" }, `${path}&group=label`);
    const unprioritised = columns((await visitor.get(`${path}&group=priority`)).html);
    assert.deepEqual(unprioritised.map(({ name }) => name).at(-1), "No priority");
    const labelled = (await visitor.get(`${path}&group=label`)).html;
    assert.deepEqual(hiddenColumns(labelled).at(-1), [
      ...["none", "label_none", "#column-none-menu", "1"],
    ]);
    const { body } = await call(app, "GET /me/preferences", { as: cast.ada });
    assert.deepEqual(body.preferences.lists[0].hiddenColumns, ["completed", "label_none"]);

    assert.equal(hiddenColumns((await visitor.get(`${path}&assigneeId=me`)).html).length, 0);
    const other = await visit(app, cast.chidi.email);
    assert.equal(hiddenColumns((await other.get(path)).html).length, 0);
    assert.equal(hiddenColumns((await send({ showColumn: "completed" })).html).length, 0);
  }));

Deno.test("people without tasks are among the hidden columns, and can be shown, even without JavaScript", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const path = "/workspace/tasks?layout=board&group=assignee";
    const { id } = cast.chidi.member.profile;
    const { html } = await visitor.get(path);
    assert.deepEqual(columns(html).map(({ name }) => name), ["No assignee"]);
    assert.ok(hiddenColumns(html).some(([key, value]) => key === id && value === id));
    const form = { query: "layout=board&group=assignee", showColumn: id };
    const sent = await visitor.post("/workspace/tasks/display", form, {
      referer: `http://backlog.test${path}`,
    });
    assert.equal(sent.status, 303);
    const shown = columns((await visitor.get(path)).html);
    assert.deepEqual(shown.map(({ name, count }) => `${name} ${count}`), [
      `${cast.chidi.member.profile.name} 0`,
      "No assignee 61",
    ]);
  }));

Deno.test("a view saved as a board opens as a board, and is the same view as a list", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const save = async (layout: string) => {
      const body = { name: `As a ${layout}`, layout, filters: { priority: "none" } };
      const made = await call(app, `POST /workspaces/${cast.workspaceId}/views`, {
        as: cast.ada,
        body: { ...body, scope: "team", teamId: cast.teams.eng },
      });
      return `/workspace/view/${made.body.view.key}`;
    };
    for (const [layout, other] of [["board", "list"], ["list", "board"]] as const) {
      const path = await save(layout);
      const asOther = `${path}?layout=${other}`;
      for (const [address, shown] of [[path, layout], [asOther, other]] as const) {
        const page = (await visitor.get(address)).html;
        assert.match(page, new RegExp(`<h1>As a ${layout}</h1>`), address);
        assert.equal(page.includes('id="board"'), shown === "board", address);
        const marked = /aria-current="page"[^>]*>(?:(?!<\/a>).)*<bdi>([^<]+)/s.exec(page)![1];
        assert.equal(marked, `As a ${layout}`, address);
      }
    }
  }));
