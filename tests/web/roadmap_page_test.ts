import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { updateProject } from "../../server/domain/projects/update.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { stockProjects } from "../bench/projects.ts";
import { TimeScale } from "../../views/roadmap/time_scale.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("people who can't see the roadmap are told the names of managers to ask", () =>
  withApp({}, async (app, { ada, bao, chidi }) => {
    const asks = /Ask ([^<]*) to make you the lead of a project\./;
    const refused = await (await visit(app, chidi.email)).get("/workspace/roadmap");
    assert.equal(refused.status, 403);
    const names = [ada, bao].map(({ member }) => member.profile.name);
    assert.equal(asks.exec(refused.html)?.[1], names.join(" or "));
    const shown = await (await visit(app, bao.email)).get("/workspace/roadmap");
    assert.equal(shown.status, 200);
    assert.doesNotMatch(shown.html, asks);
  }));

Deno.test("a roadmap of 500 projects is smaller than 60 KB", () =>
  withApp({}, async (app, { world, ada, teams }) => {
    const { workspace, profile } = ada.member;
    const today = world.clock.now().toISOString().slice(0, 10);
    await stockProjects(world.database, 500, profile.id, today);
    await world.database.write((tx) =>
      sql`insert into project_task_counts (owner_id, team_id, status, tasks)
        select p.id, ${teams.eng}, s.value, abs(random()) % 90 from projects p,
          json_each('["completed","progressed","planned"]') s
        where p.workspace_id = ${workspace.id}`.execute(tx)
    );
    const browser = await visit(app, ada.email);
    for (const at of ["/workspace/roadmap", "/workspace/roadmap?group=status"]) {
      const { html } = await browser.get(at);
      assert.equal(html.match(/class="row roadmap-(name|undated)"/g)?.length, 500);
      const { byteLength } = gzipSync(html, { level: 6 });
      assert.ok(byteLength < 60 * 1024, `${at}: ${byteLength} bytes`);
    }
  }));

Deno.test("the roadmap names each project once, with all details of its bar", () =>
  withApp({}, async (app, { world, ada }) => {
    const add = (input: Record<string, unknown>) =>
      perform(world.services, ada.member, createProject, input);
    await add({ name: "Belfry", startDate: "2026-11-01", targetDate: "2026-12-01" });
    await add({ name: "Crypt" });
    const { html } = await (await visit(app, ada.email)).get("/workspace/roadmap");
    const named = (name: string) => html.match(new RegExp(`>${name}<`, "g"))?.length;
    assert.equal(named("Belfry"), 1);
    assert.equal(named("Crypt"), 1);
    assert.match(html, /data-live="names project:\*"/);
  }));

Deno.test("a cached roadmap is rendered again on another day, and after a change", () =>
  withApp({}, async (app, { world, ada }) => {
    const add = async (input: Record<string, unknown>): Promise<{ id: string }> =>
      JSON.parse((await perform(world.services, ada.member, createProject, input)).json);
    const targetDate = new Date(Date.parse(world.clock.now().toISOString()) + 86_400_000)
      .toISOString().slice(0, 10);
    const { id: projectId } = await add({ name: "Belfry", targetDate });
    const browser = await visit(app, ada.email);
    const shown = async (at = "") => (await browser.get(`/workspace/roadmap${at}`)).html;
    assert.doesNotMatch(await shown(), /Overdue\. The target date was/);
    world.clock.advance({ days: 3 });
    const late = await shown();
    assert.match(late, /Overdue\. The target date was/);
    assert.equal((await shown()).includes("Belfry"), true);
    const patch = { name: "Crypt" };
    await perform(world.services, ada.member, updateProject, { projectId, patch });
    assert.doesNotMatch(await shown(), /Belfry/);
    assert.match(await shown("?dates=none"), /Crypt/);
  }));

Deno.test("the roadmap links to a new project with the roadmap's filters, for people who can create one", () =>
  withApp({}, async (app, { world, ada, chidi }) => {
    const { json } = await perform(world.services, ada.member, createProject, { name: "Belfry" });
    const { id: projectId } = JSON.parse(json);
    const leadId = chidi.member.profile.id;
    const patch = { leadId };
    await perform(world.services, ada.member, updateProject, { projectId, patch });
    const button = /<a class="button bar-new" href="([^"]+)"/;
    const at = `/workspace/roadmap?leadId=${leadId}`;
    const made = button.exec((await (await visit(app, ada.email)).get(at)).html)?.[1];
    assert.equal(made, `/workspace/projects/new?leadId=${leadId}`);
    const his = button.exec((await (await visit(app, chidi.email)).get(at)).html)?.[1];
    assert.match(his!, /^\/workspace\/tasks\/compose/);
  }));

Deno.test("a roadmap filtered by late projects omits projects without dates", () =>
  withApp({}, async (app, { world, ada }) => {
    for (
      const input of [{ name: "Belfry", targetDate: "2026-01-01" }, { name: "Crypt" }]
    ) await perform(world.services, ada.member, createProject, input);
    const browser = await visit(app, ada.email);
    const names = (at: string) => ["Belfry", "Crypt"].filter((name) => at.includes(`>${name}<`));
    const shown = async (query: string) =>
      names((await browser.get(`/workspace/roadmap?from=2025-12${query}`)).html);
    assert.deepEqual(await shown(""), ["Belfry", "Crypt"]);
    assert.deepEqual(await shown("&only=late"), ["Belfry"]);
  }));

Deno.test("weeks on the roadmap start on the preferred day", () => {
  for (const [weekday, first] of [[1, "6 Apr"], [6, "4 Apr"], [7, "5 Apr"]] as const) {
    const { ticks } = new TimeScale("2026-07-01", "2026-04", weekday);
    assert.equal(ticks.find(({ zoom }) => zoom === "weeks")?.name, first);
  }
});
