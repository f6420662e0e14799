import assert from "node:assert/strict";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { archiveProjectLabel } from "../../server/domain/project_labels/update.ts";
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

Deno.test("a project created from a template gets the template's values, except for given ones", () =>
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

Deno.test("a template's missing records are skipped", () =>
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

Deno.test("a template with missing records can be saved unchanged", () =>
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

Deno.test("only managers can change templates, and stale versions are refused", () =>
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
