import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { type Seen, visit, type Visitor } from "../support/visitor.ts";

const task = "/workspace/tasks/ENG-1";
const path = `${task}/unsent-comment`;

/** What the field of a new comment holds, and which version of it. */
const shown = ({ html }: Seen) => {
  const form = /<form[^>]* id="new-comment"[^]*?<\/form>/.exec(html)![0];
  const text = /<textarea[^>]*>\n?([^]*?)<\/textarea>/.exec(form)![1];
  return { text, version: /name="version" value="(\d+)"/.exec(form)![1]! };
};

Deno.test("a page saves a draft comment and shows it only to its author", () =>
  withApp({}, async (app, { ada, esra, task: make, world }) => {
    await make(ada);
    const browser = await visit(app, esra.email);
    const keep = async (body: string, version: string | number) =>
      JSON.parse((await browser.post(path, { body, version: String(version) })).html);
    const first = await keep("Half a thought", 0);
    assert.ok(first.version > 0);
    const seen = shown(await browser.get(task));
    assert.deepEqual(seen, { text: "Half a thought", version: String(first.version) });
    assert.deepEqual(shown(await (await visit(app, ada.email)).get(task)), {
      text: "",
      version: "0",
    });
    world.clock.advance({ seconds: 3 });
    const second = await keep("A whole thought", first.version);
    assert.deepEqual(await keep("Another", first.version), {
      version: second.version,
      body: "A whole thought",
    });
    assert.deepEqual(await keep("", second.version), { version: 0 });
    assert.deepEqual(shown(await browser.get(task)), { text: "", version: "0" });
    assert.ok((await keep("Typed where it was discarded", second.version)).version > 0);
  }));

Deno.test("a draft comment can be posted without scripts, and other sites can't save one", () =>
  withApp({}, async (app, { ada, task: make }) => {
    await make(ada);
    const browser = await visit(app, ada.email);
    await browser.post(path, { body: "Half a thought", version: "0" });
    const { version } = shown(await browser.get(task));
    await browser.post(`${task}/comments`, { body: "Half a thought, whole", version });
    assert.deepEqual(shown(await browser.get(task)), { text: "", version: "0" });
    const again = await browser.post(`${task}/comments`, {
      body: "Half a thought, whole",
      version,
    });
    assert.match(again.html, /You already posted this comment/);
    const origin = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const foreign = await browser.post(path, { body: "Not mine", version: "0" }, origin);
    assert.equal(foreign.status, 403);
    assert.equal(shown(await browser.get(task)).text, "");
  }));

Deno.test("a page that stays open saves no draft comment for the next person who signs in", () =>
  withApp({}, async (app, { ada, esra, task: make }) => {
    await make(ada);
    const [hers, theirs] = [await visit(app, ada.email), await visit(app, esra.email)];
    const drawnFor = /Backlog-Profile&quot;:&quot;([^&]+)/.exec((await hers.get(task)).html)![1]!;
    const keep = (by: Visitor, body: string) =>
      by.post(path, { body, version: "0" }, { "backlog-profile": drawnFor });
    const late = await keep(theirs, "Ada's half a thought");
    assert.equal(late.status, 409);
    assert.match(late.html, /switched to another workspace or account/);
    assert.deepEqual(shown(await theirs.get(task)), { text: "", version: "0" });
    assert.equal((await keep(hers, "Half a thought")).status, 200);
  }));

Deno.test("a delayed save of a draft comment is dropped if the comment was already posted", () =>
  withApp({}, async (app, { ada, esra, task: make, world }) => {
    await make(ada);
    const [hers, theirs] = [await visit(app, ada.email), await visit(app, esra.email)];
    const again = async (body: string, age: number) =>
      JSON.parse((await hers.post(path, { body, version: "0", age: String(age) })).html);
    await theirs.post(`${task}/comments`, { body: "Half a thought of another" });
    await hers.post(`${task}/comments`, { body: "Half a thought, whole" });
    world.clock.advance({ seconds: 10 });
    assert.deepEqual(await again("Half a thought", 11_000), { version: 0, body: "" });
    assert.deepEqual(shown(await hers.get(task)), { text: "", version: "0" });
    for (const [body, age] of [["Half a thought", 9_000], ["Half a thought of", 11_000]] as const) {
      const { version } = await again(body, age);
      assert.deepEqual(shown(await hers.get(task)), { text: body, version: String(version) });
      assert.deepEqual(await again(body, 11_000), { version }, "it is kept still");
      await hers.post(path, { body: "", version: String(version) });
    }
  }));
