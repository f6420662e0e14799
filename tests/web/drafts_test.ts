import assert from "node:assert/strict";
import { keepUnsentComment } from "../../server/domain/comments/unsent/keep.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { withApp } from "../support/app.ts";
import type { Person } from "../support/cast.ts";
import { type Seen, visit } from "../support/visitor.ts";

const drafts = "/workspace/drafts";
const all = `${drafts}?show=all`;

/** What each draft says: what it is called, and what it lacks. */
const told = ({ html }: Seen) =>
  [...html.matchAll(
    /class="row-title" href="[^"]+"[^>]*>([^<]+)<.*?class="entry-what">(.*?)<\/p>/gs,
  )]
    .map(([, title, lacks]) => [title, lacks!.replace(/<[^>]+>/g, "")]);
const offers = ({ html }: Seen) => [...html.matchAll(/name="act" value="(\w+)"/g)].length;

Deno.test("a URL with too high a number of rows shows the largest page", () =>
  withApp({}, async (app, { chidi, task }) => {
    await task(chidi, { title: "Mend", draft: true });
    const browser = await visit(app, chidi.email);
    for (const path of [drafts, "/workspace/inbox"]) {
      assert.equal((await browser.get(`${path}?rows=100000`)).status, 200, path);
    }
    assert.equal(told(await browser.get(`${drafts}?rows=100000`)).length, 1);
  }));

Deno.test("a page that is short because of long drafts continues on a new page", () =>
  withApp({}, async (app, { chidi, task }) => {
    for (let n = 0; n < 12; n++) {
      await task(chidi, { title: `Draft ${n}`, draft: true, description: "x".repeat(100_000) });
    }
    const browser = await visit(app, chidi.email);
    const titles: string[] = [];
    let path: string | undefined = drafts;
    while (path !== undefined) {
      const { html }: Seen = await browser.get(path);
      titles.push(
        ...[...html.matchAll(/class="row-title" href="[^"]+"[^>]*>([^<]+)</g)].map((one) =>
          one[1]!
        ),
      );
      path = /id="more-entries" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    assert.deepEqual(
      titles.toSorted(),
      Array.from({ length: 12 }, (_, n) => `Draft ${n}`).toSorted(),
    );
    assert.equal(titles.length, 12);
  }));

Deno.test("drafts show what they lack, and can be published, or discarded with Undo", () =>
  withApp({}, async (app, cast) => {
    const { chidi } = cast;
    await cast.task(chidi, { title: "Published" });
    const make = (fields: Record<string, unknown>) => {
      cast.world.clock.advance({ seconds: 1 });
      return cast.task(chidi, { draft: true, ...fields });
    };
    await make({ title: "Bare" });
    await make({ title: "Told", description: "Why", priority: "high" });
    await make({ title: "Whole", description: "Why", priority: "high", assigneeId: "me" });
    const browser = await visit(app, chidi.email);
    assert.deepEqual(told(await browser.get(drafts)), [
      ["Whole", "Ready to publish"],
      ["Told", "Missing: assignee"],
      ["Bare", "Missing: description, assignee, priority"],
    ]);
    const published = await browser.part("POST", "/workspace/tasks/ENG-4", drafts, {
      act: "publish",
    });
    assert.match(published.html, /ENG-4 published/);
    assert.deepEqual(told(published).map(([title]) => title), ["Told", "Bare"]);
    const discarded = await browser.part("POST", "/workspace/tasks/ENG-3", drafts, {
      act: "archive",
    });
    assert.match(discarded.html, /Draft ENG-3 discarded/);
    assert.deepEqual(told(discarded).map(([title]) => title), ["Bare"]);
    const back = await browser.part("POST", "/workspace/tasks/ENG-3", drafts, { act: "restore" });
    assert.deepEqual(told(back).map(([title]) => title), ["Told", "Bare"]);
  }));

Deno.test('a draft titled "Untitled" lacks a title, and publishing it reports this', () =>
  withApp({}, async (app, { chidi, task }) => {
    await task(chidi, { title: undefined, draft: true, priority: "high", assigneeId: "me" });
    const browser = await visit(app, chidi.email);
    assert.deepEqual(told(await browser.get(drafts)), [
      ["Untitled", "Missing: title, description"],
    ]);
    const refused = await browser.part("POST", "/workspace/tasks/ENG-1", drafts, {
      act: "publish",
    });
    assert.match(refused.html, /Enter a title before you publish this draft\./);
    assert.deepEqual(told(await browser.get(drafts)).length, 1);
  }));

Deno.test("people who can't change a draft see no buttons for it, but the draft's author does", () =>
  withApp({}, async (app, cast) => {
    const { chidi, esra } = cast;
    const reader = await visit(app, esra.email);
    assert.match((await reader.get(drafts)).html, /<h2>No drafts yet<\/h2>/);
    await cast.task(chidi, { title: "Bare", draft: true });
    assert.equal(offers(await (await visit(app, chidi.email)).get(drafts)), 2);
    const seen = await reader.get(all);
    assert.equal(told(seen).length, 1);
    assert.equal(offers(seen), 0);
  }));

Deno.test("the drafts page shows your own drafts, or all drafts of the teams you can see", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    await cast.task(chidi, { title: "Chidi's", draft: true });
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(ada, { title: "Ada's", draft: true });
    await cast.task(ada, { title: "Secret", draft: true, teamId: teams.ppl });
    const browser = await visit(app, chidi.email);
    const titles = async (path: string) => told(await browser.get(path)).map(([title]) => title);
    assert.deepEqual(await titles(drafts), ["Chidi&#39;s"]);
    assert.deepEqual(await titles(all), ["Ada&#39;s", "Chidi&#39;s"]);
    assert.match((await browser.get(drafts)).html, /aria-current="page">Mine</);
    assert.match((await browser.get(all)).html, /aria-current="page">All</);
  }));

Deno.test("a link to a draft opens the drafts page at this draft, even beyond the first page", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const make = (by: Person, title: string, teamId = teams.eng) => {
      cast.world.clock.advance({ seconds: 1 });
      return cast.task(by, { title, draft: true, teamId });
    };
    const old = await make(chidi, "Old");
    const other = await make(ada, "Other");
    for (let n = 0; n < 60; n++) await make(chidi, `Draft ${n}`);
    const secret = await make(ada, "Secret", teams.ppl);
    const { id: published } = await cast.task(chidi, { title: "Published" });
    const browser = await visit(app, chidi.email);
    const openedBy = async (draft: string) => {
      const { html } = await browser.get(`${drafts}?draft=${draft}`);
      const row = /<li class="row entry"[^>]* aria-current="true".*?<\/li>/s.exec(html)?.[0] ?? "";
      const title = /<a class="row-title"[^>]* autofocus[^>]*>([^<]+)</.exec(row)?.[1];
      return [title, /aria-current="page">(\w+)</.exec(html)?.[1], told({ html } as Seen).length];
    };
    assert.deepEqual(await openedBy(old.id), ["Old", "Mine", 51]);
    assert.deepEqual(await openedBy("ENG-1"), ["Old", "Mine", 51]);
    assert.deepEqual(await openedBy("ENG-62"), ["Draft 59", "Mine", 50]);
    assert.deepEqual(await openedBy(other.id), ["Other", "All", 51]);
    for (const none of [secret.id, published, "ENG-999", "nonsense", ""]) {
      assert.deepEqual(await openedBy(none), [undefined, "Mine", 50], none);
    }
    const { html } = await browser.get(`${drafts}?draft=ENG-1`);
    const more = /id="more-entries" href="([^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
    const whole = await browser.get(more);
    assert.equal(told(whole).length, 61);
    assert.match(whole.html, /aria-current="true"[^>]*>.*?>Old</s);
  }));

Deno.test("the drafts page links to the fields that a draft is missing, and lists draft comments below", () =>
  withApp({}, async (app, cast) => {
    const { chidi } = cast;
    await cast.task(chidi, { title: "Bare", draft: true });
    const browser = await visit(app, chidi.email);
    const bare = await browser.get(drafts);
    assert.match(
      bare.html,
      /href="\/workspace\/tasks\/ENG-1\?edit=description"[^>]*>description</,
    );
    assert.match(bare.html, /href="\/workspace\/tasks\/ENG-1\/assignee" data-menu="assignee">/);
    assert.doesNotMatch(bare.html, /Draft comments/);
    const { id: taskId } = await cast.task(chidi, { title: "Oil the hinge" });
    const input = { taskId, body: "Half a <thought>" };
    await perform(cast.world.services, chidi.member, keepUnsentComment, input);
    const both = await browser.get(drafts);
    assert.match(both.html, /href="\/workspace\/tasks\/ENG-2#new-comment">Oil the hinge</);
    assert.match(both.html, /dir="auto">Half a &lt;thought&gt;/);
    assert.doesNotMatch((await (await visit(app, cast.bao.email)).get(drafts)).html, /thought/);
  }));

Deno.test("discarding a draft comment on the Drafts page keeps a newer version of it", () =>
  withApp({}, async (app, cast) => {
    const { chidi, world } = cast;
    const { id: taskId } = await cast.task(chidi, { title: "Oil the hinge" });
    const keep = (body: string) =>
      perform(world.services, chidi.member, keepUnsentComment, { taskId, body });
    const browser = await visit(app, chidi.email);
    const task = "/workspace/tasks/ENG-1";
    const discard = (version: number) =>
      browser.part("POST", task, drafts, { act: "discardUnsent", version: String(version) });
    const old = await keep("Half a thought");
    world.clock.advance({ seconds: 1 });
    const { version } = await keep("A whole <thought>\nof two lines");
    assert.equal((await discard(old.version)).status, 412);
    assert.match((await browser.get(drafts)).html, /A whole &lt;thought&gt;/);

    const discarded = await discard(version);
    assert.match(discarded.html, /Draft comment on ENG-1 discarded/);
    assert.match(discarded.html, /<h2>No drafts yet<\/h2>/);
    assert.match(discarded.html, /name="body" value="A whole &lt;thought&gt;\nof two lines"/);
    const body = "A whole <thought>\nof two lines";
    const back = await browser.part("POST", task, drafts, { act: "keepUnsent", body });
    assert.match(back.html, /Draft comment on ENG-1 restored/);
    assert.match(back.html, /A whole &lt;thought&gt;/);
    const twice = await browser.part("POST", task, drafts, { act: "keepUnsent", body: "Another" });
    assert.equal(twice.status, 412, "another one was begun since");
  }));

Deno.test("without scripts, a draft comment is discarded, and Undo restores it", () =>
  withApp({}, async (app, cast) => {
    const { chidi, world } = cast;
    const { id: taskId } = await cast.task(chidi, { title: "Oil the hinge" });
    const input = { taskId, body: "Half a thought" };
    const { version } = await perform(world.services, chidi.member, keepUnsentComment, input);
    const browser = await visit(app, chidi.email);
    const referer = { referer: `http://localhost${drafts}` };
    const fields = { act: "discardUnsent", version: String(version) };
    const task = "/workspace/tasks/ENG-1";
    const discarded = await browser.post(task, fields, referer);
    const said = /backlog-said=[^;]+/.exec(discarded.headers.get("set-cookie") ?? "")![0];
    assert.match(decodeURIComponent(said), /"along":{"body":"Half a thought"}/);
    assert.doesNotMatch((await browser.get(drafts)).html, /Draft comments/);
    await browser.post(task, { act: "keepUnsent", body: "Half a thought" }, referer);
    assert.match((await browser.get(drafts)).html, /Half a thought/);
  }));
