import assert from "node:assert/strict";
import { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld, testStart } from "../support/world.ts";

Deno.test("a task with only a title and a team has default values", () =>
  withCast(createWorld(), async ({ ada, task, teams }) => {
    const made = await task(ada);
    assert.deepEqual(TaskDetail.parse(made), made);
    assert.match(made.id, /^task_[0-9a-z]{26}$/);
    assert.deepEqual(
      [made.reference, made.number, made.status, made.state.name, made.priority, made.draft],
      ["ENG-1", 1, "backlogged", "Backlog", "none", false],
    );
    assert.deepEqual(
      [made.teamId, made.creatorId, made.createdAt, made.updatedAt, made.version],
      [teams.eng, ada.member.profile.id, testStart, testStart, 1],
    );
    assert.deepEqual(
      [made.description, made.assignee, made.deadlineAt, made.completedAt, made.archivedAt],
      [null, null, null, null, null],
    );
    assert.deepEqual([made.tags, made.labels, made.children, made.comments], [[], [], [], []]);
    assert.equal(made.url, `https://backlog.example/workspace/tasks/${made.id}`);
  }));

Deno.test("a new task has all given values", () =>
  withCast(createWorld(), async ({ ada, chidi, task, teams }) => {
    const parent = await task(ada, { title: "Whole" });
    const made = await task(ada, {
      title: "Part",
      teamId: "eng",
      description: "First\r\nsecond",
      assigneeId: chidi.member.profile.id,
      deadlineAt: "2026-04-01T09:30:00+02:00",
      priority: "urgent",
      status: "completed",
      tags: ["bug", "Feature", "bug"],
      parentId: parent.reference,
      draft: true,
    });
    assert.equal(made.teamId, teams.eng);
    assert.equal(made.description, "First\nsecond");
    assert.equal(made.assignee?.name, "Chidi Eze");
    assert.equal(made.deadlineAt, "2026-04-01");
    assert.deepEqual([made.priority, made.status, made.draft], ["urgent", "completed", true]);
    assert.deepEqual([made.completedAt, made.state.status], [testStart, "completed"]);
    assert.deepEqual(made.tags, ["Bug", "Feature"]);
    assert.deepEqual(made.labels.map(({ color }) => color), ["red", "indigo"]);
    assert.deepEqual(made.parent, {
      id: parent.id,
      reference: "ENG-1",
      title: "Whole",
      status: "backlogged",
      archivedAt: null,
    });
  }));

Deno.test("a team's task numbers have no gaps, even with many simultaneous writers", () =>
  withCast(createWorld(), async ({ ada, chidi, dina, task, teams }) => {
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, n) => task([ada, chidi][n % 2]!, { title: `Task ${n}` })),
    );
    assert.deepEqual(
      made.map(({ number }) => number).sort((a, b) => a - b),
      Array.from({ length: 60 }, (_, n) => n + 1),
    );
    assert.equal((await task(dina, { teamId: teams.ppl })).reference, "PPL-1");
  }));

Deno.test("a refused task uses no number and leaves no trace", () =>
  withCast(createWorld(), async ({ ada, task, world }) => {
    await refused(task(ada, { tags: ["No such label"] }), {
      status: 422,
      code: "unknown_label",
      fields: ["tags.0"],
    });
    assert.equal((await task(ada)).number, 1);
    const { n } = await world.database.read.selectFrom("tasks")
      .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
    assert.equal(n, 1);
  }));

Deno.test("every script, emoji, and right-to-left text is stored as it was typed", () =>
  withCast(createWorld(), async ({ ada, task }) => {
    for (const title of ["修理大门", "תקן את השער", "👩🏽‍🔧🏳️‍🌈 gate", "<b>&amp;\"'", "é e\u0301"]) {
      assert.equal((await task(ada, { title, description: title })).title, title);
    }
  }));

Deno.test("a title is one line of 1 to 512 characters", () =>
  withCast(createWorld(), async ({ ada, task }) => {
    assert.equal((await task(ada, { title: "x".repeat(512) })).title.length, 512);
    assert.equal((await task(ada, { title: "  two\n\tlines  " })).title, "two lines");
    for (const bad of ["", "   ", "\n", "x".repeat(513), "x".repeat(10_000), "a\0b", "\ud800", 5]) {
      await refused(task(ada, { title: bad }), { status: 422, fields: ["title"] });
    }
    await refused(task(ada, { title: null }), { status: 422, fields: ["title"] });
  }));

Deno.test("each invalid or unknown field is reported", () =>
  withCast(createWorld(), async ({ ada, task }) => {
    const cases: [Record<string, unknown>, string[]][] = [
      [{ titel: "A" }, ["titel"]],
      [{ priority: "critical" }, ["priority"]],
      [{ status: "done" }, ["status"]],
      [{ description: "a\0b" }, ["description"]],
      [{ description: "x".repeat(100_001) }, ["description"]],
      [{ deadlineAt: "tomorrow" }, ["deadlineAt"]],
      [{ deadlineAt: "2026-02-30" }, ["deadlineAt"]],
      [{ tags: "Bug" }, ["tags"]],
      [{ tags: ["Bug", ""] }, ["tags.1"]],
      [{ tags: Array(51).fill("Bug") }, ["tags"]],
      [{ draft: "yes" }, ["draft"]],
      [{ projectId: "proj_none" }, ["projectId"]],
      [{ assigneeId: "prof_none" }, ["assigneeId"]],
      [{ parentId: "ENG-99" }, ["parentId"]],
      [{ priority: "x", status: "y" }, ["priority", "status"]],
    ];
    for (const [input, fields] of cases) await refused(task(ada, input), { status: 422, fields });
  }));

Deno.test("if a task gets a project status, the error suggests the matching task status", () =>
  withCast(createWorld(), async ({ ada, task }) => {
    for (const [wrong, right] of [["backlog", "backlogged"], ["active", "progressed"]] as const) {
      const error = await refused(task(ada, { status: wrong }), { status: 422 });
      assert.match(error.message, new RegExp(`\\b${right}\\b`));
    }
  }));

Deno.test("at the operator's task limit, creating a task fails, and the error says whom to ask", () =>
  withCast(createWorld({ taskLimit: 2 }), async ({ ada, task }) => {
    await task(ada);
    await task(ada);
    const error = await refused(task(ada), { status: 403, code: "task_limit_reached" });
    assert.match(error.hint ?? "", /BACKLOG_TASK_LIMIT/);
  }));
