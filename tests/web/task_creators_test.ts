import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { newest, patch, undo as undoTask } from "../support/task_undo.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/tasks/ENG-1";

Deno.test("the creator of a task in another team can edit its texts and comment without JavaScript", () =>
  withApp({}, async (app, cast) => {
    const { dina } = cast;
    const page = await PlainBrowser.of(app, dina.email);
    await page.open("/workspace/tasks/compose?title=Mend&teamId=ENG");
    await page.press("button", "Create task");
    await page.open(path);
    assert.match(page.text(), /You created this task, so you can edit its title and description/);
    assert.deepEqual(page.all("link", /^(Status|Sub-task|Relation|Link)$/), []);
    await page.press("link", "Edit the title");
    page.fill("Title", "Mend the gate");
    await page.press("button", "Save");
    await page.press("link", "Add a description");
    page.fill("Description", "- [ ] oil it");
    assert.deepEqual(page.all("button", /sub-tasks/), []);
    await page.press("button", "Save");
    page.fill("Comment", "Please.");
    await page.press("button", "Comment");
    assert.match(page.text(), /Mend the gate.*oil it.*Please\./s);
  }));

Deno.test("the creator of a draft in another team sees its buttons, but others don't", () =>
  withApp({}, async (app, cast) => {
    const { dina, esra, task } = cast;
    await task(dina, { draft: true });
    await task(dina, { draft: true, description: "Why" });
    const acts = async (email: string, at: string) =>
      [...(await (await visit(app, email)).get(at)).html
        .matchAll(/name="act" value="(publish|archive|restore)"/g)].map(([, act]) => act);
    assert.deepEqual(await acts(esra.email, "/workspace/drafts"), []);
    assert.deepEqual(await acts(esra.email, path), []);
    assert.deepEqual(await acts(esra.email, `${path}/actions`), []);
    assert.equal((await acts(dina.email, "/workspace/drafts")).length, 4);
    assert.deepEqual(await acts(dina.email, path), ["publish", "archive"]);
    assert.deepEqual(await acts(dina.email, `${path}/actions`), ["publish", "archive"]);
    const drafts = (await (await visit(app, dina.email)).get("/workspace/drafts")).html;
    assert.match(drafts, /ENG-1\?edit=description"[^>]*>description</);
    assert.doesNotMatch(drafts, /data-menu="assignee"/);
    const page = await PlainBrowser.of(app, dina.email);
    await page.open(path);
    await page.press("button", "Discard");
    await page.press("button", "Restore");
    await page.press("button", "Publish");
    assert.deepEqual(await acts(dina.email, path), []);
  }));

Deno.test("a task's creator can undo its creation until others have worked on it", () =>
  withApp({}, async (app, cast) => {
    const { dina, ada, chidi, world } = cast;
    const visitor = await visit(app, dina.email);
    const made = await visitor.part("POST", "/workspace/tasks", "/workspace/tasks", {
      title: "Mend",
      teamId: cast.teams.eng,
    });
    const [, undo = ""] = /action="(\/workspace\/activity\/[^"]+)"/.exec(made.html)!;
    const undone = await visitor.part("POST", undo, "/workspace/tasks", { act: "undo" });
    assert.match(undone.html, /ENG-1 archived/);
    const offers = async (by: string, at: string) =>
      /value="undo"/.test((await (await visit(app, by)).get(at)).html);
    for (const [by, at] of [[dina, "ENG-2"], [ada, "ENG-3"]] as const) {
      const { id } = await cast.task(by);
      assert.ok(await offers(by.email, `/workspace/tasks/${at}`), at);
      await patch(cast, chidi, id, { priority: "high" });
      assert.ok(!await offers(by.email, `/workspace/tasks/${at}`), at);
    }
    const { id: redoneId } = await cast.task(dina);
    for (const _ of ["undo", "redo"]) await undoTask(cast, dina, (await newest(cast, redoneId)).id);
    assert.ok(await offers(dina.email, "/workspace/tasks/ENG-4"));
    await patch(cast, chidi, redoneId, { priority: "high" });
    assert.ok(!await offers(dina.email, "/workspace/tasks/ENG-4"));
    const { id: taskId } = await cast.task(dina);
    world.clock.advance({ seconds: 1 });
    await perform(world.services, dina.member, createComment, { taskId, body: "Hello" });
    assert.ok(await offers(dina.email, "/workspace/tasks/ENG-5"));
  }));

Deno.test("the composer lists your teams first and says when you're handing a task over", () =>
  withApp({}, async (app, { dina, ada, teams }) => {
    const at = (teamId: string) => `/workspace/tasks/compose?title=Mend&teamId=${teamId}`;
    const note = /You&#39;re handing this task over to <bdi>Engineering<\/bdi>/;
    const visitor = await visit(app, dina.email);
    const { html } = await visitor.get(at("ENG"));
    assert.match(html, /<option[^>]*>People<\/option>\s*<optgroup label="Hand over to">/);
    // Once for readers without scripts
    assert.equal(html.match(new RegExp(note, "g"))?.length, 2);
    assert.doesNotMatch((await visitor.get(at("PPL"))).html, note);
    const pills = await visitor.part("GET", `${at(teams.eng)}&pills=1`, at("PPL"));
    assert.match(pills.html, note);
    const menu = (await visitor.get(`/workspace/tasks/compose/team?teamId=${teams.ppl}`)).html;
    const choices = [...menu.matchAll(/role="option"[^]*?<span>([^<]+)<\/span><small>([^<]+)</g)];
    assert.deepEqual(choices.map(([, name, hint]) => [name, hint]), [
      ["People", "PPL"],
      ["Engineering", "ENG · hand over"],
    ]);
    const owner = (await (await visit(app, ada.email)).get(at("PPL"))).html;
    assert.doesNotMatch(owner, /hand this task over|Hand over/);
  }));

Deno.test("the composer says if the task limit is reached, and keeps the typed text", () =>
  withApp({ taskLimit: 1 }, async (app, { ada, chidi, task }) => {
    const full = /This workspace has reached its limit of 1 tasks\. Archive tasks, or ask/;
    const visitor = await visit(app, chidi.email);
    const compose = "/workspace/tasks/compose";
    assert.doesNotMatch((await visitor.get(compose)).html, full);
    await task(ada);
    for (const one of [await visitor.get(compose), await visitor.part("GET", compose, "/")]) {
      assert.match(one.html, full);
    }
    const page = await PlainBrowser.of(app, chidi.email);
    await page.open(compose);
    page.fill("Title", "Mend the gate");
    page.expected = 403;
    await page.press("button", "Create task");
    assert.equal(page.value("Title"), "Mend the gate");
    assert.match(page.text(), full);
  }));
