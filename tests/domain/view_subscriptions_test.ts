import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { updateComment } from "../../server/domain/comments/update.ts";
import { followSubject, unfollowSubject } from "../../server/domain/inbox/follow.ts";
import { readWholeInbox } from "../../server/domain/inbox/mark.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { archiveView, restoreView } from "../../server/domain/saved_views/archive.ts";
import { unsubscribeFromView } from "../../server/domain/saved_views/subscribe.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

Deno.test("only subscribers of a view are notified about a new task in it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { view, arrived } = gallery(cast);
    await view({ name: "Urgent", filters: { priority: "urgent" } }, [chidi, ada]);
    await cast.task(ada, { title: "Paint the fence" });
    const task = await cast.task(ada, { title: "Put out the fire", priority: "urgent" });
    const [entry] = await inboxOf(cast, chidi);
    assert.deepEqual(
      [
        entry?.kind,
        entry?.subject.kind,
        entry?.subject.title,
        entry?.subject.url?.replace(/-\w{5}$/, "-…"),
      ],
      ["viewUpdate", "taskView", "Urgent", "https://backlog.example/workspace/view/urgent-…"],
    );
    assert.deepEqual(entry?.arrival, {
      kind: "task",
      id: task.id,
      reference: task.reference,
      title: "Put out the fire",
      url: task.url,
    });
    assert.equal(entry?.actor?.name, "Ada Lovelace");
    // Who did it needn't be told, and Esra didn't subscribe
    assert.deepEqual([await arrived(ada), await arrived(esra)], [[], []]);
  }));

Deno.test("unfollowing a notification about a view unsubscribes from the view, and following subscribes again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "Urgent", filters: { priority: "urgent" } }, [chidi]);
    const make = (title: string) => cast.task(ada, { title, priority: "urgent" });
    await make("Put out the fire");
    const [entry] = await inboxOf(cast, chidi);
    await run(chidi, unfollowSubject, { notificationId: entry!.id });
    await make("Close the valve");
    assert.deepEqual(await arrived(chidi), [["Urgent", "Put out the fire", 1]]);
    await run(chidi, followSubject, { notificationId: entry!.id });
    await make("Call the plumber");
    assert.deepEqual(await arrived(chidi), [["Urgent", "Call the plumber", 2]]);
  }));

Deno.test("a task can enter a view through every kind of change, and is reported once each time", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, project, patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const adaId = ada.member.profile.id;
    const ways: [string, Record<string, string>, Record<string, unknown>][] = [
      ["status", { status: "progressed,completed" }, { status: "progressed" }],
      ["priority", { priority: "high" }, { priority: "high" }],
      ["assignee", { assigneeId: adaId }, { assigneeId: adaId }],
      ["label", { label: "bug" }, { tags: ["Bug"] }],
      ["project", { projectId }, { projectId }],
      ["title", { q: "lantern" }, { title: "Light the Lantern" }],
      ["description", { q: "wíck" }, { description: "Trim the wick." }],
      ["deadline", { deadlineBefore: "2026-05-01" }, { deadlineAt: "2026-04-01" }],
    ];
    const { id: taskId } = await cast.task(ada, { title: "Mend the gate" });
    for (const [name, filters] of ways) await view({ name, filters }, [chidi]);
    for (const [name, , patch] of ways) {
      cast.world.clock.advance({ seconds: 1 });
      await patchTask(ada, taskId, patch);
      assert.equal((await arrived(chidi))[0]?.[0], name);
      assert.equal((await arrived(chidi))[0]?.[2], 1);
    }
    // It is in all of them now, so that nothing brings it in again
    await patchTask(ada, taskId, { title: "Light the lantern, please" });
    assert.equal((await arrived(chidi)).length, ways.length);
    cast.world.clock.advance({ seconds: 1 });
    await patchTask(ada, taskId, { status: "planned" });
    await patchTask(ada, taskId, { status: "completed" });
    const counts = (await arrived(chidi)).map(([name, , count]) => [name, count]);
    // In the others it was, and stayed
    assert.deepEqual(
      Object.fromEntries(counts),
      { ...Object.fromEntries(ways.map(([name]) => [name, 1])), status: 2 },
    );
    await run(ada, archiveTask, { taskId });
    await run(chidi, readWholeInbox, {});
    await run(ada, restoreTask, { taskId });
    assert.deepEqual(
      (await arrived(chidi)).map(([title, , count]) => [title, count]).sort(),
      ways.map(([name]) => [name, 1]).sort(),
    );
  }));

Deno.test("a moved task enters its new team's view", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, teams } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "People's", scope: "team", teamId: teams.ppl }, [bao]);
    const task = await cast.task(ada);
    assert.deepEqual(await arrived(bao), []);
    await patchTask(ada, task.id, { teamId: teams.ppl });
    assert.deepEqual(await arrived(bao), [["People's", "Mend the gate", 1]]);
  }));

Deno.test("a comment can bring a task into a view with a text filter, and later matching comments don't again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    const { id: taskId } = await cast.task(chidi);
    await view({ name: "Rust", filters: { q: "rusty hinge" } }, [dina]);
    const comment = { taskId, body: "The hinge squeaks" };
    const { id: commentId } = await run(ada, createComment, comment);
    assert.deepEqual(await arrived(dina), []);
    await run(ada, updateComment, { taskId, commentId, body: "The rusty hinge squeaks" });
    assert.deepEqual(await arrived(dina), [["Rust", "Mend the gate", 1]]);
    await run(ada, createComment, { taskId, body: "A rusty hinge indeed" });
    assert.deepEqual(await arrived(dina), [["Rust", "Mend the gate", 1]]);
  }));

Deno.test("a draft enters views that show drafts, and enters other views when it is published", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "With drafts", filters: { includeDrafts: "true" } }, [chidi]);
    await view({ name: "Without" }, [esra]);
    const draft = await cast.task(ada, { title: "Sketch", draft: true });
    assert.deepEqual(await arrived(chidi), [["With drafts", "Sketch", 1]]);
    assert.deepEqual(await arrived(esra), []);
    await patchTask(ada, draft.id, { draft: false });
    assert.deepEqual(await arrived(chidi), [["With drafts", "Sketch", 1]]);
    assert.deepEqual(await arrived(esra), [["Without", "Sketch", 1]]);
  }));

Deno.test("in a shared view, `me` means each subscriber", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "Mine", filters: { assigneeId: "me" } }, [chidi, esra]);
    const task = await cast.task(ada, { assigneeId: chidi.member.profile.id });
    assert.deepEqual(await arrived(chidi), [["Mine", "Mend the gate", 1]]);
    assert.deepEqual(await arrived(esra), []);
    await patchTask(ada, task.id, { assigneeId: esra.member.profile.id });
    assert.deepEqual(await arrived(chidi), [["Mine", "Mend the gate", 1]]);
    assert.deepEqual(await arrived(esra), [["Mine", "Mend the gate", 1]]);
    await patchTask(ada, task.id, { priority: "high" });
    assert.deepEqual(await arrived(esra), [["Mine", "Mend the gate", 1]]);
  }));

Deno.test("a hidden task doesn't enter views for a person until they can see it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, dina, teams } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "All" }, [bao, chidi]);
    const secret = await cast.task(dina, { title: "Salaries", teamId: teams.ppl });
    assert.deepEqual(await arrived(bao), [["All", "Salaries", 1]]);
    assert.deepEqual(await arrived(chidi), []);
    await patchTask(ada, secret.id, { teamId: teams.eng });
    assert.deepEqual(await arrived(bao), [["All", "Salaries", 1]]);
    assert.deepEqual(await arrived(chidi), [["All", "Salaries", 1]]);
  }));

Deno.test("an entry counts the tasks that entered since it was read, and names no hidden task", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { run, patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    const viewId = await view({ name: "All" }, [chidi]);
    for (const title of ["One", "Two", "Three"]) {
      cast.world.clock.advance({ seconds: 1 });
      await cast.task(ada, { title });
    }
    assert.deepEqual(await arrived(chidi), [["All", "Three", 3]]);
    await run(chidi, readWholeInbox, {});
    await cast.task(ada, { title: "Four" });
    assert.deepEqual(await arrived(chidi), [["All", "Four", 1]]);
    await run(ada, updateView, { viewId, patch: { name: "Everything" } });
    assert.deepEqual(await arrived(chidi), [["Everything", null, 1]]);
    const five = await cast.task(ada, { title: "Five" });
    assert.deepEqual(await arrived(chidi), [["Everything", "Five", 2]]);
    await patchTask(ada, five.id, { teamId: teams.ppl });
    assert.deepEqual(await arrived(chidi), [["Everything", null, 2]]);
  }));

Deno.test("a busy view's entry counts everything, but stores no more notifications than it shows", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { view, arrived } = gallery(cast);
    await view({ name: "All" }, [chidi]);
    for (let n = 1; n <= 40; n++) {
      cast.world.clock.advance({ seconds: 1 });
      await cast.task(ada, { title: `Task ${n}` });
    }
    assert.deepEqual(await arrived(chidi), [["All", "Task 40", 40]]);
    const kept = await cast.world.database.read.selectFrom("notifications").select("id")
      .where("recipient_id", "=", chidi.member.profile.id).execute();
    assert.equal(kept.length, 25);
  }));

Deno.test("an assignment gets its own entry in addition to the view's entry", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { view } = gallery(cast);
    const mine = { name: "Mine", scope: "personal", filters: { assigneeId: "me" } };
    await view(mine, [chidi], chidi);
    await cast.task(ada, { assigneeId: chidi.member.profile.id });
    assert.deepEqual((await heard(cast, chidi)).sort(), ["assignment", "viewUpdate"]);
  }));

Deno.test("people who unsubscribed from a view get no more notifications about it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    const viewId = await view({ name: "All" }, [chidi, esra]);
    await run(chidi, unsubscribeFromView, { viewId });
    await cast.task(ada);
    assert.deepEqual([await arrived(chidi), (await arrived(esra)).length], [[], 1]);
  }));

Deno.test("people who lost access to a view don't see or get entries until they have access again", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams } = cast;
    const { run } = planner(cast);
    const { view } = gallery(cast);
    await view({ name: "Engineering's", scope: "team", teamId: teams.eng }, [chidi, dina]);
    await cast.task(ada);
    assert.deepEqual([await heard(cast, chidi), await heard(cast, dina)], [
      ["viewUpdate"],
      ["viewUpdate"],
    ]);
    await run(ada, updateTeam, { teamId: teams.eng, patch: { private: true } });
    dina.member = { ...dina.member, hiddenTeamIds: [teams.eng] };
    assert.deepEqual([await heard(cast, chidi), await heard(cast, dina)], [["viewUpdate"], []]);
    assert.equal((await run(dina, readWholeInbox, {})).read, 0);
    await cast.task(ada, { title: "Behind closed doors" });
    await run(ada, putTeamMember, {
      teamId: teams.eng,
      profileId: dina.member.profile.id,
      role: "member",
    });
    dina.member = { ...dina.member, hiddenTeamIds: [] };
    assert.deepEqual((await inboxOf(cast, dina)).map(({ arrivals }) => arrivals), [1]);
  }));

Deno.test("outsiders and former members get no notifications about a view they subscribed to", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, esra, teams } = cast;
    const { run } = planner(cast);
    const { view } = gallery(cast);
    const team = { name: "Engineering's", scope: "team", teamId: teams.eng };
    const viewId = await view(team, [chidi, dina, esra]);
    await view({ name: "All" }, [esra]);
    await run(ada, updateTeam, { teamId: teams.eng, patch: { private: true } });
    await run(ada, removeMember, { profileId: esra.member.profile.id });
    await cast.task(ada);
    await run(ada, updateView, { viewId, patch: { name: "Ours" } });
    const found = await cast.world.database.read.selectFrom("notifications").select("recipient_id")
      .distinct().where("subject_kind", "=", "taskView").execute();
    assert.deepEqual(found.map((row) => row.recipient_id), [chidi.member.profile.id]);
  }));

Deno.test("when a view is archived, its entries leave the inbox until it is restored, and none are added", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    const viewId = await view({ name: "All" }, [chidi]);
    await cast.task(ada, { title: "One" });
    await run(ada, archiveView, { viewId });
    assert.deepEqual(await heard(cast, chidi), []);
    await cast.task(ada, { title: "Two" });
    await run(ada, restoreView, { viewId });
    assert.deepEqual(await arrived(chidi), [["All", "One", 1]]);
    await cast.task(ada, { title: "Three" });
    assert.deepEqual(await arrived(chidi), [["All", "Three", 2]]);
  }));
