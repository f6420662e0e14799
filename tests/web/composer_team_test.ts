import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a new task starts in the team of the person's last task, or else in one of their teams", () =>
  withApp({}, async (app, { ada, dina, task, teams }) => {
    const begins = async (email: string) => {
      const { html } = await (await visit(app, email)).get("/workspace/tasks/compose");
      const field = /<select[^>]*name="teamId"[^]*?<\/select>/.exec(html)?.[0] ?? "";
      return /<option value="([^"]+)" selected/.exec(field)?.[1];
    };
    assert.equal(await begins(dina.email), teams.ppl);
    await task(ada, { teamId: teams.ppl });
    assert.equal(await begins(ada.email), teams.ppl);
    await task(ada, { teamId: teams.eng });
    assert.equal(await begins(ada.email), teams.eng);
  }));

Deno.test("an error for a missing task appears beside the sidebar", () =>
  withApp({}, async (app, { ada }) => {
    const { status, html } = await (await visit(app, ada.email)).get("/workspace/tasks/ENG-99");
    assert.equal(status, 404);
    assert.match(html, /id="sidebar"/);
  }));

Deno.test("the composer offers only templates of its team and those of all teams", () =>
  withApp({}, async (app, { world, ada, teams }) => {
    for (
      const [name, teamId] of [["Hiring", teams.ppl], ["Masonry", teams.eng], ["Anything", null]]
    ) {
      const input = { name: name!, title: name!, teamId };
      await perform(world.services, ada.member, createTaskTemplate, input);
    }
    const { get } = await visit(app, ada.email);
    const { html } = await get(`/workspace/tasks/compose/template?teamId=${teams.eng}`);
    const offered = ["Hiring", "Masonry", "Anything"].filter((name) => html.includes(name));
    assert.deepEqual(offered, ["Masonry", "Anything"]);
  }));
