import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { begin, decoded, moreLink, titles } from "../support/listed.ts";
import { testOrigin } from "../support/world.ts";

const pairs = [
  ["status", "label"],
  ["label", "status"],
  ["label", "priority"],
  ["assignee", "project"],
] as const;

Deno.test("the rest of a subgroup loads in place with unique IDs, and can be opened as a list with both filters", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast, ["Bug", "Feature"]);
    // What a template holds isn't on the page
    const shown = (html: string) => html.replaceAll(/<template[^]*?<\/template>/g, "");
    const ids = (html: string) => [...shown(html).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    const rowIds = (html: string) => ids(html).filter((id) => id.startsWith("row-"));
    for (const [group, subgroup] of pairs) {
      const list = `/workspace/tasks?group=${group}&subgroup=${subgroup}`;
      const { html } = await visitor.get(list);
      const twice = group === "label" || subgroup === "label" ? 2 : 1;
      const first = rowIds(html).length / twice;
      assert.ok(first >= 3 && first <= 10, `${first} of ${list}`);
      assert.deepEqual([...new Set(ids(html))], ids(html), list);
      const more = moreLink(html)!;
      assert.equal(titles((await visitor.get(more.href)).html).length, 50, list);
      const asked = new URLSearchParams(more.values);
      const part = await visitor.part("GET", `${more.href}&${asked}`, list);
      const opened = part.headers.get("hx-replace-url")!;
      assert.match(opened, new RegExp(`rows=\\w+-\\w+:${first + 50}(?!\\d)`));
      const whole = (await visitor.get(opened)).html;
      assert.deepEqual([...new Set(ids(whole))], ids(whole), list);
      const shown = [...rowIds(html), ...rowIds(part.html)].sort();
      assert.deepEqual(shown, rowIds(whole).sort(), list);
    }
  }));

Deno.test("a new task from a subgroup has both values, and collapsed subgroups are stored by both keys", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const list = "/workspace/tasks?group=priority&subgroup=status";
    const { html } = await visitor.get(list);
    const add = /href="([^"]+)" data-compose[^>]*aria-label="New task in Backlog in No priority"/;
    const composed = new URL(decoded(add.exec(html)![1]!), testOrigin).searchParams;
    assert.equal(composed.get("status"), "backlogged");
    const folded = { fold: "none-backlogged", query: list.split("?")[1]! };
    await visitor.post("/workspace/tasks/display", folded);
    const again = (await visitor.get(list)).html;
    assert.match(again, /id="group-none-backlogged"[^>]*>(?:(?!<details).)*<details\s*>/s);
    assert.match(again, /id="group-none"[^>]*>(?:(?!<details).)*<details open/s);
  }));

Deno.test("closed tasks are expanded in their subgroups, and a long group links to all of its tasks", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    for (let n = 0; n < 101; n++) await cast.task(cast.ada, { title: `Lid ${n}` });
    await cast.task(cast.ada, { title: "Done", status: "completed", assigneeId: "me" });
    const list = "/workspace/tasks?subgroup=assignee";
    const { html } = await visitor.get(list);
    assert.doesNotMatch(html, />Done</);
    const anew = /<a href="([^"]+)"[^>]*>Show 1 task/.exec(html)!;
    const opened = (await visitor.get(decoded(anew[1]!))).html;
    assert.match(opened, />Done</);
    assert.match(opened, /id="group-completed-prof_/);
    const rest = /<a href="([^"]+)">Show all tasks in Backlog by assignee/.exec(
      html,
    )!;
    const whole = (await visitor.get(decoded(rest[1]!))).html;
    assert.match(whole, /id="group-none"/);
    assert.match(whole, />100\+</);
  }));

Deno.test("Display offers subgroups only where possible, and a board keeps its columns", () =>
  withApp({}, async (app, cast) => {
    const visitor = await begin(app, cast);
    const menu = async (query: string) =>
      (await visitor.get(`/workspace/tasks/display?${query}`)).html;
    assert.match(await menu(""), /value="subgroup=assignee"/);
    const changed = await menu("subgroup=priority");
    assert.match(changed, /value="group=priority"/);
    assert.match(changed, /value="group=label&amp;subgroup=priority"/);
    assert.doesNotMatch(await menu("group=none&subgroup=priority"), /Then by/);
    assert.doesNotMatch(await menu("layout=board&subgroup=priority"), /Then by/);
    for (
      const query of ["layout=board&subgroup=priority", "subgroup=status", "q=jar&subgroup=label"]
    ) {
      const { status, html } = await visitor.get(`/workspace/tasks?${query}`);
      assert.equal(status, 200);
      assert.doesNotMatch(html, /class="group subgroup"/, query);
    }
  }));
