import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { allPages, list, sorts, stock, titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

Deno.test("a filter accepts several values, and its opposite excludes them all", () =>
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
      [{ notDeadlineAt: "none" }, [garden, paint]],
      [{ closedSince: "2026-03-12T10:03:00Z" }, [garden, order, oil, paint, mend]],
      [{ closedSince: "2026-03-12T10:03:01Z" }, [garden, oil, paint, mend]],
      [{ closedSince: "2026-03-12T10:03:01Z", notStatus: "planned" }, [garden, oil, mend]],
      [{ closedSince: "2026-03-12T10:03:01Z", status: "completed" }, []],
      [{ closedSince: "1d", assigneeId: "me,chidi", label: "bug,none" }, [oil, mend]],
      [{ notLabel: "bug", notStatus: "planned", notTeamId: "PPL" }, [oil]],
    ];
    for (const [query, expected] of cases) {
      for (const sort of sorts) {
        const whole = await titles(cast, { sort });
        const fitting = whole.filter((title) => expected.includes(title));
        assert.equal(fitting.length, expected.length);
        const found = await titles(cast, { ...query, sort });
        assert.deepEqual(found, fitting, JSON.stringify({ ...query, sort }));
        assert.deepEqual(await allPages(cast, { ...query, sort }, 1), fitting);
      }
    }
    const { hint } = await refused(list(cast, { label: "bug,nope", teamId: "XYZ,ENG" }), {
      status: 422,
      code: "unknown_filter",
      fields: ["teamId", "label"],
    });
    assert.equal(hint, "List the teams and labels to find their IDs.");
    for (const [field, word] of [["creatorId", "none"], ["allLabels", "none"], ["teamId", "me"]]) {
      await refused(list(cast, { [field!]: word }), { status: 422, fields: [field!] });
    }
  }));

Deno.test("relative days in filters count from today in the workspace's time zone", () =>
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

Deno.test("filters treat hidden values as none", () =>
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

Deno.test('for cancelled tasks, the filter "closed since" uses the last change, in every order and in groups', () =>
  withCast(createWorld(), async (cast) => {
    const { ada, task, world } = cast;
    for (const title of ["Old", "New"]) {
      await task(ada, { title, status: "cancelled" });
      world.clock.advance({ minutes: 5 });
    }
    await task(ada, { title: "Open" });
    const closedSince = "2026-03-12T10:03:00Z";
    for (const sort of sorts) {
      const found = await titles(cast, { sort, closedSince });
      assert.deepEqual(found.toSorted(), ["New", "Open"], sort);
    }
    world.clock.advance({ days: 60 });
    assert.deepEqual(await titles(cast, { closedSince }), ["Open", "New"]);
  }));
