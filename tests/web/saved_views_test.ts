import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { decoded, titles } from "../support/listed.ts";
import { visit } from "../support/visitor.ts";

/** Saves a view over REST, as a separate client. */
async function saved(app: TestApp, cast: Cast, body: Record<string, unknown>, as = cast.ada) {
  const path = `POST /workspaces/${cast.workspaceId}/views`;
  const made = await call(app, path, { as, body: { name: "Late", scope: "workspace", ...body } });
  assert.equal(made.status, 201, made.text);
  const { view } = made.body;
  return {
    view,
    path: `/workspace/view/${view.key}`,
    async now(by: Person = as) {
      const at = `GET /workspaces/${cast.workspaceId}/views/${view.id}`;
      return (await call(app, at, { as: by })).body.view;
    },
  };
}

const isEdited = (html: string) => html.includes("view-edited");
const address = (html: string) => decoded(/data-address="([^"]+)"/.exec(html)?.[1] ?? "");

Deno.test("a view shows the saved list, and says that it is changed only if a value differs", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task } = cast;
    await task(ada, { title: "Ash", priority: "urgent", status: "planned" });
    await task(ada, { title: "Oak", priority: "high", status: "planned" });
    const filters = { status: "planned,progressed", priority: "urgent" };
    const { path, view } = await saved(app, cast, { filters, layout: "board" });
    const visitor = await visit(app, chidi.email);
    const { html } = await visitor.get(path);
    assert.deepEqual([titles(html), isEdited(html), address(html)], [["Ash"], false, ""]);
    assert.ok(html.includes('id="board"'));
    const changed = `${path}?since=1&status=planned`;
    const wider = (await visitor.get(changed)).html;
    assert.deepEqual([titles(wider).toSorted(), isEdited(wider)], [["Ash", "Oak"], true]);
    // Neither may save it but under another name
    assert.doesNotMatch(wider, /value="save"/);
    assert.match(wider, new RegExp(`href="${path}"[^>]*>Reset`));
    const same = `${path}?layout=board&status=progressed,planned&priority=urgent`;
    const again = (await visitor.get(`${same}&since=1`)).html;
    assert.deepEqual([isEdited(again), address(again)], [false, path]);
    const byId = (await visitor.get(`/workspace/view/${view.id}`)).html;
    assert.equal(address(byId), path);
    const alias = await visitor.get(`/workspace/tasks?view=${view.key}`);
    assert.deepEqual([alias.status, alias.headers.get("location")], [303, path]);
  }));

Deno.test("a view keeps its order of groups, and REST returns the rest of a group as a filtered list", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task } = cast;
    for (let n = 0; n < 30; n++) {
      const priority = ["low", "urgent", "none"][n % 3];
      await task(ada, { title: `Jar ${n}`, status: "planned", priority });
      app.world.clock.advance({ seconds: 1 });
    }
    await task(ada, { title: "Oak", status: "progressed" });
    const { path, view } = await saved(app, cast, { grouping: "status", sorting: "-priority" });
    const visitor = await visit(app, chidi.email);
    const { html } = await visitor.get(path);
    assert.match(html, /id="group-progressed"[\s\S]*id="group-planned"/);
    assert.equal(isEdited(html), false);
    const list = async (query: string) => {
      const at = `GET /workspaces/${cast.workspaceId}/tasks?status=planned&sort=${query}`;
      const { tasks, nextCursor } = (await call(app, at, { as: chidi })).body;
      return { nextCursor, names: tasks.map(({ title }: { title: string }) => title) };
    };
    const first = await list(`${view.sorting}&limit=25`);
    const rest = await list(`${view.sorting}&cursor=${first.nextCursor}`);
    const all = [1, 0, 2].flatMap((rank) =>
      Array.from({ length: 10 }, (_none, n) => `Jar ${27 - 3 * n + rank}`)
    );
    assert.deepEqual([...first.names, ...rest.names], all);
    assert.deepEqual(titles(html), ["Oak", ...all.slice(0, 25)]);
    const more = decoded(/href="([^"]*cursor=[^"]*)"/.exec(html)![1]!);
    assert.deepEqual(titles((await visitor.get(more)).html), all.slice(25));
    const board = (await visitor.get(`${path}?since=1&layout=board&sort=-priority`)).html;
    assert.deepEqual(titles(board).filter((title) => title !== "Oak").slice(0, 3), all.slice(0, 3));
    assert.match(board, /data-sort="-priority"/);
  }));

Deno.test("changes to a view are private until they are saved, and saving them can be undone", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task } = cast;
    await task(ada, { title: "Ash", priority: "urgent" });
    const ofTeam = { scope: "team", teamId: cast.teams.eng, filters: { priority: "urgent" } };
    const { path, view, now } = await saved(app, cast, ofTeam);
    const visitor = await visit(app, ada.email);
    const edited = `${path}?since=1&layout=board&status=planned&group=label&subTasks=below`;
    const { html } = await visitor.get(edited);
    const query = decoded(
      /name="query" value="([^"]*)"[^>]*><input[^>]*name="version"/
        .exec(html)![1]!,
    );
    assert.deepEqual((await now(chidi)).filters, { priority: "urgent" });
    const sent = await visitor.part("POST", path, edited, { act: "save", query, version: "1" });
    assert.equal(sent.headers.get("hx-push-url"), path);
    assert.ok(!isEdited(sent.html));
    const { layout, filters, grouping, subTasks } = await now(chidi);
    assert.deepEqual(
      [layout, filters, grouping, subTasks],
      ["board", { status: "planned" }, "label", "below"],
    );
    const back = await visitor.part("POST", path, path, { act: "undo" });
    assert.match(back.html, /Undone: changes to Late/);
    const { version: _v, updatedAt: _u, ...first } = view;
    const { version: _w, updatedAt: _x, ...last } = await now();
    assert.deepEqual(last, first);
  }));

Deno.test("if someone else saved a view, its page shows both versions, and asks before replacing one", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const { path, now, view } = await saved(app, cast, { filters: { priority: "urgent" } }, chidi);
    const visitor = await visit(app, chidi.email);
    const edited = `${path}?since=1&priority=high&group=label`;
    const of = `/workspaces/${cast.workspaceId}/views/${view.id}`;
    const patch = { filters: { status: "planned" }, layout: "board" };
    await call(app, `PATCH ${of}`, { as: ada, body: patch });
    const query = `view=${view.key}&since=1&priority=high&group=label`;
    const sent = await visitor.part("POST", path, edited, { act: "save", query, version: "1" });
    assert.equal(sent.status, 412);
    for (const { html } of [sent, await visitor.get(edited)]) {
      const [theirs, yours] = [...html.matchAll(/<dd>(.*?)<\/dd>/g)].map(([, words]) => words);
      assert.match(theirs!, /Board by status: .*Status is Planned/);
      assert.match(yours!, /List by label: .*Priority is High/);
      assert.match(html, /Save my version/);
      assert.match(html, /name="version" value="2"/);
    }
    assert.deepEqual((await now()).filters, { status: "planned" });
    const again = { act: "save", query, version: "2" };
    assert.equal((await visitor.part("POST", path, edited, again)).status, 200);
    assert.deepEqual((await now()).filters, { priority: "high" });
  }));

Deno.test("any list can be saved as a view, with or without filters", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const visitor = await visit(app, ada.email);
    const save = async (list: string, form: Record<string, string>) => {
      const { html } = await visitor.get(`/workspace/views/new${list}`);
      const query = decoded(/name="query" value="([^"]*)"/.exec(html)![1]!);
      const whose = /<option value="([^"]*)" selected/.exec(html)![1];
      const body = { name: "Mine", description: "", whose: whose!, query, ...form };
      const sent = await visitor.part("POST", "/workspace/views/new", `/workspace/tasks`, body);
      assert.equal(sent.status, 204, sent.html);
      const path = sent.headers.get("hx-location")!;
      const at = `GET /workspaces/${cast.workspaceId}/views/${path.split("/").at(-1)}`;
      return { whose, view: (await call(app, at, { as: ada })).body.view };
    };
    const display = "/workspace/tasks/display";
    await visitor.part("POST", display, "/workspace/tasks", { query: "", toggle: "labels" });
    const none = await save("", {});
    assert.deepEqual(
      [none.view.filters, none.view.scope, none.view.hidden, none.view.description],
      [{}, "personal", ["labels"], null],
    );
    const team = await save(`?teamId=${teams.eng}&layout=board&q=gate&sort=position`, {
      description: "What squeaks",
    });
    assert.equal(team.whose, teams.eng);
    const { scope, teamId, layout, filters, sorting, description } = team.view;
    assert.deepEqual(
      [scope, teamId, layout, filters, sorting, description],
      ["team", teams.eng, "board", { teamId: teams.eng, q: "gate" }, "position", "What squeaks"],
    );
    const everybody = await save("?priority=high", { whose: "workspace" });
    assert.equal(everybody.view.scope, "workspace");
  }));

Deno.test("a view without a name keeps its typed text and shows an error", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const typed = { name: "", description: "Half a thought", whose: "workspace", query: "" };
    const sent = await visitor.part("POST", "/workspace/views/new", "/workspace/tasks", typed);
    assert.equal(sent.status, 422);
    assert.match(sent.html, /hx-target="#menu"/);
    assert.match(sent.html, /Half a thought/);
    assert.match(sent.html, /<option value="workspace" selected/);
    assert.match(sent.html, /id="field-name-error"/);
  }));

Deno.test("a view names missing records in its filters, shows the rest, and reveals no hidden names", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task, teams, workspaceId } = cast;
    const post = async (path: string, body: unknown) =>
      (await call(app, `POST /workspaces/${workspaceId}/${path}`, { as: ada, body })).body;
    const secret = (await post("projects", { name: "Quillwort", teamIds: [teams.ppl] })).project;
    const open = (await post("projects", { name: "Gatehouse" })).project;
    const label = (await post("labels", { name: "Rust" })).label;
    await task(ada, { title: "Ash", projectId: open.id, tags: ["Rust"] });
    const both = { projectId: `${secret.id},${open.id}`, label: label.id };
    const { path } = await saved(app, cast, { filters: both });
    const alone = await saved(app, cast, { name: "None", filters: { projectId: secret.id } });
    await call(app, `DELETE /workspaces/${workspaceId}/labels/${label.id}`, { as: ada });
    const visitor = await visit(app, chidi.email);
    const { html, status } = await visitor.get(path);
    assert.deepEqual([status, titles(html)], [200, ["Ash"]]);
    assert.match(html, /Some filter values no longer exist, or you can&#39;t access them: project/);
    assert.match(html, /Rust \(archived\)/);
    assert.doesNotMatch(html, /Quillwort/);
    const nothing = (await visitor.get(alone.path)).html;
    assert.deepEqual(titles(nothing), []);
    assert.match(nothing, /No matching tasks/);
    const hub = (await visitor.get("/workspace/views")).html;
    assert.doesNotMatch(hub, /Quillwort/);
    const seen = (await (await visit(app, ada.email)).get(path)).html;
    assert.doesNotMatch(seen, /isn&#39;t here/);
  }));

Deno.test("the Views page shows each view's content, owner, and subscription, and has a text filter", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const of = await saved(app, cast, {
      name: "Bugs",
      scope: "team",
      teamId: teams.eng,
      description: "The worst first",
      filters: { label: "Bug" },
      sorting: "-priority",
      grouping: "none",
    });
    await saved(app, cast, { name: "Mine", scope: "personal" }, chidi);
    const visitor = await visit(app, chidi.email);
    const rows = async (search = "") => {
      const { html } = await visitor.get(`/workspace/views${search}`);
      return [...html.matchAll(/<li class="row entry".*?<\/li>/gs)].map(([row]) =>
        row.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim()
      );
    };
    const name = ada.member.profile.name;
    assert.deepEqual(await rows(), [
      `Bugs The worst first List, most urgent first: Label is Bug By ${name} , visible to Engineering`,
      "Mine List by status, all tasks Yours, private",
    ]);
    await visitor.part("POST", of.path, "/workspace/views", { act: "subscribe" });
    await visitor.part("POST", `/workspace/favorites/view/${of.view.key}`, "/workspace/views", {
      act: "add",
    });
    assert.match((await rows("?q=worst"))[0]!, /, favorite, subscribed/);
    assert.deepEqual((await rows("?q=worst")).length, 1);
    assert.deepEqual(await rows("?archived=1"), []);
    const archiving = await (await visit(app, ada.email)).part(
      "POST",
      of.path,
      "/workspace/views",
      {
        act: "archive",
      },
    );
    assert.match(archiving.html, /Bugs archived/);
    assert.deepEqual((await rows()).length, 1);
    assert.deepEqual((await rows("?archived=1")).length, 1);
    const link = (await visitor.get(of.path)).html;
    assert.match(link, /This view is archived/);
  }));

Deno.test("unsaved changes to a view survive renaming it", () =>
  withApp({}, async (app, cast) => {
    const { path } = await saved(app, cast, {});
    const visitor = await visit(app, cast.ada.email);
    const edited = `${path}?since=1&priority=high`;
    const form = { name: "Later", description: "", whose: "workspace", version: "1" };
    const sent = await visitor.part("POST", `${path}/edit`, edited, form);
    assert.equal(sent.headers.get("hx-push-url"), `${path}?since=2&priority=high`);
    assert.match(sent.html, /<h1>Later<\/h1>/);
    assert.ok(isEdited(sent.html));
    assert.doesNotMatch(sent.html, /saved again/);
    const stale = await visitor.part("POST", `${path}/edit`, edited, { ...form, name: "Latest" });
    assert.equal(stale.status, 412);
    assert.match(stale.html, /is now called <bdi>Later<\/bdi>/);
    assert.match(stale.html, /value="Latest"/);
  }));

Deno.test("an invalid view key is a 404 for every request, not a list of everything", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    for (const key of ["a%18b", "%20"]) {
      const path = `/workspace/view/${key}`;
      assert.equal((await visitor.get(path)).status, 404, path);
      assert.equal((await visitor.get(`${path}/actions`)).status, 404, path);
      const form = { act: "save", query: "", version: "1" };
      assert.equal((await visitor.post(path, form)).status, 404, path);
    }
  }));
