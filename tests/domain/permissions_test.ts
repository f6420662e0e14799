import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { listTeams } from "../../server/domain/teams/list.ts";
import { listMembers } from "../../server/domain/members/list.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

/** What an operation answered: `200`, or the status it was refused with. */
async function statusOf(work: Promise<unknown>): Promise<number> {
  return await work.then(() => 200, (error: { status: number }) => error.status);
}

const people = ["ada", "bao", "chidi", "dina", "esra"] as const;

async function table(cast: Cast, attempt: (by: Person) => Promise<unknown>) {
  const rows: [string, number][] = [];
  for (const name of people) rows.push([name, await statusOf(attempt(cast[name]))]);
  return Object.fromEntries(rows);
}

Deno.test("roles determine who can create, read, and change tasks of a public team", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { id: taskId } = await cast.task(cast.ada);
    assert.deepEqual(
      await table(cast, (by) => perform(services, by.member, findTask, { taskId })),
      { ada: 200, bao: 200, chidi: 200, dina: 200, esra: 200 },
    );
    assert.deepEqual(await table(cast, (by) => cast.task(by)), {
      ada: 200,
      bao: 200,
      chidi: 200,
      dina: 200,
      esra: 403,
    });
    assert.deepEqual(
      await table(cast, (by) =>
        perform(services, by.member, updateTask, {
          taskId,
          patch: { title: `By ${by.email}` },
        })),
      { ada: 200, bao: 200, chidi: 200, dina: 403, esra: 403 },
    );
  }));

Deno.test("only members of a private team and managers can see its tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const task = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const seen = { ada: 200, bao: 200, chidi: 404, dina: 200, esra: 404 };
    for (const taskId of [task.id, task.reference]) {
      const patch = { priority: "high" };
      assert.deepEqual(
        await table(cast, (by) => perform(services, by.member, findTask, { taskId })),
        seen,
      );
      assert.deepEqual(
        await table(cast, (by) => perform(services, by.member, updateTask, { taskId, patch })),
        seen,
      );
    }
    assert.deepEqual(await table(cast, (by) => cast.task(by, { teamId: "PPL" })), {
      ...seen,
      chidi: 422,
      esra: 422,
    });
  }));

Deno.test("a private team is in no list of people who can't see it", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const open = await cast.task(cast.ada, { title: "Secret plans, the open half" });
    const hidden = await cast.task(cast.dina, {
      title: "Secret plans",
      teamId: "PPL",
      parentId: open.id,
    });
    const titles = async (by: Person, query: Record<string, unknown>) => {
      const page = await perform(services, by.member, listTasks, query);
      return parseJson<Task[]>(page.records).map(({ id }) => id);
    };
    for (const query of [{}, { q: "secret" }, { label: "none" }, { sort: "updatedAt" }]) {
      assert.ok(!(await titles(cast.chidi, query)).includes(hidden.id), JSON.stringify(query));
      assert.ok((await titles(cast.dina, query)).includes(hidden.id), JSON.stringify(query));
    }
    const teamOrder = { teamId: cast.teams.ppl };
    assert.ok((await titles(cast.dina, teamOrder)).includes(hidden.id));
    await refused(titles(cast.chidi, teamOrder), { status: 422, fields: ["teamId"] });
    const groups = await perform(services, cast.chidi.member, groupTasks, {});
    assert.ok(!JSON.stringify(groups).includes(hidden.id));
    const parent = await perform(services, cast.chidi.member, findTask, { taskId: open.id });
    assert.deepEqual(parseJson(parent.json).children, []);
    const teams = await perform(services, cast.chidi.member, listTeams, {});
    assert.ok(!teams.records.includes(cast.teams.ppl));
    const members = await perform(services, cast.chidi.member, listMembers, {});
    assert.ok(!members.records.includes(cast.teams.ppl));
    assert.ok(members.records.includes(cast.dina.email));
  }));

Deno.test("the name of a parent in a private team is hidden from people who can't see the team", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const hidden = await cast.task(cast.dina, { teamId: "PPL" });
    const open = await cast.task(cast.bao, { parentId: hidden.id });
    const seenBy = async ({ member }: Person) => {
      const { records } = await perform(services, member, listTasks, {});
      const listed = parseJson<Task[]>(records).find(({ id }) => id === open.id);
      const found = parseJson(
        (await perform(services, member, findTask, { taskId: open.id })).json,
      );
      return [listed!.parentId, found.parentId, found.parent?.id ?? null];
    };
    assert.deepEqual(await seenBy(cast.bao), [hidden.id, hidden.id, hidden.id]);
    assert.deepEqual(await seenBy(cast.chidi), [null, null, null]);
  }));

Deno.test("no operation finds a task of another workspace", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const own = await cast.task(cast.ada);
    const other = await cast.task(cast.frode, { teamId: cast.teams.els });
    const taskId = other.id;
    const { member } = cast.ada;
    await refused(perform(services, member, findTask, { taskId }), { status: 404 });
    await refused(perform(services, member, findTask, { taskId: "ELS-1" }), { status: 404 });
    const patch = { title: "Taken over" };
    await refused(perform(services, member, updateTask, { taskId, patch }), { status: 404 });
    const move = { taskId: own.id, patch: { teamId: cast.teams.els } };
    await refused(perform(services, member, updateTask, move), { status: 422, fields: ["teamId"] });
    const below = { taskId: own.id, patch: { parentId: taskId } };
    await refused(perform(services, member, updateTask, below), { status: 422 });
    const assigned = { assigneeId: cast.frode.member.profile.id };
    await refused(cast.task(cast.ada, assigned), { status: 422, fields: ["assigneeId"] });
    await refused(cast.task(cast.ada, { teamId: cast.teams.els }), {
      status: 422,
      fields: ["teamId"],
    });
    const listed = perform(services, member, listTasks, { teamId: cast.teams.els });
    await refused(listed, { status: 422, fields: ["teamId"] });
  }));

Deno.test("another workspace's labels can't be found by name or ID", () =>
  withCast(createWorld(), async (cast) => {
    const theirs = await cast.task(cast.frode, { teamId: cast.teams.els, tags: ["Bug"] });
    await refused(cast.task(cast.ada, { tags: [theirs.labels[0]!.id] }), {
      status: 422,
      code: "unknown_label",
    });
  }));

Deno.test("a person who can't see a private team can't be assigned its tasks", () =>
  withCast(createWorld(), async (cast) => {
    await refused(
      cast.task(cast.dina, { teamId: "PPL", assigneeId: cast.chidi.member.profile.id }),
      { status: 422, code: "unknown_assignee" },
    );
    const forBao = { teamId: "PPL", assigneeId: cast.bao.member.profile.id };
    assert.equal((await cast.task(cast.dina, forBao)).assignee?.name, "Bảo Nguyễn");
  }));

Deno.test("a token without the scope is refused before anything is read, with the name of the scope", () =>
  withCast(createWorld(), async (cast) => {
    const credential = { ...cast.ada.member.credential, scopes: new Set(["tasks.read"] as const) };
    const member = { ...cast.ada.member, credential };
    const { services } = cast.world;
    await perform(services, member, listTasks, {});
    const error = await refused(perform(services, member, createTask, { nonsense: true }), {
      status: 403,
      code: "missing_scope",
    });
    assert.match(error.message, /tasks\.write/);
  }));
