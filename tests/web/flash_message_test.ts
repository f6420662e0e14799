import assert from "node:assert/strict";
import { type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const NAME = "__Host-backlog-said";
const task = "/workspace/tasks/ENG-1";
const undo = /<form method="post" action="([^"]*)"[^>]*><button[^>]*data-undo/;

Deno.test("without JavaScript, the next page reports the result once, with Undo", () =>
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

/** Archives a task without scripts, and returns the message that the response sends to the browser. */
async function messageOf({ app }: TestApp, cookie: string, path = task): Promise<string> {
  const headers = { cookie, origin: testOrigin, accept: "text/html" };
  const body = new URLSearchParams({ act: "archive" });
  const done = await app.request(path, { method: "POST", headers, body });
  return done.headers.getSetCookie()[0]!.split(";")[0]!;
}

Deno.test("Back to a list returns the list without the parts around it, and the pending message", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada);
    const session = await browserCookie(app.world, cast.ada.email);
    const goBack = async (said = "") => {
      const headers = {
        accept: "text/html",
        cookie: `${session}; ${said}`,
        "hx-request": "true",
        "hx-request-type": "partial",
        "hx-target": "main#main",
        "hx-history-restore-request": "true",
      };
      return await (await app.app.request("/workspace/tasks", { headers })).text();
    };
    const plain = await goBack();
    assert.deepEqual(
      [...plain.matchAll(/<hx-partial hx-target="([^"]+)"/g)].map(([, place]) => place),
      ["#bar", "#main", "#live-main", "#sidebar", "#live-side", "#toasts"],
    );
    assert.match(plain, /hx-target="#toasts"[^>]*><\/hx-partial>/);
    assert.match(
      await goBack(await messageOf(app, session)),
      /hx-target="#toasts"[^>]*><div class="toast".*ENG-1 archived/s,
    );
  }));

Deno.test("a message that the server didn't send to this session isn't shown, not even under a base path", async () => {
  for (const base of ["", "/backlog"]) {
    await withApp({ origin: testOrigin + base }, async (app, { ada, chidi, task: make }) => {
      await make(ada);
      const cookieOf = async (email: string) => {
        const cookie = await browserCookie(app.world, email);
        return base ? cookie.replace("__Host-backlog", "__Secure-backlog.backlog") : cookie;
      };
      const [hers, his] = [await cookieOf(ada.email), await cookieOf(chidi.email)];
      const shows = async (cookie: string, said: string, path = "/workspace/tasks") => {
        const headers = { cookie: `${cookie}; ${said}`, accept: "text/html" };
        const html = await (await app.app.request(base + path, { headers })).text();
        return /class="toast"/.test(html);
      };
      const said = await messageOf(app, hers, base + task);
      const [name, value = ""] = said.split("=");
      const [signature, json] = decodeURIComponent(value).split(/\.(.*)/s);
      const changed = `${signature}.${json!.replace("archived", "deleted")}`;
      for (const forged of [json!, `.${json}`, `x.${json}`, changed, "x"]) {
        assert.equal(await shows(hers, `${name}=${encodeURIComponent(forged)}`), false, forged);
      }
      assert.equal(await shows(his, said), false, "in another session");
      assert.equal(await shows("", said, "/auth/signin"), false, "without a session");
      assert.equal(await shows(hers, said), true);
    });
  }
});

Deno.test("a rejected form keeps its text in place on the page", () =>
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
