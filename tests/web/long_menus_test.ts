import assert from "node:assert/strict";
import { sql } from "kysely";
import { parseJson } from "../../server/domain/core/json.ts";
import { newId } from "../../server/domain/core/ids.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import { call, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { manyLabels } from "../support/labels.ts";
import { planner } from "../support/projects.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const TASK = "/workspace/tasks/ENG-1";
const list = "/workspace/tasks";
/** More than a menu of 100 choices of any kind needs. */
const MOST_BYTES = 150_000;

/** People of the workspace besides the cast, by their names. */
async function manyPeople({ world, workspaceId }: Cast, count: number) {
  const now = world.clock.now();
  const rows = Array.from({ length: count }, (_, n) => ({
    id: newId("prof", now),
    name: `Guest ${n}`,
    username: `guest${n}`,
  }));
  await world.database.write((tx) =>
    sql`insert into profiles (id, workspace_id, user_id, kind, name, username, role, created_at)
      select value ->> 'id', ${workspaceId}, null, 'human', value ->> 'name', value ->> 'username',
        'member', ${now.toISOString()} from json_each(${JSON.stringify(rows)})`.execute(tx)
  );
  return rows.map(({ id }) => id);
}

async function menu(visitor: Visitor, path: string) {
  const { status, html } = await visitor.part("GET", path, list);
  assert.equal(status, 200, path);
  assert.ok(html.length < MOST_BYTES, `${path}: ${html.length} characters`);
  const names = [...html.matchAll(/role="option"[^>]*>.*?<span>([^<]*)<\/span>/gs)].map((one) =>
    one[1]
  );
  return { html, names, finds: html.includes("data-found") };
}

Deno.test("a menu of more than a hundred options shows the first and the chosen ones, and typing finds the rest", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const labels = await manyLabels(cast, Array.from({ length: 10_000 }, (_, n) => `Zone ${n}`));
    const people = await manyPeople(cast, 3_000);
    await cast.task(ada, { title: "Ash", tags: [labels[9_876]!], assigneeId: people[2_345]! });
    const visitor = await visit(app, ada.email);
    const selected = `${list}/selected`;
    const compose = `${list}/compose`;
    const menus = {
      [`${TASK}/labels`]: ["Zone 9876", "Zone 5432"],
      [`${selected}/labels?tasks=ENG-1`]: ["Zone 9876", "Zone 5432"],
      [`${compose}/labels?tags=${labels[9_876]}`]: ["Zone 9876", "Zone 5432"],
      [`${TASK}/assignee`]: ["Guest 2345", "Guest 1234"],
      [`${selected}/assignee?tasks=ENG-1`]: ["Guest 2345", "Guest 1234"],
      [`${compose}/assignee?assigneeId=${people[2_345]}`]: ["Guest 2345", "Guest 1234"],
      [`${TASK}/approver?approverId=${people[2_345]}`]: ["Guest 2345", "Guest 1234"],
      [`${list}/filter?label=${labels[9_876]}`]: ["Zone 9876", "Zone 5432", "find"],
      [`${list}/filter?assigneeId=${people[2_345]}`]: ["Guest 2345", "Guest 1234", "find"],
      [`${list}/filter/values?of=label&label=${labels[9_876]}`]: ["Zone 9876", "Zone 5432", "find"],
    };
    for (const [path, [chosen, other, field = "q"]] of Object.entries(menus)) {
      const first = await menu(visitor, path);
      assert.ok(first.finds, path);
      assert.ok(first.names.includes(chosen), `${path}: ${chosen} is not among those drawn`);
      assert.ok(!first.names.includes(other));
      const find = `${path}${path.includes("?") ? "&" : "?"}${field}=${encodeURIComponent(other!)}`;
      assert.equal((await menu(visitor, find)).names[0], other, find);
      const none = await menu(visitor, find.replace(/=[^=]*$/, "=zzzz"));
      assert.deepEqual(none.names.filter((name) => /^(Zone|Guest)/.test(name!)), []);
    }
    const narrowed = await visitor.get(
      `${list}?label=${labels[9_876]}&assigneeId=${people[2_345]}`,
    );
    assert.match(narrowed.html, /Zone 9876/);
    assert.match(narrowed.html, /Guest 2345/);
    assert.match((await visitor.get(`${list}?group=label`)).html, /Zone 9876/);
    for (const path of [compose, `${TASK}?add=approval`]) {
      const { html } = await visitor.get(path);
      assert.ok(html.length < 250_000, `${path}: ${html.length} characters`);
    }
    const left = await visitor.part("GET", `${list}/filter?find=not+zone+5432`, list);
    assert.match(left.html, /data-found="not zone 5432".*?data-not[^>]*>.*?Zone 5432/s);
    const status = await menu(visitor, `${list}/filter?find=status+planned`);
    assert.equal(status.names[0], "Planned");
    const label = await menu(visitor, `${list}/filter?find=label`);
    assert.equal(label.names[0], "Label…", "what it is called leads to its values");
    assert.doesNotMatch(label.html, /<a [^>]*hidden[^>]*><span>Label…/);
    const { body } = await call(app, `GET /workspaces/${cast.workspaceId}/labels?limit=250`, {
      as: ada,
    });
    assert.equal(body.labels.length, 250, "REST gives them page by page, as ever");
  }));

Deno.test("a short menu offers all options at once, and is filtered in the page", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada, { title: "Ash" });
    const visitor = await visit(app, cast.ada.email);
    for (const path of [`${TASK}/labels`, `${TASK}/assignee`, `${TASK}/team`, `${list}/filter`]) {
      assert.equal((await menu(visitor, path)).finds, false, path);
    }
  }));

Deno.test("a day typed in the filter menu is offered for each comparison, or only for the typed one", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const found = (typed: string) =>
      menu(visitor, `${list}/filter?find=${encodeURIComponent(typed)}`);
    const tomorrow = await found("tomorrow");
    assert.equal(tomorrow.names.length, 9);
    assert.match(tomorrow.names[1]!, /^Before \w+ /);
    assert.match(tomorrow.html, /href="[^"]*[?]deadlineBefore=1d"/);
    const before = await found("deadline before 3 may 2031");
    assert.match(before.html, /href="[^"]*[?]deadlineBefore=2031-05-03"/);
    assert.equal(before.names.length, 1);
    assert.match((await found("31.4.")).html, /There is no 31 April/);
    assert.match((await found("zzzz")).html, /No matches/);
    assert.deepEqual((await found("not tomorrow")).html.match(/data-not=/g), null);
  }));

Deno.test("the viewer is first among people in the filter menu, with a count, and can be found and chosen", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    await cast.task(chidi, { title: "Ash", assigneeId: "me" });
    await cast.task(ada, { title: "Birch", assigneeId: "me" });
    const visitor = await visit(app, ada.email);
    const all = await menu(visitor, `${list}/filter`);
    assert.deepEqual(all.names.filter((name) => name === "Me").length, 2);
    assert.match(all.html, /[?]assigneeId=me"[^>]*>(?:(?!<\/a>).)*Me<(?:(?!<\/a>).)*>1</s);
    const values = await menu(visitor, `${list}/filter/values?of=assigneeId&assigneeId=me`);
    assert.deepEqual(values.names.slice(0, 2), ["Me", "No assignee"]);
    assert.equal(values.html.match(/aria-selected="true"/g)?.length, 1);
    assert.match(values.html, /aria-selected="true"[^>]*>(?:(?!<\/a>).)*Me</s);
    const found = await menu(visitor, `${list}/filter?find=creator+me`);
    assert.equal(found.names[0], "Me");
    assert.ok(!(await menu(visitor, `${list}/filter?find=zzz`)).names.includes("Me"));
  }));

Deno.test("with more than a hundred templates, typing finds any of them, and the chosen one stays", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const made = [];
    for (let n = 0; n < 105; n++) {
      const { json } = await plan.run(cast.ada, createTaskTemplate, { name: `Recipe ${n}` });
      made.push(parseJson(json).id);
    }
    const visitor = await visit(app, cast.ada.email);
    const path = `${list}/compose/template?templateId=${made.at(-1)}`;
    const first = await menu(visitor, path);
    assert.ok(first.finds && first.names.length <= 102, `${first.names.length}`);
    assert.ok(first.names.includes("Recipe 104"));
    assert.deepEqual((await menu(visitor, `${path}&q=recipe+103`)).names, ["Recipe 103"]);
  }));
