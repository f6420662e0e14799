import assert from "node:assert/strict";
import { countInbox } from "../../server/domain/inbox/count.ts";
import { listInbox } from "../../server/domain/inbox/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { openDatabase } from "../../server/database/open.ts";
import { perform } from "../../server/domain/core/operation.ts";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { remindOfUpdates } from "../../server/domain/project_updates/remind.ts";
import { archiveProject, restoreProject } from "../../server/domain/projects/archive.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { updateWorkspace } from "../../server/domain/workspaces/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { temporaryFolder } from "../support/folder.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { createWorld, type Span } from "../support/world.ts";

const idOf = (who: Person) => who.member.profile.id;

/** The kind and the unread state of what somebody hears of projects. */
async function hears(cast: Cast, who: Person) {
  return (await inboxOf(cast, who)).filter(({ subject }) => subject.kind === "project")
    .map(({ kind, reason, readAt, data }) => [kind, reason, readAt !== null, data.to ?? null]);
}

/** Time goes by, and the server does what it does by itself. */
async function later(cast: Cast, by: Span): Promise<void> {
  cast.world.clock.advance(by);
  await remindOfUpdates(cast.world.services);
}

const active = { status: "active" };
const first = ["reminder", "reminder", false, "first"];
const last = ["reminder", "reminder", false, "last"];

Deno.test("a lead is reminded to update a stale project, again after a week, and then no more", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { project } = planner(cast);
    const people = { leadId: idOf(ada), memberIds: [idOf(chidi), idOf(esra)] };
    const { id } = await project(ada, { key: "GAT", ...active, ...people });
    // A Thursday at ten, and all of the day before that is two weeks
    await later(cast, { days: 13, hours: 6 });
    assert.deepEqual(await hears(cast, ada), []);
    await later(cast, { hours: 18 });
    assert.deepEqual(await hears(cast, ada), [first]);
    const [entry] = await inboxOf(cast, ada);
    assert.deepEqual([entry?.actor, entry?.subject.id], [null, id]);
    await later(cast, { hours: 1 });
    await later(cast, { days: 5 });
    assert.deepEqual(await hears(cast, ada), [first]);
    await later(cast, { days: 1, hours: 23 });
    assert.deepEqual(await hears(cast, ada), [last]);
    await later(cast, { days: 14 });
    assert.equal((await inboxOf(cast, ada))[0]?.earlier.length, 1);
    assert.deepEqual(await hears(cast, chidi), [["assignment", "assignment", false, "member"]]);
    assert.deepEqual(await perform(cast.world.services, ada.member, countInbox, {}), 1);
  }));

Deno.test("reminders are sent between 9:00 and 17:00 on working days in the workspace's time zone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { project, run } = planner(cast);
    await run(ada, updateWorkspace, { patch: { timeZone: "America/New_York" } });
    await project(ada, { ...active, leadId: idOf(ada) });
    // Thursday, 06:00, 08:59, 17:00 in New York, then Saturday and Sunday
    await later(cast, { days: 14 });
    await later(cast, { hours: 2, minutes: 59 });
    await later(cast, { hours: 8, minutes: 1 });
    await later(cast, { days: 1, hours: 16 });
    await later(cast, { days: 1 });
    assert.deepEqual(await hears(cast, ada), []);
    await later(cast, { hours: 24 });
    assert.deepEqual(await hears(cast, ada), [first]);
  }));

Deno.test("no reminders are sent for inactive, archived, and hidden projects, or without a lead", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, teams } = cast;
    const { project, patch, run } = planner(cast);
    const leadId = idOf(chidi);
    for (const status of ["backlog", "planned", "completed", "cancelled"]) {
      await project(ada, { name: status, status, leadId });
    }
    await project(ada, { name: "Nobody’s", ...active });
    const gone = await project(ada, { name: "Archived", ...active, leadId });
    await run(ada, archiveProject, { projectId: gone.id });
    const hidden = await project(ada, { name: "Hidden", ...active, leadId });
    await patch(bao, hidden.id, { teamIds: [teams.ppl] });
    await later(cast, { days: 14 });
    // Nor does anything wait for whoever comes to see it
    const told = await cast.world.database.read.selectFrom("notifications").select("subject_id")
      .where("kind", "=", "reminder").execute();
    assert.deepEqual(told, []);
  }));

Deno.test("an update, a new lead, or a new status removes a reminder, but no other notifications", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi } = cast;
    const { project, patch, run } = planner(cast);
    const { id } = await project(ada, { ...active, leadId: idOf(chidi) });
    await later(cast, { days: 14 });
    assert.deepEqual(await hears(cast, chidi), [["reminder", "assignment", false, "first"]]);
    await run(chidi, postProjectUpdate, { projectId: id, health: "onTrack", body: "Well." });
    assert.deepEqual(await hears(cast, chidi), [["assignment", "assignment", false, "lead"]]);
    // The next one counts from the update on
    await later(cast, { days: 13 });
    assert.deepEqual(await hears(cast, chidi), [["assignment", "assignment", false, "lead"]]);
    await later(cast, { days: 1 });
    assert.deepEqual(await hears(cast, chidi), [["reminder", "assignment", false, "first"]]);
    await patch(ada, id, { leadId: idOf(ada) });
    assert.deepEqual(await hears(cast, chidi), [["assignment", "assignment", false, "lead"]]);
    await later(cast, { hours: 1 });
    assert.deepEqual(await hears(cast, ada), [first]);
    await patch(bao, id, { status: "planned" });
    assert.deepEqual(await hears(cast, ada), []);
    const { services } = cast.world;
    const { records } = await perform(services, ada.member, listInbox, { archived: "true" });
    const archived = parseJson<Notification[]>(records as never);
    assert.deepEqual(archived.map(({ kind }) => kind), ["reminder"]);
  }));

Deno.test("archiving a project removes its reminder, which doesn't return when the project is restored", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { project, run } = planner(cast);
    const { id: projectId } = await project(ada, { ...active, leadId: idOf(chidi) });
    await later(cast, { days: 1 });
    await run(ada, postProjectUpdate, { projectId, health: "onTrack", body: "@chidi?" });
    await later(cast, { days: 14 });
    assert.equal((await hears(cast, chidi))[0]?.[0], "reminder");
    for (const change of [archiveProject, restoreProject]) {
      await run(ada, change, { projectId });
      assert.equal((await hears(cast, chidi))[0]?.[0], "mention");
    }
  }));

Deno.test("posting an update refreshes the poster's open inboxes, which had a reminder", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { project, run } = planner(cast);
    const { id: projectId } = await project(ada, { ...active, leadId: idOf(chidi) });
    await later(cast, { days: 14 });
    const refreshes = () =>
      world.database.read.selectFrom("news").select("seq")
        .where("topic", "=", `inbox:${idOf(chidi)}`).executeTakeFirst();
    const before = await refreshes();
    await run(chidi, postProjectUpdate, { projectId, health: "onTrack", body: "Well." });
    assert.notDeepEqual(await refreshes(), before);
  }));

Deno.test("a reminder is removed when tasks complete its project, or when the status is derived again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { project, patch, patchTask } = planner(cast);
    const { id } = await project(ada, { leadId: idOf(ada) });
    const task = await cast.task(ada, { projectId: id, status: "progressed" });
    await later(cast, { days: 14 });
    assert.deepEqual(await hears(cast, ada), [first]);
    await patchTask(ada, task.id, { status: "completed" });
    assert.deepEqual(await hears(cast, ada), []);
    await patch(ada, id, active);
    await later(cast, { days: 7 });
    assert.deepEqual((await hears(cast, ada))[0]?.[0], "reminder");
    await patch(ada, id, { status: null });
    assert.deepEqual(await hears(cast, ada), []);
  }));

Deno.test("processes that share a database send a reminder only once", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  await withCast(createWorld({ databaseUrl }), async (cast) => {
    const { ada, world } = cast;
    await planner(cast).project(ada, { ...active, leadId: idOf(ada) });
    world.clock.advance({ days: 14 });
    const database = await openDatabase(databaseUrl);
    try {
      const other = { ...world.services, database };
      await Promise.all([world.services, other].map(remindOfUpdates));
    } finally {
      await database.close();
    }
    const [entry] = await inboxOf(cast, ada);
    assert.deepEqual([entry?.kind, entry?.earlier], ["reminder", []]);
  });
});

Deno.test("people who turned off reminders get none", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao } = cast;
    const { project, run } = planner(cast);
    await run(bao, updatePreferences, { notifications: { reminder: "off" } });
    await project(ada, { name: "One", ...active, leadId: idOf(bao) });
    await project(ada, { name: "Two", ...active, leadId: idOf(ada) });
    cast.world.clock.advance({ days: 14 });
    const { services } = cast.world;
    await remindOfUpdates(services);
    assert.deepEqual(await hears(cast, ada), [first]);
    const assigned = ["assignment", "assignment", false, "lead"];
    assert.deepEqual(await hears(cast, bao), [assigned]);
    // Once they want to be
    await run(bao, updatePreferences, { notifications: { reminder: "inbox" } });
    await remindOfUpdates(services);
    assert.deepEqual(await hears(cast, bao), [["reminder", "assignment", false, "first"]]);
  }));
