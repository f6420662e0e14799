import assert from "node:assert/strict";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

Deno.test("a task can enter a view through a new assignee, or by a filter with a relative day", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    const task = await cast.task(ada, { assigneeId: chidi.member.profile.id });
    const names = async (who: typeof ada) => (await arrived(who)).map(([name]) => name).sort();
    await view({ name: "Others'", filters: { notAssigneeId: "me,none" } }, [chidi, esra]);
    await view({ name: "Soon", filters: { deadlineBefore: "7d", notStatus: "completed" } }, [esra]);
    await patchTask(ada, task.id, { deadlineAt: "2026-03-19" });
    assert.deepEqual(await names(esra), []);
    await patchTask(ada, task.id, { deadlineAt: "2026-03-18" });
    assert.deepEqual(await names(esra), ["Soon"]);
    await patchTask(ada, task.id, { assigneeId: esra.member.profile.id });
    assert.deepEqual([await names(chidi), await names(esra)], [["Others'"], ["Soon"]]);
    await patchTask(ada, task.id, { assigneeId: null });
    await patchTask(ada, task.id, { assigneeId: chidi.member.profile.id });
    assert.deepEqual([await names(chidi), await names(esra)], [["Others'"], ["Others'", "Soon"]]);
    cast.world.clock.advance({ days: 1 });
    const other = await cast.task(ada, { deadlineAt: "2026-03-19", status: "completed" });
    await patchTask(ada, other.id, { status: "planned" });
    assert.deepEqual((await arrived(esra))[0], ["Soon", "Mend the gate", 2]);
  }));

Deno.test("a task that loses its parent enters the view of tasks without one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, teams } = cast;
    const { patchTask } = planner(cast);
    const { view, arrived } = gallery(cast);
    const open = await cast.task(ada, { title: "Gate" });
    const hidden = await cast.task(ada, { title: "Office", teamId: teams.ppl });
    const part = await cast.task(ada, { title: "Hinge", parentId: open.id });
    await view({ name: "Top", filters: { parentId: "none" } }, [bao, chidi]);
    await patchTask(ada, part.id, { parentId: hidden.id });
    // Chidi doesn't see what it stands below now
    assert.deepEqual([await arrived(bao), await arrived(chidi)], [[], [["Top", "Hinge", 1]]]);
    await patchTask(ada, part.id, { parentId: null });
    assert.deepEqual(await arrived(bao), [["Top", "Hinge", 1]]);
    assert.deepEqual(await arrived(chidi), [["Top", "Hinge", 1]]);
  }));
