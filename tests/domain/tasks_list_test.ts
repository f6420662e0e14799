import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { planner } from "../support/projects.ts";
import { allPages, list, sorts, stock, titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

Deno.test("the list is newest first, and omits drafts unless they are requested", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const all = [
      "Hire a gardener",
      "Order new hinges",
      "Oil the hinge",
      "Paint the gate",
      "Mend the gate",
    ];
    assert.deepEqual(await titles(cast, {}), all);
    assert.deepEqual(await titles(cast, { includeDrafts: "true" }), ["An idea", ...all]);
    assert.deepEqual(await titles(cast, { includeDrafts: "false" }), all);
  }));

Deno.test("every filter works, alone and together with others", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { ada, chidi, teams } = cast;
    const cases: [Record<string, unknown>, string[]][] = [
      [{ teamId: teams.ppl }, ["Hire a gardener"]],
      [{ status: "planned" }, ["Paint the gate"]],
      [{ status: "planned,progressed" }, ["Oil the hinge", "Paint the gate"]],
      [{ assigneeId: "me" }, ["Mend the gate"]],
      [{ assigneeId: ada.member.profile.id }, ["Mend the gate"]],
      [{ assigneeId: chidi.member.profile.id, status: "progressed" }, ["Oil the hinge"]],
      [{ assigneeId: chidi.member.profile.id, status: "planned" }, []],
      [{ assigneeId: "none", status: "planned" }, ["Paint the gate"]],
      [{ label: "bug" }, ["Order new hinges", "Mend the gate"]],
      [{ label: "bug", status: "completed" }, ["Order new hinges"]],
      [{ label: "none", status: "planned,progressed" }, ["Oil the hinge", "Paint the gate"]],
      [{ label: "None" }, ["Hire a gardener", "Oil the hinge", "Paint the gate"]],
      [{ priority: "high,low" }, ["Hire a gardener", "Mend the gate"]],
      [{ updatedSince: "2026-03-12T10:03:00Z" }, ["Hire a gardener", "Order new hinges"]],
      [{ updatedSince: "2026-03-12T12:04:00+02:00" }, ["Hire a gardener"]],
      [{ q: "hinge" }, ["Order new hinges", "Oil the hinge"]],
      [{ q: "GATE paint" }, ["Paint the gate"]],
      [{ q: "ENG-2" }, ["Paint the gate"]],
      [{ q: "hollyhocks" }, []],
      [{ q: "hollyhocks", includeDrafts: "true" }, ["An idea"]],
      [{ q: "ga", teamId: teams.ppl }, ["Hire a gardener"]],
      [{ q: "nothing like it" }, []],
      [{ teamId: "PPL" }, ["Hire a gardener"]],
      [{ teamId: "ppl" }, ["Hire a gardener"]],
      [{ assigneeId: "CHIDI" }, ["Oil the hinge"]],
    ];
    for (const [query, expected] of cases) {
      assert.deepEqual(await titles(cast, query), expected, JSON.stringify(query));
    }
  }));

Deno.test("a filter by a missing or hidden record is refused by name", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { chidi, teams, world } = cast;
    const cases: [string, string][] = [
      ["teamId", "XYZ"],
      ["teamId", "team_none"],
      ["projectId", "proj_none"],
      ["projectId", "NIL"],
      ["assigneeId", "bobby"],
      ["assigneeId", "prof_none"],
      ["label", "No such label"],
      ["label", "label_none"],
    ];
    for (const [field, word] of cases) {
      const error = await refused(list(cast, { [field]: word }), { status: 422, fields: [field] });
      assert.match(error.message, new RegExp(`^[A-Z].* ${word} not found\\.$`));
    }
    const both = list(cast, { label: "nope", teamId: "XYZ" });
    await refused(both, { status: 422, code: "unknown_filter", fields: ["teamId", "label"] });
    for (const teamId of [teams.ppl, "PPL"]) {
      const hidden = perform(world.services, chidi.member, listTasks, { teamId });
      await refused(hidden, { status: 422, fields: ["teamId"] });
    }
  }));

Deno.test("a team's or project's former key also works in a filter", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, teams } = cast;
    const { run, project } = planner(cast);
    const { id: projectId } = await project(ada, { key: "OLD", name: "Gatehouse" });
    await cast.task(ada, { title: "Mend the gate", projectId });
    await run(ada, updateTeam, { teamId: teams.eng, patch: { key: "BLD" } });
    await run(ada, updateProject, { projectId, patch: { key: "NEW" } });
    for (const teamId of ["ENG", "BLD", "bld"]) {
      assert.deepEqual(await titles(cast, { teamId }), ["Mend the gate"], teamId);
    }
    for (const projectId of ["OLD", "new"]) {
      assert.deepEqual(await titles(cast, { projectId }), ["Mend the gate"], projectId);
    }
  }));

Deno.test("tasks are filtered by creator, parent, milestone, and deadline", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { project, milestone } = planner(cast);
    const { id: projectId } = await project(ada);
    const { id: milestoneId } = await milestone(ada, projectId, "Beta");
    const gate = await cast.task(ada, { title: "Gate", deadlineAt: "2026-05-02" });
    await cast.task(ada, { title: "Hinge", parentId: gate.id, deadlineAt: "2026-05-03T08:00:00Z" });
    await cast.task(chidi, { title: "Paint", projectId, milestoneId });
    const me = ada.member.profile;
    const cases: [Record<string, unknown>, string[]][] = [
      [{ creatorId: "me" }, ["Hinge", "Gate"]],
      [{ creatorId: me.username }, ["Hinge", "Gate"]],
      [{ creatorId: chidi.member.profile.id }, ["Paint"]],
      [{ parentId: gate.id }, ["Hinge"]],
      [{ parentId: "eng-1" }, ["Hinge"]],
      [{ milestoneId }, ["Paint"]],
      [{ milestoneId, creatorId: "me" }, []],
      [{ milestoneId: "none" }, ["Hinge", "Gate"]],
      [{ milestoneId: `none,${milestoneId}` }, ["Paint", "Hinge", "Gate"]],
      [{ notMilestoneId: milestoneId }, ["Hinge", "Gate"]],
      [{ notMilestoneId: "none" }, ["Paint"]],
      [{ projectId: `none,${projectId}`, notProjectId: projectId }, ["Hinge", "Gate"]],
      [{ notProjectId: "none" }, ["Paint"]],
      [{ creatorId: "me,chidi", notCreatorId: "chidi" }, ["Hinge", "Gate"]],
      [{ parentId: "none" }, ["Paint", "Gate"]],
      [{ deadlineBefore: "2026-05-03" }, ["Gate"]],
      [{ deadlineAfter: "2026-05-03" }, ["Hinge"]],
      [{ deadlineAfter: "2026-05-02", deadlineBefore: "2026-05-03" }, ["Gate"]],
      [{ deadlineAfter: "2026-05-03T10:00:00+02:00" }, ["Hinge"]],
      [{ deadlineBefore: "2026-05-03T10:00:00+02:00" }, ["Gate"]],
      [{ updatedSince: "2026-03-12" }, ["Paint", "Hinge", "Gate"]],
      [{ updatedSince: "2026-03-13" }, []],
    ];
    for (const [query, expected] of cases) {
      for (const sort of sorts) {
        const found = await titles(cast, { ...query, sort });
        assert.deepEqual(found.sort(), expected.toSorted(), JSON.stringify({ query, sort }));
      }
    }
    for (
      const [field, word] of Object.entries({
        creatorId: "none",
        parentId: "ENG-99",
        milestoneId: "ms_1",
      })
    ) {
      await refused(list(cast, { [field]: word }), { status: 422, fields: [field] });
    }
  }));

Deno.test("syntax of the search index in a text has no effect", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: 'Say "hello" AND (wave*) -- 100% of it' });
    for (const q of ['"hello"', "AND", "(wave*)", "100%", "--", "SAY and"]) {
      assert.equal((await titles(cast, { q })).length, 1, q);
    }
    for (const q of ["title:say", 'hello" NOT "nothing', "wav*", "hello OR absent"]) {
      assert.equal((await titles(cast, { q })).length, 0, q);
    }
  }));

Deno.test("after a title is changed, it is found by its new words but not by its old ones", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const patch = { title: "Replace the fence", description: "With oak" };
    await perform(cast.world.services, cast.ada.member, updateTask, { taskId, patch });
    assert.deepEqual(await titles(cast, { q: "gate" }), []);
    assert.deepEqual(await titles(cast, { q: "fence oak" }), ["Replace the fence"]);
  }));

Deno.test("every sort order pages through each record once, for any page size", () =>
  withCast(createWorld(), async (cast) => {
    for (let n = 0; n < 11; n++) {
      await cast.task(cast.ada, {
        title: `Task ${n}`,
        priority: ["none", "high", "low"][n % 3],
        ...(n % 3 ? { deadlineAt: `2026-05-${10 + n % 4}` } : {}),
      });
      if (n % 2) cast.world.clock.advance({ minutes: 1 });
    }
    for (const sort of sorts) {
      const whole = await titles(cast, { sort, limit: 250 });
      assert.equal(whole.length, 11, sort);
      for (const limit of [1, 4, 11]) {
        assert.deepEqual(await allPages(cast, { sort }, limit), whole);
      }
    }
  }));

Deno.test("each sort order sorts by the value in its name", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const first = async (sort: string) => (await titles(cast, { sort }))[0];
    assert.equal(await first("createdAt"), "Mend the gate");
    assert.equal(await first("-updatedAt"), "Hire a gardener");
    assert.equal(await first("-priority"), "Mend the gate");
    assert.equal(await first("priority"), "Paint the gate");
    const undated = ["Mend the gate", "Oil the hinge", "Order new hinges"];
    assert.deepEqual(await titles(cast, { sort: "deadlineAt" }), [
      "Hire a gardener",
      "Paint the gate",
      ...undated,
    ]);
    assert.deepEqual(await titles(cast, { sort: "-deadlineAt" }), [
      "Paint the gate",
      "Hire a gardener",
      ...undated.toReversed(),
    ]);
  }));

Deno.test("tasks that are created between pages neither appear nor shift the others", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const page = await list(cast, { limit: 2 });
    cast.world.clock.advance({ minutes: 1 });
    await cast.task(cast.ada, { title: "Late" });
    assert.deepEqual(await titles(cast, { limit: 2, cursor: page.nextCursor }), [
      "Oil the hinge",
      "Paint the gate",
    ]);
  }));

Deno.test("a page has 50 records by default, and the last one has no cursor", () =>
  withCast(createWorld(), async (cast) => {
    await Promise.all(Array.from({ length: 51 }, () => cast.task(cast.ada)));
    const page = await list(cast);
    assert.equal(page.tasks.length, 50);
    const last = await list(cast, { cursor: page.nextCursor });
    assert.deepEqual([last.tasks.length, last.nextCursor], [1, null]);
    assert.equal((await list(cast, { limit: "51" })).nextCursor, null);
  }));

Deno.test("an invalid query is refused with the name of the parameter", () =>
  withCast(createWorld(), async (cast) => {
    const cases: [Record<string, unknown>, string][] = [
      [{ limit: "0" }, "limit"],
      [{ limit: "251" }, "limit"],
      [{ limit: "many" }, "limit"],
      [{ sort: "title" }, "sort"],
      [{ cursor: "bm9wZQ" }, "cursor"],
      [{ cursor: "%00" }, "cursor"],
      [{ priority: "critical" }, "priority"],
      [{ status: "planned,active" }, "status"],
      [{ updatedSince: "yesterday" }, "updatedSince"],
      [{ includeDrafts: "yes" }, "includeDrafts"],
      [{ q: "a\0b" }, "q"],
      [{ page: "2" }, "page"],
    ];
    for (const [query, field] of cases) {
      await refused(list(cast, query), { status: 422, fields: [field] });
    }
    const foreign = (await list(cast, { sort: "createdAt", limit: 1 })).nextCursor;
    assert.equal(foreign, null);
  }));

Deno.test("a cursor is refused with another sort order", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { nextCursor } = await list(cast, { sort: "createdAt", limit: 1 });
    await refused(list(cast, { cursor: nextCursor }), { status: 422, fields: ["cursor"] });
  }));
