import assert from "node:assert/strict";
import type { Work } from "../../server/database/queue.ts";
import { Caches } from "../../server/domain/core/caches.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { listRecents } from "../../server/domain/recents/list.ts";
import {
  MOST_RECENT,
  noteOpened,
  type RecentKind,
  storeOpened,
} from "../../server/domain/recents/opened.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { deleteWorkspace } from "../../server/domain/workspaces/delete.ts";
import { eraseWorkspaces } from "../../server/domain/workspaces/erase.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

function using({ world }: Cast) {
  const { services } = world;
  return {
    open: (by: Person, kind: RecentKind, id: string) =>
      noteOpened(services, by.member, { kind, id }),
    store: () => storeOpened(services),
    /** The keys of what somebody opened, as another process on the database tells them, or this one. */
    recents: async (by: Person, here = true) => {
      const from = here ? services : { ...services, caches: new Caches() };
      return (await perform(from, by.member, listRecents, {})).map(({ key }) => key);
    },
  };
}

Deno.test("a person's recently opened records are listed once each, newest first, stored or not", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, frode, teams } = cast;
    const { open, store, recents } = using(cast);
    const [first, second] = [await cast.task(ada), await cast.task(ada)];
    open(ada, "task", first.id);
    open(ada, "team", teams.eng);
    open(ada, "person", chidi.member.profile.id);
    open(ada, "task", first.id);
    const told = ["ENG-1", "chidi", "ENG"];
    assert.deepEqual(await recents(ada), told);
    assert.deepEqual(await recents(ada, false), []);
    await store();
    assert.deepEqual(await recents(ada, false), told);
    open(ada, "task", second.id);
    open(ada, "team", teams.eng);
    assert.deepEqual(await recents(ada), ["ENG", "ENG-2", "ENG-1", "chidi"]);
    assert.deepEqual(await recents(ada, false), told);
    for (const by of [chidi, frode]) assert.deepEqual(await recents(by), []);
  }));

Deno.test("a process that stores an older visit later doesn't replace the newer one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, teams, world: { services, clock } } = cast;
    const { open, store, recents } = using(cast);
    const task = await cast.task(ada);
    const other = { ...services, caches: new Caches() };
    noteOpened(other, ada.member, { kind: "task", id: task.id });
    for (const [kind, id] of [["team", teams.eng], ["task", task.id]] as const) {
      clock.advance({ minutes: 1 });
      open(ada, kind, id);
    }
    await store();
    await storeOpened(other);
    assert.deepEqual(await recents(ada), ["ENG-1", "ENG"]);
  }));

Deno.test("archived and hidden records aren't listed until they are restored or visible", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams, world } = cast;
    const { open, store, recents } = using(cast);
    const { services } = world;
    const hidden = await cast.task(dina, { teamId: teams.ppl });
    const task = await cast.task(ada);
    for (const by of [ada, chidi, dina]) {
      for (const { id } of [hidden, task]) open(by, "task", id);
    }
    await store();
    assert.deepEqual(await recents(ada), ["ENG-1", "PPL-1"]);
    assert.deepEqual(await recents(chidi), ["ENG-1"]);
    await perform(services, ada.member, archiveTask, { taskId: task.id });
    assert.deepEqual(await recents(dina), ["PPL-1"]);
    await perform(services, ada.member, restoreTask, { taskId: task.id });
    assert.deepEqual(await recents(dina), ["ENG-1", "PPL-1"]);
    const plan = planner(cast);
    const { id: projectId } = await plan.project(ada, { key: "GATE" });
    open(ada, "project", projectId);
    assert.deepEqual(await recents(ada), ["GATE", "ENG-1", "PPL-1"]);
    await plan.run(ada, archiveProject, { projectId });
    assert.deepEqual(await recents(ada), ["ENG-1", "PPL-1"]);
  }));

Deno.test("the last fifty records of each person are stored in one write for everyone, if there are any", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams, world } = cast;
    const { open, store, recents } = using(cast);
    const { write } = world.database;
    let writes = 0;
    world.database.write = <T>(work: Work<T>) => {
      writes++;
      return write.call(world.database, work) as Promise<T>;
    };
    const kept = () => world.database.read.selectFrom("recents").selectAll().execute();
    for (let n = 0; n < MOST_RECENT + 5; n++) open(ada, "task", `task_${n}`);
    open(chidi, "team", teams.eng);
    await store();
    await store();
    assert.equal(writes, 1);
    for (let n = 0; n < 5; n++) open(ada, "task", `task_more${n}`);
    open(ada, "team", teams.eng);
    await store();
    const ids = (await kept()).filter(({ profile_id }) => profile_id === ada.member.profile.id)
      .map(({ subject_id }) => subject_id);
    assert.equal(ids.length, MOST_RECENT);
    assert.ok(ids.includes(teams.eng) && ids.includes("task_more0") && !ids.includes("task_10"));
    assert.deepEqual(await recents(chidi), ["ENG"]);
  }));

Deno.test("records that can't be stored yet are stored later, unless the person or the workspace is gone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams, world } = cast;
    const { open, store, recents } = using(cast);
    const { write } = world.database;
    open(ada, "team", teams.eng);
    open(chidi, "team", teams.eng);
    world.database.write = () => Promise.reject(new Error("full"));
    await assert.rejects(store());
    world.database.write = write;
    assert.deepEqual(await recents(ada), ["ENG"]);
    await store();
    assert.deepEqual(await recents(ada, false), ["ENG"]);
    open(chidi, "person", ada.member.profile.id);
    const gone = { profileId: chidi.member.profile.id };
    await perform(world.services, ada.member, removeMember, gone);
    await store();
    const left = await world.database.read.selectFrom("recents").select("profile_id").execute();
    assert.deepEqual(left, [{ profile_id: ada.member.profile.id }]);
    open(ada, "person", ada.member.profile.id);
    await perform(world.services, ada.member, deleteWorkspace, { name: "Acme" });
    await store();
    const kept = await world.database.read.selectFrom("recents").selectAll().execute();
    assert.deepEqual(kept, []);
    await eraseWorkspaces(world.services);
  }));

Deno.test("a view that becomes personal leaves other people's recent records", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { open, store, recents } = using(cast);
    const { services } = world;
    const view = { kind: "task", name: "Gates", scope: "workspace" };
    const { id } = await perform(services, ada.member, createView, view);
    for (const by of [ada, chidi]) open(by, "view", id);
    await store();
    for (const by of [ada, chidi]) assert.equal((await recents(by)).length, 1);
    const patch = { scope: "personal", name: "Raise" };
    await perform(services, ada.member, updateView, { viewId: id, patch });
    assert.equal((await recents(ada)).length, 1);
    assert.deepEqual(await recents(chidi), []);
  }));
