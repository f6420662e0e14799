import assert from "node:assert/strict";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { type Seen, visit } from "../support/visitor.ts";

const tasks = "/workspace/tasks";

/** What stands in the database: each task by its title, and whether it is a draft, or gone. */
async function made({ world }: Cast) {
  const rows = await world.database.read.selectFrom("tasks")
    .select(["title", "draft", "archived_at"]).orderBy("number").execute();
  return rows.map(({ title, draft, archived_at }) =>
    `${title}: ${archived_at ? "discarded" : draft ? "draft" : "task"}`
  );
}

async function writer(app: TestApp, { ada, teams }: Cast) {
  const browser = await visit(app, ada.email);
  const send = (form: Record<string, string>) =>
    browser.part("POST", tasks, tasks, { teamId: teams.eng, ...form });
  return { browser, send, leave: (form: Record<string, string>) => send({ left: "1", ...form }) };
}

/** What an answer's news says, without what it offers. */
const news = ({ html }: Seen) => /class="toast".*?<span>([^<]*)<\/span>/s.exec(html)?.[1];

Deno.test("text left in the composer becomes a draft, with links to open and discard it", () =>
  withApp({}, async (app, cast) => {
    const { browser, leave } = await writer(app, cast);
    const left = await leave({
      title: "Mend the gate",
      description: "It squeaks.\nLoudly.",
      priority: "high",
      resources: "https://example.com/spec The spec",
    });
    assert.equal(left.status, 200);
    assert.equal(news(left), "ENG-1 saved as a draft");
    assert.match(left.html, /<a href="\/workspace\/tasks\/ENG-1">Open<\/a>/);
    assert.match(left.html, /name="act" value="archive"[^>]*>\s*Discard/);
    assert.deepEqual(await made(cast), ["Mend the gate: draft"]);
    const page = (await browser.get("/workspace/tasks/ENG-1")).html;
    for (const part of ["Loudly.", "High", "The spec"]) assert.ok(page.includes(part), part);
    await browser.part("POST", `${tasks}/ENG-1`, tasks, { act: "archive" });
    assert.deepEqual(await made(cast), ["Mend the gate: discarded"]);
  }));

Deno.test("the message about a draft without a title names its text, or says that it has none", () =>
  withApp({}, async (app, cast) => {
    const { leave } = await writer(app, cast);
    const long = `${"word ".repeat(40)}end`;
    const texts = ["## **Oil** the [hinges](https://example.com)\nbefore spring", "- [ ] Ask @ada"];
    for (const description of [...texts, "```\ncode\n```", long]) {
      await leave({ title: " ", description });
    }
    assert.deepEqual(await made(cast), [
      "Oil the hinges: draft",
      "Ask @ada: draft",
      "Untitled: draft",
      `${"word ".repeat(24).trim()}: draft`,
    ]);
  }));

Deno.test("text that is sent again stays the same task, whatever happened to the task", () =>
  withApp({}, async (app, cast) => {
    const { send, leave } = await writer(app, cast);
    const text = { title: "Ash", once: "page-1" };
    for (let n = 0; n < 2; n++) assert.equal(news(await leave(text)), "ENG-1 saved as a draft");
    const raced = await Promise.all([leave(text), leave(text)]);
    assert.deepEqual(raced.map(news), Array(2).fill("ENG-1 saved as a draft"));
    assert.deepEqual(await made(cast), ["Ash: draft"]);
    assert.equal(news(await send(text)), "ENG-1 created", "it is published");
    assert.equal(news(await send(text)), "ENG-1 created");
    assert.equal(news(await leave(text)), "ENG-1 created", "what is a task stays one");
    assert.deepEqual(await made(cast), ["Ash: task"]);
    // Another text of the same page, and the same words written again
    await leave({ ...text, title: "Ash tree" });
    await leave({ ...text, once: "page-2" });
    await leave({ title: "Ash" });
    await leave({ title: "Ash" });
    assert.deepEqual(await made(cast), [
      "Ash: task",
      "Ash tree: draft",
      ...Array(3).fill("Ash: draft"),
    ]);
  }));

Deno.test("text that is edited after it was sent updates the same draft, unless the draft was changed elsewhere", () =>
  withApp({}, async (app, cast) => {
    const { browser, send, leave } = await writer(app, cast);
    const ash = { title: "Ash", once: "page-1 page-1", deadlineAt: "2031-04-02" };
    const tree = { title: "Ash tree", once: "page-1 page-2" };
    for (let n = 0; n < 2; n++) {
      await leave(ash);
      assert.equal(news(await leave(tree)), "ENG-1 saved as a draft");
    }
    assert.deepEqual(await made(cast), ["Ash tree: draft"]);
    const { deadline_at } = await cast.world.database.read.selectFrom("tasks")
      .select("deadline_at").executeTakeFirstOrThrow();
    assert.equal(deadline_at, null, "what was taken away since is gone");
    // Typed back to what it was first
    await leave({ ...ash, once: "page-1 page-3" });
    assert.deepEqual(await made(cast), ["Ash: draft"]);
    assert.equal(news(await send({ title: "Elm", once: "page-1 page-4" })), "ENG-1 created");
    assert.deepEqual(await made(cast), ["Elm: task"]);

    await leave({ title: "Fir", once: "page-5 page-5" });
    await planner(cast).patchTask(cast.ada, "ENG-2", { title: "Oak" });
    for (let n = 0; n < 2; n++) await leave({ title: "Fir tree", once: "page-5 page-6" });
    await leave({ title: "Pine", once: "page-7 page-7" });
    await browser.part("POST", `${tasks}/ENG-4`, tasks, { act: "archive" });
    await leave({ title: "Pine tree", once: "page-7 page-8" });
    assert.deepEqual(await made(cast), [
      "Elm: task",
      "Oak: draft",
      "Fir tree: draft",
      "Pine: discarded",
      "Pine tree: draft",
    ]);
  }));

Deno.test("text typed after a task was sent to another team becomes a second draft", () =>
  withApp({}, async (app, cast) => {
    const { send, leave } = await writer(app, { ...cast, ada: cast.dina });
    await leave({ title: "Ash", once: "page-1 page-1" });
    const tree = { title: "Ash tree", once: "page-1 page-2", priority: "high" };
    for (let n = 0; n < 2; n++) assert.equal(news(await leave(tree)), "ENG-2 saved as a draft");
    assert.equal(news(await send({ title: "Elm", once: "page-1 page-3" })), "ENG-3 created");
    assert.deepEqual(await made(cast), ["Ash: draft", "Ash tree: draft", "Elm: task"]);
  }));

Deno.test("a draft that was discarded meanwhile is neither created again nor reported", () =>
  withApp({}, async (app, cast) => {
    const { browser, leave } = await writer(app, cast);
    await leave({ title: "Ash", once: "page-1" });
    await browser.part("POST", `${tasks}/ENG-1`, tasks, { act: "archive" });
    const again = await leave({ title: "Ash", once: "page-1" });
    assert.deepEqual([again.status, news(again)], [200, undefined]);
    assert.deepEqual(await made(cast), ["Ash: discarded"]);
  }));

Deno.test("text that can't be saved as a draft shows an error, and the page doesn't change", () =>
  withApp({}, async (app, cast) => {
    const { leave } = await writer(app, cast);
    const refused = await leave({ title: "Ash", description: "Tall", assigneeId: "nobody" });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /data-kind="error"/);
    assert.doesNotMatch(refused.html, /hx-target="#composer"|Your text wasn/);
    assert.doesNotMatch(news(refused) ?? "", /^\s*$/);
    assert.deepEqual(await made(cast), []);

    const other = await writer(app, { ...cast, ada: cast.esra });
    const forbidden = await other.leave({ title: "Ash", description: "Tall" });
    assert.equal(forbidden.status, 403);
    assert.match(forbidden.html, /data-kind="error"[^]*can create tasks/);
    assert.doesNotMatch(forbidden.html, /hx-target="#main"/);
  }));

Deno.test("text left by one viewer isn't saved for the next person who signs in", () =>
  withApp({}, async (app, cast) => {
    const browser = await visit(app, cast.chidi.email);
    const left = await browser.post(tasks, { title: "Ash", left: "1", teamId: cast.teams.eng }, {
      "hx-request": "true",
      "backlog-profile": cast.ada.member.profile.id,
    });
    assert.equal(left.status, 409);
    assert.deepEqual(await made(cast), []);
  }));
