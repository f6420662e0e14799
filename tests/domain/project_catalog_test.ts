import assert from "node:assert/strict";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { findProjectLabel, listProjectLabels } from "../../server/domain/project_labels/list.ts";
import {
  archiveProjectLabel,
  updateProjectLabel,
} from "../../server/domain/project_labels/update.ts";
import { createProjectTemplate } from "../../server/domain/project_templates/create.ts";
import {
  findProjectTemplate,
  listProjectTemplates,
} from "../../server/domain/project_templates/list.ts";
import {
  archiveProjectTemplate,
  updateProjectTemplate,
} from "../../server/domain/project_templates/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

Deno.test("project labels are the managers' to make, everyone's to read", () =>
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

Deno.test("of two who make one project label, one does, whatever the case", () =>
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

Deno.test("an archived project label stays on its projects and frees its name", () =>
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

Deno.test("a project made from a template has what isn't named otherwise", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project } = planner(cast);
    await run(cast.ada, createProjectLabel, { name: "Launch" });
    const template = await run(cast.ada, createProjectTemplate, {
      name: "Launch",
      defaults: {
        summary: "Get it out",
        leadId: cast.chidi.member.profile.id,
        memberIds: [cast.dina.member.profile.id],
        teamIds: ["ENG"],
        labels: ["Launch"],
        priority: "high",
        status: "planned",
        milestones: [{ name: "Alpha" }, { name: "Beta" }],
      },
    });
    const made = await project(cast.ada, {
      templateId: template.id,
      priority: "low",
      summary: null,
    });
    assert.deepEqual([made.priority, made.summary, made.status], ["low", null, "planned"]);
    assert.equal(made.lead?.name, "Chidi Eze");
    assert.deepEqual(made.teams.map(({ key }) => key), ["ENG"]);
    assert.deepEqual(made.labels.map(({ name }) => name), ["Launch"]);
    assert.deepEqual(made.milestones.map(({ name, position }) => [name, position]), [
      ["Alpha", 0],
      ["Beta", 1],
    ]);
  }));

Deno.test("what a template names and is gone is left out", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project } = planner(cast);
    const label = await run(cast.ada, createProjectLabel, { name: "Launch" });
    const leadId = cast.chidi.member.profile.id;
    const defaults = { labels: ["Launch"], leadId };
    const template = await run(cast.ada, createProjectTemplate, { name: "Launch", defaults });
    await run(cast.ada, archiveProjectLabel, { labelId: label.id });
    const private_ = { templateId: template.id, teamIds: ["PPL"] };
    const made = await project(cast.ada, private_);
    assert.deepEqual([made.labels, made.lead], [[], null]);
    assert.equal((await project(cast.ada, { templateId: template.id })).leadId, leadId);
  }));

Deno.test("a template that names what is gone can be saved as it stands", () =>
  withCast(createWorld(), async (cast) => {
    const { run } = planner(cast);
    const label = parseJson<{ id: string }>(
      (await run(cast.ada, createProjectLabel, { name: "Masonry" })).json,
    );
    const made = await run(cast.ada, createProjectTemplate, {
      name: "Launch",
      defaults: { labels: ["masonry"], summary: "Up" },
    });
    await run(cast.ada, archiveProjectLabel, { labelId: label.id });
    const { labelIds, ...rest } = made.defaults;
    const patch = { defaults: { ...rest, labels: labelIds } };
    const same = await run(cast.ada, updateProjectTemplate, { templateId: made.id, patch });
    assert.deepEqual(same, made);
  }));

Deno.test("templates are the managers' to change, guarded by their version", () =>
  withCast(createWorld(), async (cast) => {
    const { run, project } = planner(cast);
    const { id: templateId, version } = await run(cast.ada, createProjectTemplate, {
      name: "Launch",
    });
    const rename = { templateId, version, patch: { name: "Ship" } };
    await refused(run(cast.chidi, updateProjectTemplate, rename), { status: 403 });
    await run(cast.ada, updateProjectTemplate, rename);
    await refused(run(cast.ada, updateProjectTemplate, rename), { status: 412 });
    await changesOnly(
      cast.world.database,
      [],
      () => run(cast.ada, updateProjectTemplate, { templateId, patch: { name: "Ship" } }),
    );
    const wrong = { name: "Other", defaults: { leadId: "prof_1" } };
    await refused(run(cast.ada, createProjectTemplate, wrong), {
      status: 422,
      fields: ["defaults.leadId"],
    });
    await refused(run(cast.ada, createProjectTemplate, { name: "ship" }), { status: 409 });
    await run(cast.ada, archiveProjectTemplate, { templateId });
    assert.equal((await run(cast.esra, listProjectTemplates, {})).records, "[]");
    assert.ok((await run(cast.esra, findProjectTemplate, { templateId })).archivedAt);
    await refused(project(cast.ada, { templateId }), {
      status: 422,
      code: "unknown_template",
      fields: ["templateId"],
    });
  }));
