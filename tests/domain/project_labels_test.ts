import assert from "node:assert/strict";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "../../server/domain/project_labels/list.ts";
import {
  archiveProjectLabel,
  updateProjectLabel,
} from "../../server/domain/project_labels/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

Deno.test("only managers can change project labels, and everyone can read them", () =>
  withCast(createWorld(), async (cast) => {
    const { run } = planner(cast);
    const made = await run(cast.ada, createProjectLabel, { name: "Customer", color: "blue" });
    await refused(run(cast.chidi, createProjectLabel, { name: "Mine" }), { status: 403 });
    const change = { labelId: made.id, patch: { color: "red" } };
    await refused(run(cast.chidi, updateProjectLabel, change), { status: 403 });
    await refused(run(cast.frode, updateProjectLabel, change), { status: 404 });
    const list = parseJson((await run(cast.esra, listProjectLabels, {})).records);
    assert.deepEqual(list, [parseJson(made.json)]);
    const seen = { ...change, version: 0 };
    await refused(run(cast.ada, updateProjectLabel, seen), { status: 412 });
    await run(cast.ada, updateProjectLabel, { ...change, version: 1 });
    const found = await run(cast.esra, findProjectLabel, { labelId: made.id });
    assert.deepEqual([parseJson(found.json).color, found.version], ["red", 2]);
  }));

Deno.test("if two people create the same project label in any case, one succeeds", () =>
  withCast(createWorld(), async (cast) => {
    const { run } = planner(cast);
    const outcomes = await Promise.allSettled([
      run(cast.ada, createProjectLabel, { name: "Customer" }),
      run(cast.bao, createProjectLabel, { name: "CUSTOMER" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    await refused(run(cast.bao, createProjectLabel, { name: "customer" }), {
      status: 409,
      code: "name_taken",
    });
  }));

Deno.test("an archived project label stays on its projects, and its name can be reused", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project, patch } = planner(cast);
    const old = await run(cast.ada, createProjectLabel, { name: "Customer" });
    const { id } = await project(cast.ada, { labels: ["customer"] });
    await run(cast.ada, archiveProjectLabel, { labelId: old.id });
    assert.equal((await run(cast.ada, listProjectLabels, {})).records, "[]");
    const all = await run(cast.ada, listProjectLabels, { includeArchived: "true" });
    assert.deepEqual(parseJson(all.records).map(({ id }) => id), [old.id]);
    const young = await run(cast.ada, createProjectLabel, { name: "Customer" });
    const kept = await patch(cast.ada, id, { labels: [old.id, "Customer"] });
    assert.deepEqual(new Set(kept.labels.map((l) => l.id)), new Set([old.id, young.id]));
    await refused(project(cast.ada, { labels: [old.id] }), {
      status: 422,
      code: "unknown_label",
      fields: ["labels.0"],
    });
    const back = { labelId: old.id, patch: { archived: false } };
    await refused(run(cast.ada, updateProjectLabel, back), { status: 409, code: "name_taken" });
    const renamed = { labelId: old.id, patch: { archived: false, name: "Client" } };
    const restored = await run(cast.ada, updateProjectLabel, renamed);
    assert.equal(parseJson(restored.json).archivedAt, null);
  }));
