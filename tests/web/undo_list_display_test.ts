import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import type { Person } from "../support/cast.ts";
import { decoded } from "../support/listed.ts";
import { type Seen, visit, type Visitor } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const display = "/workspace/tasks/display";
const list = "/workspace/tasks";

/** What the form of an Undo sends; null where nothing can be undone. */
function undoIn({ html }: Pick<Seen, "html">): Record<string, string> | null {
  const form =
    /<form [^>]*action="\/workspace\/tasks\/display"[^>]*>((?:<input[^>]*>)*)<button[^>]*data-undo/
      .exec(html)?.[1];
  if (form === undefined) return null;
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  return {
    act: "undoLook",
    ...Object.fromEntries(fields.map(([, name, value]) => [name, decoded(value!)])),
  };
}

const looksOf = async (app: TestApp, by: Person) =>
  (await call(app, "GET /me/preferences", { as: by })).body.preferences.lists;

/** Changes how a list is shown on the list at an address, and takes it back there. */
async function changedAndBack(visitor: Visitor, search: string, form: Record<string, string>) {
  const at = search ? `${list}?${search}` : list;
  const done = await visitor.part("POST", display, at, { query: search, ...form });
  assert.equal(done.status, 200);
  const shown = done.headers.get("hx-push-url") ?? at;
  const undo = undoIn(done);
  assert.ok(undo, "it offers an Undo");
  return { done, back: () => visitor.part("POST", display, shown, undo) };
}

Deno.test("undoing a hidden or shown column, or a reset, exactly restores a list's display", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    await cast.task(ada, { title: "Ash", assigneeId: "me" });
    const visitor = await visit(app, ada.email);
    const ways: [search: string, form: Record<string, string>, quiet: boolean][] = [
      ["layout=board", { hideColumn: "planned", heading: "Planned" }, false],
      ["layout=board", { showColumn: "cancelled" }, true],
      ["layout=board&group=assignee", { hideColumn: ada.member.profile.id, heading: "Ada" }, false],
      ["layout=board&group=label", { showColumn: "label_none" }, true],
      ["layout=board&priority=high&group=label", { reset: "1", menu: "1" }, false],
      ["group=assignee&subgroup=label", { reset: "1" }, false],
    ];
    const kept = [
      { list: "mine", density: "compact" },
      {
        list: "all",
        ...{ hidden: ["labels"], density: "compact", layout: "board", grouping: "label" },
        ...{ subTasks: "below", hiddenColumns: ["cancelled"], shownColumns: ["label_none"] },
      },
    ];
    for (const lists of [[], kept]) {
      for (const [search, form, quiet] of ways) {
        const all = [{ list: "mine" }, { list: "all" }];
        const { body } = await call(app, "PATCH /me/preferences", {
          as: ada,
          body: { lists: lists.length > 0 ? lists : all },
        });
        const before = body.preferences.lists;
        const { done, back } = await changedAndBack(visitor, search, form);
        assert.equal(!/class="toast"/.test(done.html), quiet, JSON.stringify(form));
        await visitor.part("POST", display, list, { query: "", fold: "completed" });
        const seen = await back();
        assert.match(seen.html, /Display change undone/);
        if ("reset" in form) assert.equal(seen.headers.get("hx-push-url"), `${list}?${search}`);
        else assert.equal(seen.headers.get("hx-push-url"), null);
        const now = await looksOf(app, ada);
        const folded = (await call(app, "PATCH /me/preferences", {
          as: ada,
          body: { lists: [{ list: "all", folded: [] }] },
        })).body.preferences.lists;
        assert.deepEqual(now.at(-1).folded, ["completed"], "what was folded since stays");
        assert.deepEqual(folded, before, `${search} ${JSON.stringify(form)}`);
      }
    }
  }));

Deno.test("a choice in Display offers Undo only if it also changes another setting", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    await cast.task(ada, { title: "Ash" });
    const visitor = await visit(app, ada.email);
    const choose = (from: string, show: string) =>
      visitor.part("POST", display, from ? `${list}?${from}` : list, { query: from, show });
    for (
      const [from, to] of [["", "group=label"], [
        "group=label",
        "layout=board&group=label",
      ]] as const
    ) {
      assert.equal(undoIn(await choose(from, to)), null, to);
    }
    const from = "group=label&subgroup=assignee";
    await choose("group=label", from);
    const before = await looksOf(app, ada);
    const { done, back } = await changedAndBack(visitor, from, {
      show: "group=none&subgroup=assignee&sort=deadlineAt",
    });
    assert.match(done.html, /Grouping and order changed/);
    // What was narrowed since stays
    const undone = await back();
    assert.equal(decoded(undone.headers.get("hx-push-url") ?? ""), `${list}?${from}`);
    assert.deepEqual(await looksOf(app, ada), before);
    const narrowed = await visitor.part(
      "POST",
      display,
      `${list}?group=none&subgroup=assignee&sort=deadlineAt&priority=high`,
      undoIn(done)!,
    );
    assert.match(narrowed.headers.get("hx-push-url")!, /priority=high/);
    assert.doesNotMatch(narrowed.headers.get("hx-push-url")!, /sort=/);
  }));

Deno.test("without JavaScript, every change is reported, with an Undo unless the old value is too long", () =>
  withApp({}, async ({ app, world, ...rest }, cast) => {
    const { ada } = cast;
    const { reference } = await cast.task(ada, { description: "- [ ] oil the lock" });
    const cookie = await browserCookie(world, ada.email);
    const next = async (path: string, form: Record<string, string>) => {
      const headers = { cookie, origin: testOrigin, accept: "text/html" };
      const body = new URLSearchParams(form);
      const done = await app.request(path, { method: "POST", headers, body });
      const said = done.headers.getSetCookie()[0]?.split(";")[0];
      const shown = await app.request(done.headers.get("location")!, {
        headers: { ...headers, cookie: `${cookie}; ${said}` },
      });
      return { html: (await shown.text()).split('id="toasts"')[1]!, said: said ?? "" };
    };
    const ticked = await next(`${list}/${reference}`, { box: "0 x oil the lock" });
    assert.match(ticked.html, /Checkbox checked.*data-undo/s);
    const query = "layout=board";
    const hidden = await next(display, { hideColumn: "planned", heading: "Planned", query });
    assert.deepEqual(JSON.parse(undoIn(hidden)!.was!), {
      list: "all",
      hiddenColumns: [],
      shownColumns: [],
    });
    const many = Array.from({ length: 50 }, (_, n) => `prof_${"x".repeat(26)}_${n}`);
    await call({ app, world, ...rest }, "PATCH /me/preferences", {
      as: ada,
      body: { lists: [{ list: "all", hiddenColumns: many }] },
    });
    const long = await next(display, { hideColumn: "cancelled", heading: "Cancelled", query });
    assert.match(long.html, /Cancelled hidden/);
    assert.ok(long.said.length < 4_000, String(long.said.length));
    assert.equal(undoIn(long), null);
  }));
