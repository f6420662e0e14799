import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Task, taskSorts } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

const list = async ({ world, ada }: Cast, query: Record<string, unknown> = {}) => {
  const page = await perform(world.services, ada.member, listTasks, query);
  return { tasks: parseJson<Task[]>(page.records), nextCursor: page.nextCursor };
};
const titles = async (cast: Cast, query: Record<string, unknown>) =>
  (await list(cast, query)).tasks.map(({ title }) => title);

/** Six tasks, a minute apart, each different in what the filters look at. */
async function stock(cast: Cast) {
  const { ada, chidi } = cast;
  const inputs: Record<string, unknown>[] = [
    { title: "Mend the gate", priority: "high", tags: ["Bug"], assigneeId: "me" },
    { title: "Paint the gate", status: "planned", deadlineAt: "2026-05-02" },
    { title: "Oil the hinge", status: "progressed", assigneeId: chidi.member.profile.id },
    { title: "Order new hinges", status: "completed", tags: ["Feature", "Bug"] },
    { title: "Hire a gardener", teamId: "PPL", priority: "low", deadlineAt: "2026-04-02" },
    { title: "An idea", draft: true, description: "Plant **hollyhocks** along the fence" },
  ];
  for (const input of inputs) {
    await cast.task(ada, input);
    cast.world.clock.advance({ minutes: 1 });
  }
}

Deno.test("the list is newest first and leaves drafts out unless asked for", () =>
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

Deno.test("every filter narrows, alone and with others", () =>
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

Deno.test("a filter takes several values, and each has one that lets through what fits none of them", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { chidi, teams } = cast;
    const chidiId = chidi.member.profile.id;
    const [garden, order, oil, paint, mend] = await titles(cast, {});
    const cases: [Record<string, unknown>, (string | undefined)[]][] = [
      [{ teamId: `${teams.ppl},eng` }, [garden, order, oil, paint, mend]],
      [{ notTeamId: "PPL" }, [order, oil, paint, mend]],
      [{ notStatus: "planned,progressed" }, [garden, order, mend]],
      [{ notStatus: "planned", status: "planned,completed" }, [order]],
      [{ notStatus: "planned", status: "planned" }, []],
      [{ notPriority: "high,low" }, [order, oil, paint]],
      [{ assigneeId: "me,chidi" }, [oil, mend]],
      [{ assigneeId: " me , none " }, [garden, order, paint, mend]],
      [{ notAssigneeId: "none" }, [oil, mend]],
      [{ notAssigneeId: `me,${chidiId}` }, [garden, order, paint]],
      [{ assigneeId: "me,chidi", notAssigneeId: "me" }, [oil]],
      [{ label: "bug,feature" }, [order, mend]],
      [{ label: "None,feature" }, [garden, order, oil, paint]],
      [{ allLabels: "bug,feature" }, [order]],
      [{ allLabels: "bug", notLabel: "feature" }, [mend]],
      [{ notLabel: "none" }, [order, mend]],
      [{ creatorId: "chidi,me" }, [garden, order, oil, paint, mend]],
      [{ notCreatorId: "me" }, []],
      [{ deadlineAt: "none" }, [order, oil, mend]],
      [{ deadlineAt: "2026-05-02" }, [paint]],
      [{ deadlineAt: "2026-05-02T23:00:00+02:00" }, [paint]],
      [{ createdAfter: "2026-03-12T10:03:00Z" }, [garden, order]],
      [{ createdBefore: "2026-03-12T10:02:00Z" }, [paint, mend]],
      [{ createdAfter: "2026-03-12T10:01:00Z", createdBefore: "2026-03-12T10:02:00Z" }, [paint]],
      [{ updatedBefore: "2026-03-12T10:01:00Z" }, [mend]],
      [{ completedAfter: "2026-03-12T10:03:00Z" }, [order]],
      [{ completedBefore: "2026-03-12T10:03:00Z" }, []],
      [{ notLabel: "bug", notStatus: "planned", notTeamId: "PPL" }, [oil]],
    ];
    for (const [query, expected] of cases) {
      for (const sort of taskSorts) {
        const whole = await titles(cast, { sort });
        const fitting = whole.filter((title) => expected.includes(title));
        assert.equal(fitting.length, expected.length);
        const found = await titles(cast, { ...query, sort });
        assert.deepEqual(found, fitting, JSON.stringify({ ...query, sort }));
        assert.deepEqual(await allPages(cast, { ...query, sort }, 1), fitting);
      }
    }
    await refused(list(cast, { label: "bug,nope", teamId: "XYZ,ENG" }), {
      status: 422,
      code: "unknown_filter",
      fields: ["teamId", "label"],
    });
    for (const [field, word] of [["creatorId", "none"], ["allLabels", "none"], ["teamId", "me"]]) {
      await refused(list(cast, { [field!]: word }), { status: 422, fields: [field!] });
    }
  }));

Deno.test("a day is told from today as it is where the workspace is", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const cases: [Record<string, unknown>, number][] = [
      [{ createdAfter: "today" }, 5],
      [{ createdBefore: "today" }, 0],
      [{ createdBefore: "1d" }, 5],
      [{ updatedSince: "-1d" }, 5],
      [{ deadlineBefore: "today" }, 0],
      [{ deadlineBefore: "21d" }, 0],
      [{ deadlineBefore: "22d" }, 1],
      [{ deadlineAt: "21d" }, 1],
      [{ deadlineAfter: "51d" }, 1],
      [{ deadlineAfter: "52d" }, 0],
    ];
    for (const [query, count] of cases) {
      assert.equal((await titles(cast, query)).length, count, JSON.stringify(query));
    }
    const { ada, world } = cast;
    const away = { ...ada.member.workspace, timeZone: "Pacific/Kiritimati" };
    const member = { ...ada.member, workspace: away };
    const page = await perform(world.services, member, listTasks, { deadlineAt: "20d" });
    assert.equal(page.size, 1, "where it is the 13th already");
    for (const word of ["0d", "+7d", "7", "7w", "99999d", "yesterday"]) {
      await refused(list(cast, { createdAfter: word }), { status: 422, fields: ["createdAfter"] });
    }
  }));

Deno.test("what is hidden from somebody is neither in a filter by none nor kept from one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams, world } = cast;
    const { project, milestone, run } = planner(cast);
    const open = await project(ada, { name: "Open" });
    const hidden = await project(ada, { name: "Hidden", teamIds: [teams.ppl] });
    const beta = await milestone(ada, hidden.id, "Beta");
    const parent = await cast.task(ada, { title: "Parent", teamId: "PPL" });
    const inputs = [
      { title: "Bare" },
      { title: "In open", projectId: open.id },
      { title: "In hidden", projectId: hidden.id, milestoneId: beta.id },
      { title: "Below hidden", parentId: parent.id },
    ];
    for (const input of inputs) {
      world.clock.advance({ minutes: 1 });
      await cast.task(ada, input);
    }
    const seenBy = async ({ member }: typeof ada, query: object) => {
      const page = await perform(world.services, member, listTasks, { teamId: "ENG", ...query });
      return parseJson<Task[]>(page.records).map(({ title }) => title).toReversed();
    };
    const all = ["Bare", "In open", "In hidden", "Below hidden"];
    const without = (...titles: string[]) => all.filter((title) => !titles.includes(title));
    const cases: [object, string[], string[]][] = [
      [{ projectId: "none" }, without("In open", "In hidden"), without("In open")],
      [{ notProjectId: "none" }, ["In open", "In hidden"], ["In open"]],
      [{ projectId: `none,${open.id}` }, without("In hidden"), all],
      [{ notProjectId: open.id }, without("In open"), without("In open")],
      [{ milestoneId: "none" }, without("In hidden"), all],
      [{ notMilestoneId: "none" }, ["In hidden"], []],
      [{ parentId: "none" }, without("Below hidden"), all],
    ];
    for (const [query, toAda, toChidi] of cases) {
      assert.deepEqual(await seenBy(ada, query), toAda, JSON.stringify(query));
      assert.deepEqual(await seenBy(chidi, query), toChidi, JSON.stringify(query));
    }
    const named: [string, string, string[]][] = [
      ["projectId", `${open.id},${hidden.id}`, ["In open"]],
      ["projectId", hidden.id, []],
      ["notProjectId", hidden.id, all],
      ["milestoneId", `none,${beta.id}`, all],
      ["notTeamId", "PPL", all],
    ];
    for (const [field, words, shown] of named) {
      await refused(seenBy(chidi, { [field]: words }), { status: 422, fields: [field] });
      const filters = { teamId: "ENG", ...{ [field]: words } };
      const made = { name: "All", scope: "workspace", filters };
      const viewId = parseJson((await run(ada, createView, made)).json).id;
      const page = await perform(world.services, chidi.member, listViewTasks, { viewId });
      const found = parseJson(page.records).map(({ title }) => title).toReversed();
      assert.deepEqual(found, shown, `${field} in a view`);
    }
  }));

Deno.test("a filter by what isn't here is refused by its name, and so is one by what is hidden", () =>
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
      assert.match(error.message, new RegExp(`^There is no.* ${word} here\\.$`));
    }
    const both = list(cast, { label: "nope", teamId: "XYZ" });
    await refused(both, { status: 422, code: "unknown_filter", fields: ["teamId", "label"] });
    for (const teamId of [teams.ppl, "PPL"]) {
      const hidden = perform(world.services, chidi.member, listTasks, { teamId });
      await refused(hidden, { status: 422, fields: ["teamId"] });
    }
  }));

Deno.test("a key that a team or a project had names it in a filter too", () =>
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

Deno.test("tasks are listed by their creator, parent and milestone, and by when they are due", () =>
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
      for (const sort of taskSorts) {
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

Deno.test("what the search index reads as its own language is only text here", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.ada, { title: 'Say "hello" AND (wave*) -- 100% of it' });
    for (const q of ['"hello"', "AND", "(wave*)", "100%", "--", "SAY and"]) {
      assert.equal((await titles(cast, { q })).length, 1, q);
    }
    for (const q of ["title:say", 'hello" NOT "nothing', "wav*", "hello OR absent"]) {
      assert.equal((await titles(cast, { q })).length, 0, q);
    }
  }));

Deno.test("a changed title is found by its new words and no longer by its old", () =>
  withCast(createWorld(), async (cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    const patch = { title: "Replace the fence", description: "With oak" };
    await perform(cast.world.services, cast.ada.member, updateTask, { taskId, patch });
    assert.deepEqual(await titles(cast, { q: "gate" }), []);
    assert.deepEqual(await titles(cast, { q: "fence oak" }), ["Replace the fence"]);
  }));

Deno.test("every sort pages through everything once, in order, at any page size", () =>
  withCast(createWorld(), async (cast) => {
    for (let n = 0; n < 11; n++) {
      await cast.task(cast.ada, {
        title: `Task ${n}`,
        priority: ["none", "high", "low"][n % 3],
        ...(n % 3 ? { deadlineAt: `2026-05-${10 + n % 4}` } : {}),
      });
      if (n % 2) cast.world.clock.advance({ minutes: 1 });
    }
    for (const sort of taskSorts) {
      const whole = await titles(cast, { sort, limit: 250 });
      assert.equal(whole.length, 11, sort);
      for (const limit of [1, 4, 11]) {
        assert.deepEqual(await allPages(cast, { sort }, limit), whole);
      }
    }
  }));

async function allPages(cast: Cast, query: object, limit: number): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cast, { ...query, limit, ...(cursor ? { cursor } : {}) });
    assert.ok(page.tasks.length <= limit);
    found.push(...page.tasks.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

Deno.test("sorts compare what they say", () =>
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

Deno.test("tasks made while somebody pages are neither repeated nor push others out", () =>
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

Deno.test("a page holds 50 unless asked otherwise, and the last one has no cursor", () =>
  withCast(createWorld(), async (cast) => {
    await Promise.all(Array.from({ length: 51 }, () => cast.task(cast.ada)));
    const page = await list(cast);
    assert.equal(page.tasks.length, 50);
    const last = await list(cast, { cursor: page.nextCursor });
    assert.deepEqual([last.tasks.length, last.nextCursor], [1, null]);
    assert.equal((await list(cast, { limit: "51" })).nextCursor, null);
  }));

Deno.test("a wrong query names its wrong parameter", () =>
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

Deno.test("a cursor of one sort is refused by another", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { nextCursor } = await list(cast, { sort: "createdAt", limit: 1 });
    await refused(list(cast, { cursor: nextCursor }), { status: 422, fields: ["cursor"] });
  }));
