import assert from "node:assert/strict";
import { sql } from "kysely";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { putTeamMember } from "../../server/domain/teams/membership.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { recordVersion } from "../support/record_version.ts";
import { refused } from "../support/refusal.ts";
import { memberOf } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

const change = async (
  { world }: Cast,
  by: Person,
  taskId: string,
  patch: Record<string, unknown>,
  version?: number,
) =>
  parseJson(
    (await perform(world.services, by.member, updateTask, { taskId, patch, version })).json,
  );
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);

Deno.test("a patch changes only its fields", () =>
  withCast(createWorld(), async (cast) => {
    const before = await cast.task(cast.ada, { description: "Kept", priority: "low" });
    cast.world.clock.advance({ minutes: 5 });
    const after = await change(cast, cast.chidi, before.id, { title: "Paint the gate" });
    assert.deepEqual(
      { ...after, activity: [] },
      {
        ...before,
        activity: [],
        title: "Paint the gate",
        version: 2,
        updatedAt: "2026-03-12T10:05:00.000Z",
      },
    );
    assert.deepEqual(await read(cast, cast.ada, before.id), after);
  }));

Deno.test("status and state change together, and completing a task stores the time", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada);
    const started = await change(cast, cast.ada, id, { status: "progressed" });
    assert.deepEqual([started.state.name, started.completedAt], ["In progress", null]);
    cast.world.clock.advance({ hours: 1 });
    const done = await change(cast, cast.ada, id, { status: "completed" });
    assert.deepEqual([done.state.name, done.completedAt], ["Done", "2026-03-12T11:00:00.000Z"]);
    cast.world.clock.advance({ hours: 1 });
    assert.equal(
      (await change(cast, cast.ada, id, { status: "completed" })).completedAt,
      done.completedAt,
    );
    assert.equal((await change(cast, cast.ada, id, { status: "planned" })).completedAt, null);
  }));

Deno.test("null clears every optional field", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const { id } = await cast.task(cast.ada, {
      description: "Text",
      assigneeId: "me",
      deadlineAt: "2026-04-01",
      parentId: parent.id,
    });
    const cleared = await change(cast, cast.ada, id, {
      description: null,
      assigneeId: null,
      deadlineAt: null,
      parentId: null,
      projectId: null,
      milestoneId: null,
    });
    assert.deepEqual(
      [cleared.description, cleared.assigneeId, cleared.deadlineAt, cleared.parentId],
      [null, null, null, null],
    );
    for (const field of ["title", "status", "priority", "tags", "draft"]) {
      await refused(change(cast, cast.ada, id, { [field]: null }), { status: 422 });
    }
  }));

Deno.test("tags replace the whole list, and an empty list clears the tags", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { tags: ["Bug", "Feature"] });
    assert.deepEqual((await change(cast, cast.ada, id, { tags: ["improvement"] })).tags, [
      "Improvement",
    ]);
    assert.deepEqual((await change(cast, cast.ada, id, { tags: [] })).tags, []);
  }));

Deno.test("an empty patch is refused, and a patch that changes nothing leaves no trace", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { tags: ["Bug"] });
    await refused(change(cast, cast.ada, task.id, {}), { status: 422 });
    const same = { title: task.title, status: task.status, priority: "none", tags: ["bug"] };
    assert.deepEqual(await change(cast, cast.ada, task.id, same), task);
  }));

Deno.test("assigning the same person by another identifier changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { assigneeId: cast.chidi.member.profile.id });
    await changesOnly(cast.world.database, [], async () => {
      for (const assigneeId of ["chidi", "Chidi Eze"]) {
        await change(cast, cast.ada, id, { assigneeId });
      }
    });
  }));

Deno.test("draft: false publishes, and a task can't become a draft again", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await cast.task(cast.ada, { draft: true });
    assert.equal((await change(cast, cast.ada, id, { title: "Still a draft" })).draft, true);
    assert.equal((await change(cast, cast.ada, id, { draft: false })).draft, false);
    await refused(change(cast, cast.ada, id, { draft: true }), { status: 422 });
    assert.equal((await read(cast, cast.ada, id)).draft, false);
  }));

Deno.test("a patch with a stale version changes nothing, and the error contains the current version", () =>
  withCast(createWorld(), async (cast) => {
    const { id, version } = await cast.task(cast.ada);
    const second = await change(cast, cast.ada, id, { priority: "high" }, version);
    const error = await refused(change(cast, cast.chidi, id, { priority: "low" }, version), {
      status: 412,
      code: "stale",
    });
    assert.match(error.hint ?? "", /version 2/);
    assert.deepEqual(await read(cast, cast.ada, id), second);
  }));

Deno.test("a refused field also rolls back the valid fields of its patch", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada);
    const patch = { title: "New", assigneeId: "prof_nobody" };
    await refused(change(cast, cast.ada, task.id, patch), { status: 422, fields: ["assigneeId"] });
    assert.deepEqual(await read(cast, cast.ada, task.id), task);
  }));

Deno.test("a task can't be its own ancestor at any depth", () =>
  withCast(createWorld(), async (cast) => {
    const a = await cast.task(cast.ada, { title: "A" });
    const b = await cast.task(cast.ada, { title: "B", parentId: a.id });
    const c = await cast.task(cast.ada, { title: "C", parentId: b.id });
    for (const below of [a, b, c]) {
      await refused(change(cast, cast.ada, a.id, { parentId: below.id }), {
        status: 422,
        code: "parent_cycle",
        fields: ["parentId"],
      });
    }
    assert.equal((await read(cast, cast.ada, a.id)).parent, null);
    assert.deepEqual((await read(cast, cast.ada, a.id)).children.map(({ title }) => title), ["B"]);
  }));

Deno.test("a changed sub-task changes its parent's ETag, but not the parent's version", () =>
  withCast(createWorld(), async (cast) => {
    const parent = await cast.task(cast.ada);
    const child = await cast.task(cast.ada, { parentId: parent.id });
    const before = await recordVersion(cast, parent.id);
    await change(cast, cast.ada, child.id, { status: "completed" });
    const after = await read(cast, cast.ada, parent.id);
    assert.notEqual(await recordVersion(cast, parent.id), before);
    assert.equal(after.version, parent.version);
    assert.equal(after.children[0]?.status, "completed");
  }));

Deno.test("moving a sub-task changes the ETags of its old and new parent", () =>
  withCast(createWorld(), async (cast) => {
    const left = await cast.task(cast.ada, { title: "Left" });
    const found = await cast.task(cast.ada, { title: "Found" });
    const child = await cast.task(cast.ada, { title: "Child", parentId: left.id });
    const both = async () => {
      const tasks = [await read(cast, cast.ada, left.id), await read(cast, cast.ada, found.id)];
      return {
        versions: [await recordVersion(cast, left.id), await recordVersion(cast, found.id)],
        children: tasks.map((t) => t.children.length),
      };
    };
    const before = await both();
    await change(cast, cast.ada, child.id, { parentId: found.id });
    const moved = await both();
    assert.deepEqual([before.children, moved.children], [[1, 0], [0, 1]]);
    assert.ok(moved.versions.every((version, n) => version !== before.versions[n]), "moved");
    await change(cast, cast.ada, child.id, { parentId: null });
    const alone = await both();
    assert.deepEqual(alone.children, [0, 0]);
    assert.equal(alone.versions[0], moved.versions[0]);
    assert.notEqual(alone.versions[1], moved.versions[1], "left alone");
  }));

Deno.test("a task can be moved only to teams whose tasks the person can change, visible or not", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const open = await perform(world.services, ada.member, createTeam, {
      name: "Yard",
      key: "YRD",
    });
    const { id } = await cast.task(chidi);
    await changesOnly(
      world.database,
      [],
      () =>
        refused(change(cast, chidi, id, { teamId: open.id, title: "Gone" }), {
          status: 403,
          code: "not_task_writer",
        }),
    );
    for (const [role, may] of [["commentator", false], ["member", true]] as const) {
      const seat = { teamId: open.id, profileId: chidi.member.profile.id, role };
      await perform(world.services, ada.member, putTeamMember, seat);
      const again = await memberOf(world.services, chidi.tokens.accessToken, cast.workspaceId);
      const moving = change(cast, { ...chidi, member: again }, id, { teamId: "YRD" });
      if (may) assert.equal((await moving).reference, "YRD-1");
      else await refused(moving, { status: 403, code: "not_task_writer" });
    }
  }));

Deno.test("each team's task count stays correct through moves", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const counted = async () => {
      const { rows } = await sql<{ key: string; counted: number; there: number }>`
        select key, task_count as counted, (select count(*) from tasks t
          where t.team_id = teams.id and t.archived_at is null) as there
        from teams where workspace_id = ${cast.workspaceId} order by key`
        .execute(world.database.read);
      for (const { key, counted, there } of rows) assert.equal(counted, there, key);
      return Object.fromEntries(rows.map(({ key, counted }) => [key, counted]));
    };
    const [one] = [
      await cast.task(ada),
      await cast.task(ada),
      await cast.task(ada, { draft: true }),
    ];
    assert.deepEqual(await counted(), { ENG: 3, PPL: 0 });
    await change(cast, ada, one.id, { teamId: "PPL" });
    assert.deepEqual(await counted(), { ENG: 2, PPL: 1 });
    await change(cast, ada, one.id, { teamId: "PPL", title: "Where it is already" });
    assert.deepEqual(await counted(), { ENG: 2, PPL: 1 });
    await perform(world.services, ada.member, archiveTask, { taskId: one.id });
    assert.deepEqual(await counted(), { ENG: 2, PPL: 0 });
    await perform(world.services, ada.member, restoreTask, { taskId: one.id });
    await change(cast, ada, one.id, { teamId: "ENG" });
    assert.deepEqual(await counted(), { ENG: 3, PPL: 0 });
  }));

Deno.test("a task is found by its reference, ignoring case, and by former references", () =>
  withCast(createWorld(), async (cast) => {
    const task = await cast.task(cast.ada, { status: "planned" });
    assert.equal((await read(cast, cast.ada, "eng-1")).id, task.id);
    const moved = await change(cast, cast.ada, "ENG-1", { teamId: "PPL" });
    assert.deepEqual([moved.reference, moved.status], ["PPL-1", "planned"]);
    assert.equal((await read(cast, cast.ada, "ENG-1")).id, task.id);
    const back = await change(cast, cast.ada, "PPL-1", { teamId: cast.teams.eng });
    assert.equal(back.reference, "ENG-2");
    assert.equal((await read(cast, cast.ada, "PPL-1")).id, task.id);
  }));

Deno.test("a change is refused only if someone has changed the same fields since it was started", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { id, version } = await cast.task(ada, { description: "It squeaks." });
    await change(cast, chidi, id, { priority: "high", title: "Mend the garden gate" });
    const mine = { description: "It creaks.", sinceVersion: version };
    assert.equal((await change(cast, ada, id, mine)).description, "It creaks.");
    const theirs = { description: "It moans.", priority: "low", sinceVersion: version };
    const error = await refused(change(cast, chidi, id, theirs), { status: 412, code: "stale" });
    assert.match(error.message, /^The task's description and priority have changed since/);
    const kept = await read(cast, ada, id);
    assert.deepEqual([kept.description, kept.priority], ["It creaks.", "high"]);
    const same = { description: "It creaks.", priority: "high", sinceVersion: version };
    assert.equal((await change(cast, chidi, id, same)).version, kept.version);
    const both = { description: "It moans.", sinceVersion: kept.version };
    assert.equal((await change(cast, chidi, id, both)).description, "It moans.");
    await refused(change(cast, ada, id, { sinceVersion: 1 }), { status: 422 });
  }));

Deno.test("a status that is set by a state or a move counts as a change to that field", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao } = cast;
    const { id, version } = await cast.task(ada);
    await perform(cast.world.services, ada.member, createTeam, { name: "Operations", key: "OPS" });
    await change(cast, bao, id, { status: "completed" });
    await refused(change(cast, ada, id, { status: "planned", sinceVersion: version }), {
      status: 412,
    });
    await change(cast, bao, id, { teamId: "OPS" });
    await refused(change(cast, ada, id, { teamId: cast.teams.eng, sinceVersion: version + 1 }), {
      status: 412,
    });
  }));
