import assert from "node:assert/strict";
import { type TestApp, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const mark = /This is a draft\./;
const button = (act: string) => new RegExp(`<button[^>]*name="act" value="${act}"`);
const titles = async (app: TestApp, email: string) =>
  [...(await (await visit(app, email)).get("/workspace/tasks")).html
    .matchAll(/class="row-title"[^>]*>([^<]+)</g)].map((match) => match[1]);

Deno.test("a draft's page says that it is a draft and can publish it", () =>
  withApp({}, async (app, { chidi, task }) => {
    await task(chidi, { title: "Plant hollyhocks", draft: true });
    const visitor = await visit(app, chidi.email);
    const draft = await visitor.get("/workspace/tasks/ENG-1");
    for (const shown of [mark, button("publish"), button("archive")]) {
      assert.match(draft.html, shown);
    }
    assert.deepEqual(await titles(app, chidi.email), []);
    const published = await visitor.post("/workspace/tasks/ENG-1", { act: "publish" });
    assert.deepEqual([published.status, published.headers.get("location")], [
      303,
      "/workspace/tasks/ENG-1",
    ]);
    const task1 = await visitor.get("/workspace/tasks/ENG-1");
    assert.match(task1.html, /published the task/);
    assert.doesNotMatch(task1.html, mark);
    assert.deepEqual(await titles(app, chidi.email), ["Plant hollyhocks"]);
  }));

Deno.test("a draft is discarded on its page, and is a draft again after Undo", () =>
  withApp({}, async (app, { chidi, task }) => {
    await task(chidi, { title: "Plant hollyhocks", draft: true });
    const visitor = await visit(app, chidi.email);
    await visitor.post("/workspace/tasks/ENG-1", { act: "archive" });
    const gone = await visitor.get("/workspace/tasks/ENG-1");
    assert.match(gone.html, /This draft is discarded\./);
    assert.doesNotMatch(gone.html, button("publish"));
    assert.match(gone.html, button("restore"));
    await visitor.post("/workspace/tasks/ENG-1", { act: "restore" });
    assert.match((await visitor.get("/workspace/tasks/ENG-1")).html, mark);
  }));

Deno.test("people who can't change a task see no menus, and the reason", () =>
  withApp({}, async (app, { ada, esra, task }) => {
    await task(ada, { title: "Mend the gate" });
    const visitor = await visit(app, esra.email);
    const page = await visitor.get("/workspace/tasks/ENG-1");
    const why = /Only owners, admins, and the leads and members of Engineering can change/;
    assert.match(page.html, why);
    assert.doesNotMatch(page.html, /data-menu="status"/);
    const optionsOf = async (menu: string) => {
      const { html } = await visitor.get(`/workspace/tasks/ENG-1/${menu}`);
      const main = html.split('<main id="main"')[1]!;
      assert.match(main, why, menu);
      return [...main.matchAll(/role="option".*?<span>([^<]+)</g)].map(([, name]) => name);
    };
    for (const menu of ["status", "project", "milestone", "parent", "team"]) {
      assert.deepEqual(await optionsOf(menu), [], menu);
    }
    const forAnyone = [
      "Copy link",
      "Copy reference",
      "Copy branch name",
      "Add to favorites",
      "Follow",
      "Print…",
    ];
    assert.deepEqual(await optionsOf("actions"), forAnyone);
    const tried = await visitor.post("/workspace/tasks/ENG-1", { act: "archive" });
    assert.equal(tried.status, 403);
    assert.match(tried.html, /Only owners, admins, and this team/);
  }));

Deno.test("an archived task's menus say that it must be restored, and its actions offer only this", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const visitor = await visit(app, ada.email);
    const archived = await visitor.part(
      "POST",
      "/workspace/tasks/ENG-1",
      "/workspace/tasks/ENG-1",
      { act: "archive" },
    );
    assert.match(archived.html, /data-undo/);
    const status = await visitor.get("/workspace/tasks/ENG-1/status");
    assert.match(status.html, /This task is archived\. Restore it to make changes\./);
    const actions = await visitor.get("/workspace/tasks/ENG-1/actions");
    assert.match(actions.html, button("restore"));
    assert.doesNotMatch(actions.html, button("archive"));
    const unknown = await visitor.post("/workspace/tasks/ENG-1", { act: "explode" });
    assert.equal(unknown.status, 422);
  }));
