import assert from "node:assert/strict";
import { projectDetail } from "../../../cli/project_views.ts";
import { addDependency } from "../../../server/domain/projects/dependencies.ts";
import { withCast } from "../../support/cast.ts";
import { planner } from "../../support/projects.ts";
import { createWorld } from "../../support/world.ts";

Deno.test("a project in the terminal lists the projects that block it and those that it blocks", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project, read } = planner(cast);
    const keys = ["ONE", "TWO", "THREE"];
    for (const key of keys) await project(cast.ada, { name: key, key });
    await run(cast.ada, addDependency, { projectId: "TWO", otherId: "ONE" });
    await run(cast.ada, addDependency, { projectId: "THREE", otherId: "TWO" });
    const shown = projectDetail({ project: await read(cast.ada, "TWO") });
    assert.match(shown, /^Blocked by +ONE$/m);
    assert.match(shown, /^Blocks +THREE$/m);
  }));
