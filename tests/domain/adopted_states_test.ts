import assert from "node:assert/strict";
import { listAll } from "../../server/domain/core/page.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { createWorkflow } from "../../server/domain/workflows/create.ts";
import { listWorkflows } from "../../server/domain/workflows/list.ts";
import { updateWorkflow } from "../../server/domain/workflows/update.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

Deno.test("in another workflow, a task gets the state with the same name, ignoring case", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { run, patchTask } = planner(cast);
    const [only] = await listAll(world.services, ada.member, listWorkflows);
    const patch = { states: [...only!.states, { name: "Straße frei", status: "progressed" }] };
    const home = parseJson(
      (await run(ada, updateWorkflow, { workflowId: only!.id, patch })).json,
    );
    const { id } = await cast.task(ada);
    await patchTask(chidi, id, { stateId: home.states.at(-1)!.id });
    const states = only!.states.map(({ name, status }) => ({ name, status }));
    const shouted = { name: "STRASSE FREI", status: "progressed" };
    const made = await run(ada, createWorkflow, { name: "Other", states: [...states, shouted] });
    const other = parseJson(made.json);
    await run(ada, updateTeam, { teamId: "ENG", patch: { workflowId: other.id } });
    const after = await patchTask(chidi, id, { title: "As it was" });
    assert.deepEqual(after.state, other.states.at(-1));
  }));
