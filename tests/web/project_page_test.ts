import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { findProject } from "../../server/domain/projects/find.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import { withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { visit } from "../support/visitor.ts";

/** A project that Chidi leads. */
async function gatehouse({ world, ada, chidi }: Cast) {
  const input = { name: "Gatehouse", key: "GAT", leadId: chidi.member.profile.id };
  const { json } = await perform(world.services, ada.member, createProject, input);
  const { id } = parseJson(json);
  return { id, path: `/workspace/projects/${id}` };
}

const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

Deno.test("people who can't change a project see it without menus, and are told whom to ask", () =>
  withApp({}, async (app, cast) => {
    const { path } = await gatehouse(cast);
    const esra = (await (await visit(app, cast.esra.email)).get(path)).html;
    assert.doesNotMatch(esra, /data-menu="status"|Write an update|Add milestone/);
    assert.match(words(esra), /Only the lead Chidi[^.]*, owners, and admins can change/);
    const lead = (await (await visit(app, cast.chidi.email)).get(path)).html;
    assert.match(lead, /data-menu="status"/);
  }));

Deno.test("an active project is stale after two weeks without an update, and its page asks for one", () =>
  withApp({}, async (app, cast) => {
    const { id, path } = await gatehouse(cast);
    const { world, ada } = cast;
    const patch = { status: "active" };
    await perform(world.services, ada.member, updateProject, { projectId: id, patch });
    const update = { projectId: id, health: "onTrack", body: "All is well" };
    await perform(world.services, ada.member, postProjectUpdate, update);
    world.clock.advance({ days: 13 });
    const fresh = words((await (await visit(app, ada.email)).get(path)).html);
    assert.match(fresh, /On track Ada Lovelace/);
    assert.doesNotMatch(fresh, /Stale/);
    world.clock.advance({ days: 1 });
    const stale = words((await (await visit(app, ada.email)).get(path)).html);
    assert.match(stale, /Stale: no update for two weeks/);
    await perform(world.services, ada.member, updateProject, {
      projectId: id,
      patch: { status: "planned" },
    });
    assert.doesNotMatch(words((await (await visit(app, ada.email)).get(path)).html), /Stale/);
  }));

Deno.test("a project's activity describes each change, and its author can undo it there", () =>
  withApp({}, async (app, cast) => {
    const { path } = await gatehouse(cast);
    const browser = await visit(app, cast.ada.email);
    for (
      const form of [
        { priority: "high" },
        { status: "planned" },
        { targetDate: "2027-01-08" },
        { leadId: "" },
      ] as Record<string, string>[]
    ) assert.equal((await browser.post(path, form)).status, 303);
    const { html } = await browser.get(path);
    for (
      const told of [
        /created the project/,
        /changed the priority from No priority to High/,
        /changed the status from Backlog to Planned/,
        /set the target date to 8 Jan 2027/,
        /removed Chidi[^]* as lead/,
      ]
    ) assert.match(words(html), told);
    const undo = [...html.matchAll(/id="undo-(act_\w+)" method="post" action="([^"]+)"/g)].at(-1)!;
    assert.equal((await browser.post(undo[2]!, { act: "undo" })).status, 303);
    assert.match(words((await browser.get(path)).html), /changed the lead to Chidi/);
  }));

Deno.test("if people and teams are added to a project and removed at the same time, all changes apply", () =>
  withApp({}, async (app, cast) => {
    const { world, ada, chidi, esra, teams } = cast;
    const { id, path } = await gatehouse(cast);
    const browser = await visit(app, ada.email);
    const read = async () =>
      parseJson((await perform(world.services, ada.member, findProject, { projectId: id })).json);
    const toggle = (button: string, ids: string[]) =>
      Promise.all(ids.map((one) => browser.part("POST", path, path, { [button]: one })));
    const people = [ada, chidi, esra].map(({ member }) => member.profile.id).toSorted();
    const those = [teams.eng, teams.ppl].toSorted();
    for (const [now, on] of [["on", true], ["off", false]] as const) {
      for (const { html } of await toggle("toggleMember", people)) {
        assert.match(words(html), on ? /added/ : /removed/, now);
      }
      await toggle("toggleTeam", those);
      const project = await read();
      assert.deepEqual(project.memberIds.toSorted(), on ? people : [], now);
      assert.deepEqual(project.teams.map((team) => team.id).toSorted(), on ? those : [], now);
    }
  }));

Deno.test("a project's former key still works, and a key that is taken is reported", () =>
  withApp({}, async (app, cast) => {
    const { path } = await gatehouse(cast);
    const { world, ada } = cast;
    await perform(world.services, ada.member, createProject, { name: "Road", key: "ROAD" });
    const browser = await visit(app, ada.email);
    const taken = await browser.post(path, { editing: "key", key: "road", version: "1" });
    assert.equal(taken.status, 409);
    assert.match(taken.html, /name="key" value="road"/);
    const made = await browser.post(path, { editing: "key", key: "lodge", version: "1" });
    assert.equal(made.status, 303);
    const former = await browser.get("/workspace/projects/GAT");
    assert.match(words(former.html), /LODGE/);
  }));

Deno.test("people who can change a project can check its description's checkboxes in place, with Undo", () =>
  withApp({}, async (app, cast) => {
    const { id, path } = await gatehouse(cast);
    const { world, ada, esra } = cast;
    const patch = { description: "- [ ] oil the hinges\n- [x] paint" };
    await perform(world.services, ada.member, updateProject, { projectId: id, patch });
    const browser = await visit(app, ada.email);
    const { html } = await browser.get(path);
    assert.equal(html.match(/class="checklist-box" role="checkbox"/g)?.length, 2);
    const others = (await (await visit(app, esra.email)).get(path)).html;
    assert.equal(others.match(/role="checkbox"[^>]*aria-disabled="true"/g)?.length, 2);
    const sent = await browser.part("POST", path, path, { box: "0 x oil the hinges" });
    assert.equal(sent.status, 200);
    const done = (await browser.get(path)).html;
    assert.equal(done.match(/aria-checked="true"/g)?.length, 2);
    const gone = await browser.part("POST", path, path, { box: "0 x sand" });
    assert.equal(gone.status, 409);
    const acts = sent.html.matchAll(/action="(\/workspace\/projects\/[^"]*\/activity\/[^"]+)"/g);
    await browser.post([...acts].at(-1)![1]!, { act: "undo" });
    assert.equal((await browser.get(path)).html.match(/aria-checked="true"/g)?.length, 1);
  }));

Deno.test("a prefilled project update names ten completed tasks, and links to all of them if there are more", () =>
  withApp({}, async (app, cast) => {
    const { id, path } = await gatehouse(cast);
    const { ada, task } = cast;
    for (let n = 0; n < 12; n++) await task(ada, { projectId: id, status: "completed" });
    const { html } = await (await visit(app, ada.email)).get(`${path}?add=update`);
    const fact = /- Completed 12 tasks: (ENG-\d+, ){9}ENG-\d+, \[and 2 more\]\(([^)]+)\)/.exec(
      html,
    );
    const list = fact![2]!.replaceAll("&amp;", "&");
    const { html: shown } = await (await visit(app, ada.email)).get(list);
    assert.equal(shown.match(/class="row-title"/g)?.length, 12);
  }));

Deno.test("a prefilled project update lists only changes since the previous update", () =>
  withApp({}, async (app, cast) => {
    const { id: projectId, path } = await gatehouse(cast);
    const { world: { services, clock }, ada } = cast;
    const move = async (targetDate: string) => {
      clock.advance({ minutes: 1 });
      await perform(services, ada.member, updateProject, { projectId, patch: { targetDate } });
      clock.advance({ minutes: 1 });
    };
    const browser = await visit(app, ada.email);
    const facts = async () =>
      /Since [^<]*/.exec((await browser.get(`${path}?add=update`)).html)?.[0];
    await move("2026-08-01");
    assert.match(await facts() ?? "", /- Target date [^-]* 1 Aug$/m);
    const update = { projectId, health: "onTrack", body: "Going well." };
    await perform(services, ada.member, postProjectUpdate, update);
    assert.equal(await facts(), undefined);
    await move("2026-09-01");
    assert.match(await facts() ?? "", /- Target date moved from 1 Aug to 1 Sept?$/m);
  }));
