import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { remindOfUpdates } from "../../server/domain/project_updates/remind.ts";
import { withApp } from "../support/app.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const preferences = "/workspace/settings/preferences";

Deno.test("a reminder names the project and links to the form for its update", () =>
  withApp({}, async (app, cast) => {
    const { world, ada } = cast;
    const leadId = ada.member.profile.id;
    const named = { name: "Gatehouse", key: "GAT", status: "active", leadId };
    const { id } = await planner(cast).project(ada, named);
    world.clock.advance({ days: 14 });
    await remindOfUpdates(world.services);
    const browser = await visit(app, ada.email);
    const inbox = (await browser.get("/workspace/inbox")).html;
    assert.match(
      words(inbox),
      /Gatehouse GAT Needs an update from you: none in the last two weeks/,
    );
    const form = `/workspace/projects/${id}?add=update`;
    assert.ok(inbox.includes(`href="${form}"`), inbox);
    assert.match((await browser.get(form)).html, /id="new-update"/);

    const [entry] = await inboxOf(cast, ada);
    const own = (await browser.get(`/workspace/inbox/${entry!.id}`)).html;
    assert.match(words(own), /Write an update/);
    world.clock.advance({ days: 7 });
    await remindOfUpdates(world.services);
    const [again] = await inboxOf(cast, ada);
    const page = words((await browser.get(`/workspace/inbox/${again!.id}`)).html);
    assert.match(page, /Still needs an update from you: none in the last two weeks 1 earlier/);
    assert.match(page, /The project needs your update/);

    const update = { projectId: id, health: "onTrack", body: "All is well" };
    await perform(world.services, ada.member, postProjectUpdate, update);
    assert.doesNotMatch((await browser.get("/workspace/inbox")).html, /for your update/);
  }));

Deno.test("people can turn reminders off and on in their preferences", () =>
  withApp({}, async (app, cast) => {
    const { world, ada } = cast;
    const browser = await visit(app, ada.email);
    await browser.post(preferences, { act: "notifications", reminder: "off" });
    const leadId = ada.member.profile.id;
    await planner(cast).project(ada, { status: "active", leadId });
    world.clock.advance({ days: 14 });
    await remindOfUpdates(world.services);
    assert.deepEqual(await inboxOf(cast, ada), []);
    await browser.post(preferences, { act: "notifications", reminder: "inbox" });
    await remindOfUpdates(world.services);
    assert.equal((await inboxOf(cast, ada)).length, 1);
  }));
