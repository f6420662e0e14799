import assert from "node:assert/strict";
import { rowOptionsIn } from "../../views/tasks/display.ts";
import { call, withApp } from "../support/app.ts";
import { decoded, titles } from "../support/listed.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const display = "/workspace/tasks/display";
const list = "/workspace/tasks";

/** Chooses in Display what leads to an address, on the list at another one. */
const choose = (visitor: Visitor, from: string, to: string) =>
  visitor.part("POST", display, from ? `${list}?${from}` : list, {
    query: from,
    show: to,
    menu: "1",
  });

/** The groups or columns of a list. */
const groups = (html: string) => [...html.matchAll(/id="group-([^"]+)"/g)].map(([, id]) => id);
const isBoard = (html: string) => html.includes('id="board"');
/** What the browser's address becomes. */
const address = (html: string) => decoded(/data-address="([^"]+)"/.exec(html)?.[1] ?? "");

Deno.test("a list's URL can hide parts of rows, or none", () => {
  assert.deepEqual(rowOptionsIn({ hidden: "labels,deadline" }), { hidden: ["labels", "deadline"] });
  assert.deepEqual(rowOptionsIn({ hidden: "none" }), { hidden: [] });
});

Deno.test("a list without parameters has its stored display and a full URL, and parameters override the display", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task } = cast;
    await task(ada, { title: "Ash", status: "planned", priority: "high" });
    await task(ada, { title: "Oak", status: "completed" });
    const visitor = await visit(app, ada.email);
    const sent = await choose(visitor, "", "layout=board&group=priority");
    assert.equal(sent.status, 200);
    assert.equal(sent.headers.get("hx-push-url"), `${list}?layout=board&group=priority`);
    assert.ok(isBoard(sent.html), "the board is in the same answer");
    const { status, html } = await visitor.get(list);
    assert.equal(status, 200, "no second round trip");
    assert.ok(isBoard(html));
    assert.equal(address(html), `${list}?layout=board&group=priority`);
    assert.ok(groups(html).includes("high"));
    for (
      const exact of [
        "?group=assignee",
        "?priority=high",
        "?layout=list",
        "?q=ash",
        "?sort=createdAt",
      ]
    ) {
      const shown = (await visitor.get(`${list}${exact}`)).html;
      assert.ok(!isBoard(shown), exact);
      assert.equal(address(shown), "", exact);
    }
    assert.ok(isBoard((await (await visit(app, ada.email)).get(list)).html), "on every device");
    assert.ok(!isBoard((await (await visit(app, chidi.email)).get(list)).html), "for oneself");
    const { body } = await call(app, "GET /me/preferences", { as: ada });
    assert.deepEqual(
      body.preferences.lists.map(({ list, layout, grouping }: Record<string, string>) => [
        list,
        layout,
        grouping,
      ]),
      [["all", "board", "priority"]],
    );
  }));

Deno.test("each list stores its own display: all tasks, own tasks, teams, and projects", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    const project = (await call(app, `POST /workspaces/${cast.workspaceId}/projects`, {
      as: ada,
      body: { name: "Gatehouse" },
    })).body.project;
    await task(ada, { title: "Ash", assigneeId: "me", projectId: project.id });
    const visitor = await visit(app, ada.email);
    const lists = [
      ["", "group=label"],
      ["assigneeId=me", "group=project"],
      [`teamId=${cast.teams.eng}`, "sort=position"],
      [`projectId=${project.id}`, "subgroup=assignee"],
    ] as const;
    for (const [own, shown] of lists) {
      await choose(visitor, own, [own, shown].filter(Boolean).join("&"));
    }
    for (const [own, shown] of lists) {
      const { html } = await visitor.get(own ? `${list}?${own}` : list);
      assert.equal(address(html), `${list}?${[own, shown].filter(Boolean).join("&")}`);
    }
    assert.equal(address((await visitor.get(`${list}?teamId=${cast.teams.ppl}`)).html), "");
    const byKey = (await visitor.get(`${list}?projectId=${project.key}`)).html;
    assert.equal(address(byKey), `${list}?projectId=${project.key}&subgroup=assignee`);
  }));

Deno.test("a list's stored display includes closed tasks and sub-tasks", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    const ash = await task(ada, { title: "Ash" });
    app.world.clock.advance({ seconds: 1 });
    await task(ada, { title: "Twig", parentId: ash.id });
    await task(ada, { title: "Oak", status: "completed" });
    const visitor = await visit(app, ada.email);
    await choose(visitor, "", "notStatus=completed,cancelled");
    assert.deepEqual(titles((await visitor.get(list)).html), ["Twig", "Ash"]);
    await choose(
      visitor,
      "notStatus=completed,cancelled",
      "notStatus=completed,cancelled&parentId=none",
    );
    assert.deepEqual(titles((await visitor.get(list)).html), ["Ash"]);
    await choose(visitor, "notStatus=completed,cancelled&parentId=none", "closedSince=-7d");
    const { html } = await visitor.get(list);
    assert.equal(address(html), `${list}?closedSince=-7d`);
  }));

Deno.test("Reset restores a list's defaults, also from a filtered list, and links never lead to the stored display", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    await task(ada, { title: "Ash", priority: "high" });
    const visitor = await visit(app, ada.email);
    const menu = async (search: string) => (await visitor.get(`${display}?${search}`)).html;
    assert.doesNotMatch(await menu(""), /name="reset"/);
    await choose(visitor, "", "layout=board&group=label");
    // The filter's removal leads to a list, since that is what one sees
    const narrowed = (await visitor.get(`${list}?priority=high`)).html;
    assert.match(decoded(narrowed), /href="\/workspace\/tasks\?layout=list"[^>]*>Clear/);
    assert.ok(!isBoard((await visitor.get(`${list}?layout=list`)).html));
    assert.match(await menu("layout=board&group=label"), /name="reset"/);
    const reset = await visitor.part(
      "POST",
      display,
      `${list}?layout=board&group=label&priority=high`,
      {
        query: "layout=board&group=label&priority=high",
        reset: "1",
        menu: "1",
      },
    );
    assert.equal(reset.headers.get("hx-push-url"), `${list}?priority=high`);
    const { html } = await visitor.get(list);
    assert.ok(!isBoard(html));
    assert.equal(address(html), "");
    const { body } = await call(app, "GET /me/preferences", { as: ada });
    assert.deepEqual(body.preferences.lists, []);
  }));

Deno.test("choices in an outdated menu keep all previous choices", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const sent = await visitor.part("POST", display, `${list}?group=label&priority=high`, {
      query: "",
      show: "sort=createdAt",
    });
    assert.equal(
      sent.headers.get("hx-push-url"),
      `${list}?priority=high&group=label&sort=createdAt`,
    );
  }));

Deno.test("a saved view has its saved display, and only row parts and collapsed groups are personal", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    await task(ada, { title: "Ash", priority: "urgent" });
    const { view } = (await call(app, `POST /workspaces/${cast.workspaceId}/views`, {
      as: ada,
      body: { name: "Urgent", filters: { priority: "urgent" }, hidden: ["labels"] },
    })).body;
    const visitor = await visit(app, ada.email);
    const path = `/workspace/view/${view.key}`;
    const own = `view=${view.key}&since=1&priority=urgent&hidden=labels`;
    const send = (form: Record<string, string>) =>
      visitor.part("POST", display, path, { query: own, ...form });
    const sent = await send({ show: `${own}&group=assignee` });
    assert.match(sent.html, /<h1>Urgent<\/h1>/);
    assert.equal(
      sent.headers.get("hx-push-url"),
      `${path}?since=1&priority=urgent&group=assignee&hidden=labels`,
    );
    assert.match(sent.html, /view-edited/);
    assert.doesNotMatch((await visitor.get(path)).html, /view-edited/);
    const toggled = await send({ toggle: "project" });
    assert.equal(
      toggled.headers.get("hx-push-url"),
      `${path}?since=1&priority=urgent&hidden=project,labels`,
    );
    // As the page sends it: its address says the view by its path
    await visitor.part("POST", display, path, { fold: "backlogged", query: "" });
    const { body } = await call(app, "GET /me/preferences", { as: ada });
    const [look, ...more] = body.preferences.lists;
    assert.deepEqual([look.list, look.folded, look.grouping], [view.id, ["backlogged"], "status"]);
    assert.deepEqual(more, []);
  }));

Deno.test("for each grouping, the collapsed group without a value is stored separately", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    await task(ada, { title: "Ash" });
    const visitor = await visit(app, ada.email);
    const fold = (query: string, key: string, name = "fold") =>
      visitor.part("POST", display, `${list}?${query}`, { query, [name]: key });
    const isFolded = async (query: string) =>
      !/<details open/.test((await visitor.get(`${list}?${query}`)).html);
    const ways = ["group=priority", "group=assignee", "group=project", "group=label"];
    for (const folded of ways) {
      await fold(folded, "none");
      for (const way of ways) {
        assert.equal(await isFolded(way), way === folded, `${way}, ${folded}`);
      }
      await fold(folded, "none", "unfold");
      assert.equal(await isFolded(folded), false, folded);
    }
    await fold("group=label&subgroup=assignee", "none-none");
    const { body } = await call(app, "GET /me/preferences", { as: ada });
    assert.deepEqual(body.preferences.lists[0].folded, ["label_none-assignee_none"]);
    const within = (query: string) => visitor.get(`${list}?${query}`);
    const open = async (query: string) =>
      [...(await within(query)).html.matchAll(/<details( open)?/g)].map(([, one]) => Boolean(one));
    assert.deepEqual(await open("group=label&subgroup=assignee"), [true, false]);
    assert.deepEqual(await open("group=assignee&subgroup=label"), [true, true]);
  }));

Deno.test("a stored manual order is ignored for a list of several teams", () =>
  withApp({}, async (app, cast) => {
    const { ada, task } = cast;
    await task(ada, { title: "Ash", assigneeId: "me" });
    const lists = ["all", "mine"].map((list) => ({ list, layout: "board", sorting: "position" }));
    await call(app, "PATCH /me/preferences", { as: ada, body: { lists } });
    const visitor = await visit(app, ada.email);
    for (const own of ["", "?assigneeId=me"]) {
      const { status, html } = await visitor.get(`${list}${own}`);
      assert.equal(status, 200, own);
      assert.ok(isBoard(html), own);
    }
  }));
