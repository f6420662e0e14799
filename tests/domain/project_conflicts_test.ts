import assert from "node:assert/strict";
import { updateProject } from "../../server/domain/projects/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

Deno.test("a change to a project is refused only if someone has changed the same fields since", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project } = planner(cast);
    const { id: projectId, version } = await project(cast.ada, { summary: "A lodge" });
    const change = (patch: Record<string, unknown>) =>
      run(cast.ada, updateProject, { projectId, patch });
    await change({ priority: "high" });
    const renamed = parseJson((await change({ summary: "A gate", sinceVersion: version })).json);
    assert.equal(renamed.summary, "A gate");
    const older = change({ summary: "A shed", sinceVersion: version });
    const error = await refused(older, { status: 412 });
    assert.match(error.message, /summary has changed since you read it/);
    const again = { summary: "A shed", sinceVersion: renamed.version };
    assert.equal(parseJson((await change(again)).json).summary, "A shed");
  }));
