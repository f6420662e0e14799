import assert from "node:assert/strict";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { postProjectUpdate } from "../../server/domain/project_updates/post.ts";
import { archiveProject, restoreProject } from "../../server/domain/projects/archive.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

Deno.test("subscribers of a view of projects are notified about a new project in it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { project } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "Active", kind: "project", filters: { status: "active" } }, [chidi, ada]);
    await project(ada, { name: "Bridge" });
    const made = await project(ada, { name: "Gatehouse", status: "active" });
    const [entry] = await inboxOf(cast, chidi);
    assert.deepEqual([entry?.subject.kind, entry?.subject.url?.replace(/-\w{5}(?=\/?$)/, "-…")], [
      "projectView",
      "https://backlog.example/workspace/project-view/active-…",
    ]);
    assert.deepEqual(entry?.arrival, {
      kind: "project",
      id: made.id,
      reference: made.key,
      title: "Gatehouse",
      url: made.url,
    });
    assert.deepEqual([await arrived(chidi), await arrived(ada)], [
      [["Active", "Gatehouse", 1]],
      [],
    ]);
  }));

Deno.test("a project enters a view through a change or a restore", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { run, project, patch } = planner(cast);
    const { view, arrived } = gallery(cast);
    await run(ada, createProjectLabel, { name: "Masonry" });
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const filtered = (name: string, filters: Record<string, string>) =>
      view({ name, kind: "project", filters }, [chidi]);
    await filtered("Label", { label: "masonry" });
    await filtered("Lead", { leadId: "me" });
    await filtered("Status", { status: "planned" });
    await filtered("Team", { teamId: "eng" });
    const changes = [
      { labels: ["Masonry"] },
      { leadId: chidi.member.profile.id },
      { status: "planned" },
      { teamIds: [teams.eng] },
    ];
    for (const change of changes) await patch(ada, projectId, change);
    const all = ["Label", "Lead", "Status", "Team"];
    assert.deepEqual(
      (await arrived(chidi)).sort(),
      all.map((name) => [name, "Gatehouse", 1]),
    );
    await patch(ada, projectId, { summary: "What goes before the bridge" });
    await run(ada, archiveProject, { projectId });
    await run(ada, restoreProject, { projectId });
    assert.deepEqual(
      (await arrived(chidi)).sort(),
      all.map((name) => [name, "Gatehouse", 2]),
    );
  }));

Deno.test("a project enters a view when its tasks change its status", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, project, patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "Active", kind: "project", filters: { status: "active" } }, [chidi]);
    await view({ name: "Done", kind: "project", filters: { status: "completed" } }, [chidi]);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const done = await cast.task(ada, { projectId });
    const open = await cast.task(ada, { projectId });
    assert.deepEqual(await arrived(chidi), []);
    await patchTask(ada, done.id, { status: "progressed" });
    assert.deepEqual(await arrived(chidi), [["Active", "Gatehouse", 1]]);
    await patchTask(ada, done.id, { status: "completed" });
    assert.deepEqual(await arrived(chidi), [["Active", "Gatehouse", 1]]);
    cast.world.clock.advance({ seconds: 1 });
    await run(ada, archiveTask, { taskId: open.id });
    // It left the one as it came into the other, and was completed there
    const both = [["Active", "Gatehouse", 1], ["Done", "Gatehouse", 1]];
    assert.deepEqual((await arrived(chidi)).toSorted(), both);
    const [active] = (await inboxOf(cast, chidi)).filter(({ subject }) =>
      subject.title === "Active"
    );
    assert.deepEqual(active?.data, { to: "completed", completions: 1 });
    await patchTask(ada, done.id, { title: "Mended" });
    assert.deepEqual((await arrived(chidi)).toSorted(), both);
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(ada, { projectId, status: "progressed" });
    assert.deepEqual((await arrived(chidi))[0], ["Active", "Gatehouse", 2]);
  }));

Deno.test("publishing the first active task of a project can bring the project into a view", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { project, patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "Active", kind: "project", filters: { status: "active" } }, [chidi]);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const { id } = await cast.task(ada, { projectId, status: "progressed", draft: true });
    assert.deepEqual(await arrived(chidi), []);
    await patchTask(ada, id, { draft: false });
    assert.deepEqual(await arrived(chidi), [["Active", "Gatehouse", 1]]);
  }));

Deno.test("a project can enter a view through an update's health, new members, or a changed text", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, project, patch, milestone } = planner(cast);
    const { view, arrived } = gallery(cast);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const filtered = (name: string, filters: Record<string, string>) =>
      view({ name, kind: "project", filters }, [chidi]);
    await filtered("Late", { health: "offTrack,atRisk" });
    await filtered("Mine", { memberId: "me" });
    await filtered("Words", { q: "drawbr" });
    await filtered("Fresh", { updatedSince: "2026-03-20" });
    await run(ada, postProjectUpdate, { projectId, health: "onTrack", body: "Well." });
    assert.deepEqual(await arrived(chidi), []);
    await run(ada, postProjectUpdate, { projectId, health: "atRisk", body: "Not so well." });
    await patch(ada, projectId, { memberIds: [chidi.member.profile.id] });
    await patch(ada, projectId, { description: "With a Drawbridge" });
    const three = ["Late", "Mine", "Words"].map((name) => [name, "Gatehouse", 1]);
    assert.deepEqual((await arrived(chidi)).sort(), three);
    cast.world.clock.advance({ days: 10 });
    await milestone(ada, projectId, "Foundations");
    assert.deepEqual((await arrived(chidi)).sort(), [["Fresh", "Gatehouse", 1], ...three]);
  }));

Deno.test("a project that was already active before a subscription doesn't enter the view later", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { project, patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const task = await cast.task(ada, { projectId, status: "progressed" });
    await view({ name: "Active", kind: "project", filters: { status: "active" } }, [chidi]);
    await cast.task(ada, { projectId });
    assert.deepEqual(await arrived(chidi), []);
    await patchTask(ada, task.id, { status: "planned" });
    await patchTask(ada, task.id, { status: "progressed" });
    assert.deepEqual(await arrived(chidi), [["Active", "Gatehouse", 1]]);
  }));

Deno.test("a project of a private team doesn't enter views for people who can't see it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams } = cast;
    const { project, patch } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "All", kind: "project" }, [chidi, dina]);
    const secret = await project(ada, { name: "Offices", teamIds: [teams.ppl] });
    assert.deepEqual([await arrived(chidi), await arrived(dina)], [[], [["All", "Offices", 1]]]);
    await patch(ada, secret.id, { teamIds: [teams.ppl, teams.eng] });
    const came = [["All", "Offices", 1]];
    assert.deepEqual([await arrived(chidi), await arrived(dina)], [came, came]);
  }));
