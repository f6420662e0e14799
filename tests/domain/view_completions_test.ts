import assert from "node:assert/strict";
import { readWholeInbox } from "../../server/domain/inbox/mark.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Person, withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

Deno.test("completing a task in a view notifies subscribers, whether or not the view shows completed tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, esra, teams } = cast;
    const { run, patchTask } = planner(cast);
    const { view } = gallery(cast);
    await view({ name: "Open", filters: { status: "planned,progressed" } }, [chidi, ada]);
    await view({ name: "Urgent", filters: { priority: "urgent" } }, [dina, esra]);
    await view({ name: "Done", filters: { status: "completed" } }, [dina]);
    const told = async (who: Person) =>
      (await inboxOf(cast, who)).filter(({ kind }) => kind === "viewUpdate")
        .map(({ subject, arrival, arrivals, data }) => [
          subject.title,
          arrival?.title,
          arrivals,
          data.completions ?? 0,
          data.to ?? null,
        ]).toSorted();
    const gate = await cast.task(ada, { title: "Gate", status: "planned" });
    const fence = await cast.task(ada, { title: "Fence", status: "planned", priority: "urgent" });
    for (const one of [chidi, dina, esra]) await run(one, readWholeInbox, {});
    cast.world.clock.advance({ seconds: 1 });
    await patchTask(ada, gate.id, { status: "completed" });
    assert.deepEqual(await told(chidi), [["Open", "Gate", 0, 1, "completed"]]);
    // Where it came in by that, it came in
    assert.deepEqual((await told(dina))[0], ["Done", "Gate", 1, 0, null]);
    cast.world.clock.advance({ seconds: 1 });
    await patchTask(ada, fence.id, { status: "completed" });
    assert.deepEqual(await told(chidi), [["Open", "Fence", 0, 2, "completed"]]);
    assert.deepEqual(await told(dina), [
      ["Done", "Fence", 2, 0, null],
      ["Urgent", "Fence", 0, 1, "completed"],
    ]);
    // Neither who did it, nor a change of what is done, is told
    assert.deepEqual(await told(ada), []);
    await patchTask(ada, fence.id, { title: "The fence" });
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(ada, { title: "Shed", status: "planned" });
    assert.deepEqual(await told(chidi), [["Open", "Shed", 1, 2, null]]);
    // Nor who no longer sees it
    await run(ada, updateTeam, { teamId: teams.eng, patch: { private: true } });
    const shut = await cast.task(ada, { title: "Shut", priority: "urgent" });
    await patchTask(ada, shut.id, { status: "completed" });
    const lent = await cast.task(ada, { title: "Lent", teamId: teams.ppl, priority: "urgent" });
    await run(dina, readWholeInbox, {});
    await patchTask(ada, lent.id, { status: "completed", teamId: teams.eng });
    dina.member = { ...dina.member, hiddenTeamIds: [teams.eng] };
    assert.deepEqual((await told(esra))[0]?.[1], "Lent");
    assert.deepEqual(await told(dina), [
      ["Done", undefined, 2, 0, null],
      ["Urgent", undefined, 1, 1, null],
    ]);
  }));
