import assert from "node:assert/strict";
import { textFilterId } from "../../views/ui/text_filter.tsx";
import { createComment } from "../../server/domain/comments/create.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { stranger, visit } from "../support/visitor.ts";

const path = "/workspace/tasks/ENG-1";

async function read({ world }: TestApp, { ada }: Cast) {
  return parseJson((await perform(world.services, ada.member, findTask, { taskId: "ENG-1" })).json);
}

Deno.test("a comment that someone changed meanwhile isn't overwritten, and the typed text is kept", () =>
  withApp({}, async (app, cast) => {
    const { chidi, task } = cast;
    const { id: taskId } = await task(cast.ada);
    const { services } = app.world;
    const { id: commentId } = await perform(services, chidi.member, createComment, {
      taskId,
      body: "First thought",
    });
    const newer = { taskId, commentId, body: "Newer, from another tab" };
    await perform(services, chidi.member, updateComment, newer);
    const visitor = await visit(app, chidi.email);
    const form = { body: "Typed for an hour", version: "1" };
    const refused = await visitor.post(`${path}/comments/${commentId}`, form);
    assert.equal(refused.status, 412);
    assert.match(refused.html, /<textarea[^>]*>\n?Typed for an hour<\/textarea>/);
    assert.deepEqual((await read(app, cast)).comments.map(({ body }) => body), [newer.body]);
    const now = await visitor.post(`${path}/comments/${commentId}`, { ...form, version: "2" });
    assert.equal(now.status, 303);
  }));

Deno.test("adding or removing a label keeps the others, and the menu stays open for the next label", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada, { tags: ["Bug", "Feature"] });
    const visitor = await visit(app, cast.ada.email);
    const names = async () => (await read(app, cast)).labels.map(({ name }) => name);
    const labels = await visitor.part("GET", `${path}/labels`, path);
    const idOf = (name: string) =>
      (new RegExp(`value="(label_[a-z0-9]+)"(?:(?!value=)[^])*?${name}`).exec(labels.html) ?? [])[
        1
      ]!;
    const bug = idOf("Bug");
    const tick = (toggleLabel: string) => visitor.part("POST", path, path, { toggleLabel });
    const gone = await tick(bug);
    assert.deepEqual(await names(), ["Feature"]);
    assert.equal(gone.headers.get("hx-trigger"), "done");
    await tick(bug);
    assert.deepEqual(await names(), ["Bug", "Feature"]);
    await Promise.all([tick(bug), tick(idOf("Feature"))]);
    assert.deepEqual(await names(), []);
    const chosen = await visitor.part("POST", path, path, { priority: "high" });
    assert.equal(chosen.headers.get("hx-trigger"), "done, close-layer");
  }));

Deno.test('with "Create more", the next task has no text, but all other values of the last one', () =>
  withApp({}, async (app, { ada, teams }) => {
    const visitor = await visit(app, ada.email);
    const form = {
      title: "Mend the gate",
      description: "It hangs by one hinge.",
      teamId: teams.eng,
      priority: "high",
      more: "on",
    };
    const made = await visitor.part("POST", "/workspace/tasks", "/workspace/tasks", form);
    assert.match(made.html, /ENG-1 created/);
    assert.match(made.html, /name="title"/);
    assert.doesNotMatch(made.html, /hangs by one hinge/);
    assert.match(made.html, /value="high" selected/);
    assert.equal(made.headers.get("hx-trigger"), "done");
    const { more: _more, ...last } = form;
    const closed = await visitor.part("POST", "/workspace/tasks", "/workspace/tasks", last);
    assert.equal(closed.headers.get("hx-trigger"), "done, close-layer");
    assert.doesNotMatch(closed.html, /name="title"/);
  }));

Deno.test("a code can be entered with spaces", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    app.world.clock.advance({ minutes: 2 });
    await visitor.post("/auth/signin", { email: ada.email });
    const code = app.world.mailer.codeFor(ada.email).replace(/^(...)/, " $1 ");
    const form = { email: ada.email, purpose: "signin", code: `${code}\t` };
    assert.equal((await visitor.post("/auth/verify", form)).status, 303);
  }));

Deno.test("a text filter typed letter by letter is one entry in the browser's history", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    for (const path of ["/workspace/tasks?q=ga", "/workspace/views?q=ga&archived=1"]) {
      const replaced = async (source: string) =>
        (await visitor.get(path, { "hx-request": "true", "hx-source": source }))
          .headers.get("hx-replace-url");
      assert.equal(await replaced(`form#${textFilterId}`), path);
      assert.equal(await replaced("a"), null);
    }
  }));

Deno.test("a person whose session ended is led to sign-in, and back to their page", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const visitor = await visit(app, ada.email);
    await visitor.post("/auth/signout", {});
    const on = `${path}?comments=200`;
    const asked = await visitor.part("POST", path, on, { priority: "high" });
    assert.equal(asked.status, 204);
    assert.equal(
      asked.headers.get("hx-redirect"),
      `/auth/signin?next=${encodeURIComponent(on)}&kept=1`,
    );
    const kept = /Unsaved text is kept on this device/;
    assert.match((await visitor.get(asked.headers.get("hx-redirect")!)).html, kept);
    const looked = await visitor.part("GET", path, on);
    assert.equal(
      looked.headers.get("hx-redirect"),
      `/auth/signin?next=${encodeURIComponent(on)}`,
    );
    const plain = await visitor.post(`${path}/comments`, { body: "Half a thought" });
    assert.doesNotMatch((await visitor.get(plain.headers.get("location")!)).html, kept);
  }));

Deno.test("a form on a page without a sidebar reports each error once, beside its field", () =>
  withApp({}, async (app) => {
    const refused = await stranger(app).post("/auth/signin", { email: "x" });
    assert.equal(refused.status, 422);
    assert.equal(refused.html.split("such as ada@example.com").length - 1, 1);
  }));

Deno.test("a task's sub-tasks aren't offered as its parent", () =>
  withApp({}, async (app, cast) => {
    const { id: parentId } = await cast.task(cast.ada);
    const below = await cast.task(cast.ada, { title: "Below it", parentId });
    await cast.task(cast.ada, { title: "Beside it" });
    const visitor = await visit(app, cast.ada.email);
    const menu = await visitor.part("GET", `${path}/parent`, path);
    assert.match(menu.html, /Beside it/);
    assert.doesNotMatch(menu.html, new RegExp(`Below it|${below.id}`));
  }));
