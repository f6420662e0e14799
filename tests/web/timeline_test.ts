import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const path = "/workspace/tasks/ENG-1";

/** Posts comments numbered from 1 on, a second apart. */
async function converse(app: TestApp, { ada }: Cast, taskId: string, count: number) {
  await Promise.all(
    from(1, count).map((n) => {
      app.world.clock.advance({ seconds: 1 });
      const input = { taskId, body: `Comment ${n}.` };
      return perform(app.world.services, ada.member, createComment, input);
    }),
  );
}

/** Changes the title a number of times, a second apart. Each is an entry of activity. */
async function change(app: TestApp, { ada }: Cast, taskId: string, count: number) {
  await Promise.all(
    from(1, count).map((n) => {
      app.world.clock.advance({ seconds: 1 });
      const patch = { title: `Jar ${n} of ${count}` };
      return perform(app.world.services, ada.member, updateTask, { taskId, patch });
    }),
  );
}

/** The numbers of the comments that a page shows, in its order. */
const said = (html: string) => [...html.matchAll(/<p>Comment (\d+)\.<\/p>/g)].map((m) => +m[1]!);
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_none, index) => first + index);
/** How many entries of history a page shows. */
const happened = (html: string) => html.match(/<li class="event"/g)?.length ?? 0;
const wayTo = (html: string, words: string) =>
  new RegExp(`<a[^>]*href="([^"]+)"[^>]*>${words}</a>`).exec(html)?.[1]?.replaceAll("&amp;", "&");

Deno.test("a task's page shows its newest hundred comments, and loads earlier ones step by step", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await converse(app, cast, id, 100);
    const full = (await visitor.get(path)).html;
    assert.deepEqual(said(full), from(1, 100));
    assert.equal(wayTo(full, "Show earlier comments"), undefined);

    await converse(app, cast, id, 150);
    const first = (await visitor.get(path)).html;
    assert.deepEqual(said(first), from(51, 150));
    const href = wayTo(first, "Show earlier comments")!;
    assert.equal(href, `${path}?comments=200`);
    const part = await visitor.part("GET", href, path);
    assert.deepEqual(said(part.html), [...from(51, 100), ...from(1, 150)]);
    const last = (await visitor.get(wayTo(part.html, "Show earlier comments")!)).html;
    assert.deepEqual(said(last), [...from(1, 100), ...from(1, 150)].slice(-said(last).length));
    const rest = (await visitor.get(wayTo(last, "Show earlier comments")!)).html;
    assert.deepEqual([...said(rest), ...said(last)], [...from(1, 100), ...from(1, 150)]);
    assert.equal(wayTo(rest, "Show earlier comments"), undefined);
  }));

Deno.test("posting a comment on a page of earlier comments keeps these visible", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await converse(app, cast, id, 120);
    const on = `${path}?comments=200`;
    const page = (await visitor.get(on)).html;
    const oldest = /<li class="comment" id="(com_\w+)"/.exec(page)![1]!;

    assert.equal(
      said((await visitor.part("POST", path, on, { priority: "high" })).html).length,
      120,
    );
    const pencil = `${on}&comment=${oldest}`;
    assert.ok(page.includes(`href="${pencil.replace("&", "&amp;")}"`));
    const open = (await visitor.part("GET", pencil, on)).html;
    assert.match(open, /Your comment/);
    const plain = (await visitor.get(pencil)).html;
    const action = /<form class="text-form"[^>]* action="([^"]+)"/.exec(plain)![1]!;
    const form = { body: "Comment 0.", version: "1" };
    const saved = await visitor.post(action, form, { referer: `${testOrigin}${pencil}` });
    assert.deepEqual([saved.status, saved.headers.get("location")], [303, on]);
    assert.deepEqual(said((await visitor.get(on)).html), [0, ...from(2, 120)]);
  }));

Deno.test("a page shows about two hundred comments, and further pages show the rest", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await converse(app, cast, id, 520);
    let { html } = await visitor.get(`${path}?comments=99999`);
    const most = said(html).length;
    assert.ok(most >= 200 && most <= 300, `${most}`);
    const all = new Set(said(html));
    let href = wayTo(html, "Show earlier comments");
    assert.match(href!, /#newest-comments$/);
    while (href !== undefined) {
      ({ html } = await visitor.get(href));
      for (const number of said(html)) all.add(number);
      assert.match(html, /id="newest-comments"><a [^>]*>Back to latest comments/);
      assert.equal(wayTo(html, "Back to latest comments"), path);
      href = wayTo(html, "Show earlier comments");
    }
    assert.deepEqual([...all].toSorted((a, b) => a - b), from(1, 520));
  }));

Deno.test("a link to a comment opens a page that contains it, even after many newer comments", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await converse(app, cast, id, 250);
    const { html } = await visitor.get(`${path}?comments=99999`);
    const early = (await visitor.get(wayTo(html, "Show earlier comments")!)).html;
    const ids = [...early.matchAll(/<li class="comment" id="(com_\w+)"/g)].map((one) => one[1]!);
    const asked = (await visitor.get(`${path}?to=${ids[4]}`)).html;
    assert.deepEqual(said(asked), from(1, 5));
    assert.equal(wayTo(asked, "Back to latest comments"), path);
    const newest = /.*<li class="comment" id="(com_\w+)"/s.exec(html)![1]!;
    assert.deepEqual(said((await visitor.get(`${path}?to=${newest}`)).html), from(151, 250));
    assert.deepEqual(said((await visitor.get(`${path}?to=none`)).html), from(151, 250));
  }));

Deno.test("activity continues beyond its newest two hundred entries", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await change(app, cast, id, 199);
    const all = (await visitor.get(path)).html;
    assert.deepEqual([happened(all), wayTo(all, "Show earlier activity")], [200, undefined]);

    await change(app, cast, id, 30);
    const first = (await visitor.get(path)).html;
    assert.equal(happened(first), 200);
    assert.doesNotMatch(first, /created the task/);
    const part = await visitor.part("GET", wayTo(first, "Show earlier activity")!, path);
    assert.equal(happened(part.html), 230);
    assert.match(part.html, /created the task/);
    assert.equal(wayTo(part.html, "Show earlier activity"), undefined);
  }));

Deno.test("loading earlier comments keeps the loaded activity, and an invalid number shows the first page", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await change(app, cast, id, 210);
    await converse(app, cast, id, 210);
    const { html } = await visitor.get(`${path}?comments=200`);
    assert.equal(wayTo(html, "Show earlier comments"), `${path}?comments=300`);
    assert.equal(wayTo(html, "Show earlier activity"), `${path}?comments=200&history=400`);
    for (const none of ["x", "-5", "0", "1e400"]) {
      const shown = said((await visitor.get(`${path}?comments=${none}`)).html).length;
      assert.equal(shown, none === "1e400" ? 210 : 100, none);
    }
    const stale = await visitor.get(`${path}?commentsBefore=x`);
    assert.deepEqual([stale.status, stale.headers.get("location")], [303, path]);
  }));

Deno.test("posting a comment empties its field and keeps the same element, even with long activity", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const visitor = await visit(app, cast.ada.email);
    await converse(app, cast, id, 210);
    const field = (html: string) =>
      /<textarea[^>]* id="new-comment-text".*?<\/textarea>/s.exec(html)?.[0];
    const before = field((await visitor.get(path)).html);
    const sent = await visitor.part("POST", `${path}/comments`, path, { body: "And more." });
    assert.match(before ?? "", /><\/textarea>$/);
    assert.equal(field(sent.html), before);
    assert.match(sent.headers.get("hx-trigger") ?? "", /^done\b/);
  }));
