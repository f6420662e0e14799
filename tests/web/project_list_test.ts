import assert from "node:assert/strict";
import type { Cast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { withApp } from "../support/app.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const list = "/workspace/projects";

/** The headings of the groups, and the rows below each. */
async function shownAt(visitor: Visitor, query = "") {
  const { status, html } = await visitor.get(`${list}${query}`);
  assert.equal(status, 200, query);
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const found = main.matchAll(/<h2>([^<]*)<\/h2>|class="row-title"[^>]*>([^<]*)</g);
  return [...found].map(([, group, row]) => group ? `# ${group}` : row);
}

const make = (cast: Cast, input: Record<string, unknown>) => planner(cast).project(cast.ada, input);

async function some(cast: Cast) {
  await make(cast, {
    name: "Harbour wall",
    key: "WALL",
    status: "active",
    leadId: cast.ada.member.profile.id,
    targetDate: "2020-01-31",
  });
  await make(cast, { name: "Lighthouse", key: "LIGHT", status: "planned", priority: "high" });
  await make(cast, { name: "Anchor chain", key: "CHAIN", status: "planned" });
}

Deno.test("projects are grouped, in the requested order", () =>
  withApp({}, async (app, cast) => {
    await some(cast);
    const visitor = await visit(app, cast.ada.email);
    const planned = ["# Planned", "Anchor chain", "Lighthouse"];
    assert.deepEqual(await shownAt(visitor, "?sort=name"), [
      "# Active",
      "Harbour wall",
      ...planned,
    ]);
    assert.deepEqual(await shownAt(visitor, "?group=none&sort=name"), [
      "Anchor chain",
      "Harbour wall",
      "Lighthouse",
    ]);
    assert.deepEqual(await shownAt(visitor, "?group=lead&sort=-priority"), [
      "# Ada Lovelace",
      "Harbour wall",
      "# No lead",
      "Lighthouse",
      "Anchor chain",
    ]);
    assert.deepEqual((await shownAt(visitor, "?group=priority"))[0], "# High");
    assert.deepEqual((await shownAt(visitor, "?group=health"))[0], "# No update");
  }));

Deno.test("projects can be filtered by tabs, filters, and text, and each link keeps the others", () =>
  withApp({}, async (app, cast) => {
    await some(cast);
    const visitor = await visit(app, cast.ada.email);
    assert.deepEqual(await shownAt(visitor, "?leadId=me"), ["# Active", "Harbour wall"]);
    assert.deepEqual(await shownAt(visitor, "?status=active"), ["# Active", "Harbour wall"]);
    assert.deepEqual(await shownAt(visitor, "?q=chain"), ["# Planned", "Anchor chain"]);
    const { html } = await visitor.get(`${list}?leadId=me&sort=name`);
    assert.match(html, /id="tab-all" href="\/workspace\/projects\?sort=name"/);
    const active = (await visitor.get(`${list}?status=active`)).html;
    assert.match(
      active,
      /id="tab-led" href="[^"]*\?leadId=me&amp;status=active"|id="tab-led" href="[^"]*\?status=active&amp;leadId=me"/,
    );
    assert.match(html, /id="tab-led"[^>]* aria-current="page"/);
    assert.match(html, /id="tab-active" href="[^"]*\?leadId=me&amp;sort=name&amp;status=active"/);
    const menu = await visitor.part("GET", `${list}/filter?of=status&status=active`, list);
    assert.match(menu.html, /aria-selected="true"[^>]*href="\/workspace\/projects"/);
    assert.match(menu.html, /href="\/workspace\/projects\?status=active,planned"/);
  }));

Deno.test("a project with a past target date is overdue, unless it is completed or cancelled", () =>
  withApp({}, async (app, cast) => {
    await some(cast);
    await make(cast, { name: "Old pier", status: "completed", targetDate: "2020-02-01" });
    const { html } = await (await visit(app, cast.ada.email)).get(list);
    assert.equal(html.match(/, overdue/g)?.length, 1);
  }));

Deno.test("a group shows its first fifty projects, and more on request", () =>
  withApp({}, async (app, cast) => {
    for (let n = 0; n < 52; n++) await make(cast, { name: `Pier ${n}`, status: "active" });
    const visitor = await visit(app, cast.ada.email);
    const { html } = await visitor.get(list);
    assert.equal((await shownAt(visitor)).length, 51);
    assert.match(html, /id="list-count">52</);
    const more = /class="more"><a href="([^"]+)" data-next="#row-[^"]+"/.exec(html)?.[1];
    assert.equal(more, "/workspace/projects?rows=150");
    assert.equal((await shownAt(visitor, "?rows=150")).length, 53);
  }));

Deno.test("collapsed groups are stored separately for each list and grouping", () =>
  withApp({}, async (app, cast) => {
    await some(cast);
    const visitor = await visit(app, cast.ada.email);
    const display = `${list}/display`;
    const fold = (at: string, form: Record<string, string>) =>
      visitor.part("POST", display, at, { query: at.split("?")[1] ?? "", ...form });
    const folded = async (at: string) =>
      [...(await visitor.get(at)).html.matchAll(/id="group-(\w+)"[^>]*><details *>/g)]
        .map(([, key]) => key);
    assert.match((await visitor.get(list)).html, new RegExp(`data-folds="${display}"`));
    await fold(list, { fold: "active,planned" });
    assert.deepEqual(await folded(list), ["active", "planned"]);
    await fold(list, { unfold: "active" });
    await fold(`${list}?group=label`, { fold: "none" });
    assert.deepEqual(await folded(`${list}?q=chain`), ["planned"]);
    assert.deepEqual(await folded(`${list}?group=label`), ["none"]);
    assert.deepEqual(await folded(`${list}?group=health`), []);
    const form = { name: "Mine", description: "", whose: "personal", query: "" };
    const view = (await visitor.post("/workspace/views/projects/new", form)).headers
      .get("location")!;
    assert.deepEqual(await folded(view), []);
    await fold(view, { fold: "active" });
    assert.deepEqual([await folded(view), await folded(list)], [["active"], ["planned"]]);
    const other = await visit(app, cast.bao.email);
    assert.doesNotMatch((await other.get(list)).html, /<details *>/);
  }));

Deno.test("the project list explains invalid filters and empty results", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const said = async (query: string) => await shownAt(visitor, query);
    assert.deepEqual(await said(""), ["# No projects yet"]);
    assert.deepEqual(await said("?leadId=nobody"), ["# Filter value not found"]);
    assert.deepEqual(await said("?status=sunk"), ["# A filter isn&#39;t valid"]);
    const { html } = await visitor.get(`${list}?status=sunk&priority=high&group=lead`);
    assert.match(html, /&#8220;Status is sunk&#8221; isn&#39;t a valid filter/);
    assert.match(
      html,
      /href="\/workspace\/projects\?priority=high&amp;group=lead">Remove this filter/,
    );
    assert.match(html, /href="\/workspace\/projects\?group=lead">Clear all filters/);
    await some(cast);
    assert.deepEqual(await said("?q=nothing"), ["# No projects match “nothing”"]);
    assert.deepEqual(await said("?health=offTrack"), ["# No matching projects"]);
  }));
