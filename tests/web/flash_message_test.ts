import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const NAME = "__Host-backlog-said";
const task = "/workspace/tasks/ENG-1";
const undo = /<form method="post" action="([^"]*)"[^>]*><button[^>]*data-undo/;

Deno.test("with JavaScript off what was done is said once, on the page that comes next, with its Undo", () =>
  withApp({}, async ({ app, world }, cast) => {
    await cast.task(cast.ada);
    const cookie = await browserCookie(world, cast.ada.email);
    const ask = (path: string, more: RequestInit = {}, said = "") =>
      app.request(path, {
        headers: { cookie: `${cookie}; ${said}`, origin: testOrigin, accept: "text/html" },
        ...more,
      });
    const done = await ask(task, { method: "POST", body: new URLSearchParams({ act: "archive" }) });
    const [set] = done.headers.getSetCookie();
    assert.match(set!, /; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const said = set!.split(";")[0]!;
    const next = await ask(done.headers.get("location")!, {}, said);
    const html = await next.text();
    assert.match(html, /<div id="toasts"[^>]*><div class="toast"[^>]*>.*ENG-1 archived/);
    assert.match(undo.exec(html)?.[1] ?? "", /^\/workspace\/activity\/act_/);
    assert.match(next.headers.get("set-cookie")!, new RegExp(`^${NAME}=; Max-Age=0`));
    assert.doesNotMatch(await (await ask(task)).text(), /ENG-1 archived/);
  }));

Deno.test("who goes back to a list gets it without what stands around it, and what is said", () =>
  withApp({}, async ({ app, world }, { ada }) => {
    const session = await browserCookie(world, ada.email);
    const goBack = async (said = "") => {
      const headers = {
        accept: "text/html",
        cookie: `${session}; ${said}`,
        "hx-request": "true",
        "hx-request-type": "partial",
        "hx-target": "main#main",
        "hx-history-restore-request": "true",
      };
      return await (await app.request("/workspace/tasks", { headers })).text();
    };
    const plain = await goBack();
    assert.deepEqual(
      [...plain.matchAll(/<hx-partial hx-target="([^"]+)"/g)].map(([, place]) => place),
      ["#bar", "#main", "#live-main", "#sidebar", "#live-side", "#toasts"],
    );
    assert.match(plain, /hx-target="#toasts"[^>]*><\/hx-partial>/);
    const said = `${NAME}=${encodeURIComponent(JSON.stringify({ text: "ENG-1 archived" }))}`;
    assert.match(
      await goBack(said),
      /hx-target="#toasts"[^>]*><div class="toast".*ENG-1 archived/s,
    );
  }));

Deno.test("a word that nobody said leads nowhere but to our pages, and undoes by our actions alone", () =>
  withApp({}, async ({ app, world }, { ada }) => {
    const session = await browserCookie(world, ada.email);
    const shown = async (word: unknown) => {
      const said = `${NAME}=${encodeURIComponent(JSON.stringify(word))}`;
      const headers = { cookie: `${session}; ${said}`, accept: "text/html" };
      const html = await (await app.request("/workspace/tasks", { headers })).text();
      return /<div id="toasts".*/s.exec(html)![0];
    };
    const button = { name: "act", value: "restore" };
    const forged = { text: "<b>Win</b>", link: { href: "https://evil.example", name: "Open" } };
    const toast = await shown({ ...forged, undo: { action: "//evil.example/a", ...button } });
    assert.match(toast, /&lt;b&gt;Win&lt;\/b&gt;/);
    assert.doesNotMatch(toast, /evil|data-undo/);
    for (const action of ["/workspace/tasks/ENG-1/status", "/nowhere", "javascript:a"]) {
      assert.doesNotMatch(await shown({ text: "Win", undo: { action, ...button } }), /data-undo/);
    }
    assert.match(await shown({ text: "Back", undo: { action: task, ...button } }), undo);
    for (const wrong of ["x", { text: 1 }, null]) {
      assert.doesNotMatch(await shown(wrong), /class="toast"/);
    }
  }));

Deno.test("what was refused comes back as it was typed, where its form stands", () =>
  withApp({}, async (app, { ada, teams, task: make }) => {
    await make(ada);
    const visitor = await visit(app, ada.email);
    const untitled = { title: "", description: "By two hinges", teamId: teams.eng };
    const list = "/workspace/tasks";
    const dialog = await visitor.part("POST", list, list, untitled);
    const page = await visitor.post(list, untitled);
    assert.match(dialog.html, /^<hx-partial hx-target="#composer"/);
    for (const { status, html } of [dialog, page]) {
      assert.equal(status, 422);
      assert.match(html, /By two hinges<\/textarea>/);
      assert.match(html, /role="alert"/);
    }
    const wrong = { parentId: "ENG-99" };
    const toast = await visitor.part("POST", task, list, wrong);
    const plain = await visitor.post(task, wrong, { referer: `${testOrigin}${task}/parent` });
    for (const { status, html } of [toast, plain]) {
      assert.equal(status, 422);
      assert.match(html, /class="toast" data-kind="error"/);
    }
    assert.match(toast.html, /hx-target="#main"/);
    assert.match(plain.html, /<div class="menu-page">/);
  }));
