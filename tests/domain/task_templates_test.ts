import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import { findTaskTemplate, listTaskTemplates } from "../../server/domain/task_templates/list.ts";
import type { TaskTemplate } from "../../server/domain/task_templates/schema.ts";
import {
  archiveTaskTemplate,
  updateTaskTemplate,
} from "../../server/domain/task_templates/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const make = async ({ world }: Cast, by: Person, input: Record<string, unknown>) =>
  parseJson<TaskTemplate>(
    (await perform(world.services, by.member, createTaskTemplate, { name: "Bug report", ...input }))
      .json,
  );
const change = async (
  { world }: Cast,
  by: Person,
  templateId: string,
  patch: Record<string, unknown>,
  version?: number,
) =>
  parseJson<TaskTemplate>(
    (await perform(world.services, by.member, updateTaskTemplate, { templateId, patch, version }))
      .json,
  );
const archive = ({ world }: Cast, by: Person, templateId: string) =>
  perform(world.services, by.member, archiveTaskTemplate, { templateId });
const list = async ({ world }: Cast, by: Person, query = {}) =>
  (await listAll(world.services, by.member, listTaskTemplates, query)).map(({ name }) => name);

const whole = {
  title: "Bug: ",
  description: "What happened, @bao?",
  priority: "high",
  status: "planned",
  tags: ["bug"],
};

Deno.test("a task created from a template gets the template's values, except for given ones", () =>
  withCast(createWorld(), async (cast) => {
    const assigneeId = cast.chidi.member.profile.id;
    const { id: templateId } = await make(cast, cast.ada, { ...whole, assigneeId });
    const plain = await cast.task(cast.chidi, { title: undefined, templateId });
    assert.deepEqual(
      [plain.title, plain.description, plain.priority, plain.status, plain.tags, plain.assigneeId],
      ["Bug:", "What happened, @bao?", "high", "planned", ["Bug"], assigneeId],
    );
    const own = {
      title: "Own",
      description: null,
      priority: "none",
      status: "backlogged",
      tags: [],
      assigneeId: null,
    };
    const task = await cast.task(cast.chidi, { ...own, templateId });
    assert.deepEqual(Object.keys(own).map((field) => task[field as "title"]), Object.values(own));
  }));

Deno.test("without a title in the input or the template, no task is created", () =>
  withCast(createWorld(), async (cast) => {
    const { id: templateId } = await make(cast, cast.ada, {});
    const untitled = { status: 422, fields: ["title"] };
    await refused(cast.task(cast.ada, { title: undefined, templateId }), untitled);
    await refused(cast.task(cast.ada, { title: undefined }), untitled);
    await refused(cast.task(cast.ada, { title: undefined, priority: "huge" }), { status: 422 });
  }));

Deno.test("a missing, archived, or hidden template creates no task", () =>
  withCast(createWorld(), async (cast) => {
    const old = await make(cast, cast.ada, {});
    await archive(cast, cast.ada, old.id);
    const secret = await make(cast, cast.ada, { name: "Hire", teamId: "PPL" });
    for (const templateId of ["tmpl_1", old.id, secret.id]) {
      await refused(cast.task(cast.chidi, { templateId }), {
        status: 422,
        code: "unknown_template",
        fields: ["templateId"],
      });
    }
    await cast.task(cast.ada, { templateId: secret.id, teamId: "PPL" });
  }));

Deno.test("a team's template sets the team and can't be used for another team", () =>
  withCast(createWorld(), async (cast) => {
    const hiring = await make(cast, cast.ada, { name: "Hire", teamId: "PPL" });
    const anyones = await make(cast, cast.ada, { name: "Bug" });
    const made = await cast.task(cast.dina, { teamId: undefined, templateId: hiring.id });
    assert.equal(made.teamId, cast.teams.ppl);
    await refused(cast.task(cast.ada, { templateId: hiring.id }), {
      status: 422,
      code: "template_of_another_team",
      fields: ["templateId"],
    });
    const unnamed = { status: 422, fields: ["teamId"] };
    await refused(cast.task(cast.ada, { teamId: undefined, templateId: anyones.id }), unnamed);
    await refused(cast.task(cast.ada, { teamId: undefined }), unnamed);
  }));

Deno.test("template values that are no longer valid are skipped", () =>
  withCast(createWorld(), async (cast) => {
    const assigneeId = cast.chidi.member.profile.id;
    const { id: templateId } = await make(cast, cast.ada, { tags: ["Bug", "Feature"], assigneeId });
    await cast.world.database.write((tx) =>
      tx.updateTable("task_labels").set({ archived_at: "2026-03-12T10:00:00.000Z" })
        .where("name", "=", "Bug").execute()
    );
    const task = await cast.task(cast.ada, { teamId: "PPL", templateId });
    assert.deepEqual([task.tags, task.assigneeId], [["Feature"], null]);
  }));

Deno.test("only managers can change templates, everyone can read them, and those of hidden teams are hidden", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await make(cast, cast.bao, { name: "Bug" });
    await make(cast, cast.ada, { name: "Applicant", teamId: cast.teams.ppl });
    for (const by of [cast.chidi, cast.esra, cast.dina]) {
      const denied = { status: 403, code: "not_manager" };
      await refused(make(cast, by, { name: "Mine" }), denied);
      await refused(change(cast, by, id, { name: "Mine" }), denied);
      await refused(archive(cast, by, id), denied);
    }
    assert.deepEqual(await list(cast, cast.dina), ["Applicant", "Bug"]);
    assert.deepEqual(await list(cast, cast.chidi), ["Bug"]);
    assert.deepEqual(await list(cast, cast.frode), []);
    const other = perform(cast.world.services, cast.frode.member, findTaskTemplate, {
      templateId: id,
    });
    await refused(other, { status: 404 });
  }));

Deno.test("template names are unique, and the second of two people who choose the same name is refused", () =>
  withCast(createWorld(), async (cast) => {
    const outcomes = await Promise.allSettled([
      make(cast, cast.ada, { name: "Bug" }),
      make(cast, cast.bao, { name: "BUG" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const taken = { status: 409, code: "name_taken" };
    const other = await make(cast, cast.ada, { name: "Other" });
    await refused(change(cast, cast.ada, other.id, { name: "bug" }), taken);
    await change(cast, cast.ada, other.id, { name: "OTHER" });
    await archive(cast, cast.ada, other.id);
    await make(cast, cast.ada, { name: "Other" });
    await refused(change(cast, cast.ada, other.id, { archived: false }), taken);
    assert.deepEqual(await list(cast, cast.ada), ["Bug", "Other"]);
    const all = await list(cast, cast.ada, { includeArchived: "true" });
    assert.deepEqual(all.toSorted(), ["Bug", "OTHER", "Other"]);
    const back = await change(cast, cast.ada, other.id, { archived: false, name: "Third" });
    assert.equal(back.archivedAt, null);
  }));

Deno.test("a patch changes only its fields, null clears a field, and a stale patch changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await make(cast, cast.ada, { ...whole, teamId: "ENG", assigneeId: "me" });
    const cleared = await change(cast, cast.ada, id, {
      title: null,
      priority: null,
      teamId: null,
      assigneeId: null,
      tags: [],
    });
    assert.deepEqual(
      [cleared.title, cleared.priority, cleared.teamId, cleared.assignee, cleared.tags],
      [null, null, null, null, []],
    );
    assert.deepEqual([cleared.status, cleared.version], ["planned", 2]);
    assert.deepEqual(await change(cast, cast.ada, id, { status: "planned" }), cleared);
    await refused(change(cast, cast.ada, id, { title: "Late" }, 1), { status: 412 });
    await refused(change(cast, cast.ada, id, {}), { status: 422 });
    const rows = await cast.world.database.read.selectFrom("activity").select("kind")
      .where("subject_id", "=", id).orderBy("seq").execute();
    assert.deepEqual(rows.map(({ kind }) => kind), [
      "taskTemplate.created",
      "taskTemplate.changed",
    ]);
  }));

Deno.test("a template can contain only existing teams, people, and labels", () =>
  withCast(createWorld(), async (cast) => {
    const bad: [Record<string, unknown>, string][] = [
      [{ teamId: cast.teams.els }, "teamId"],
      [{ assigneeId: cast.frode.member.profile.id }, "assigneeId"],
      [{ assigneeId: cast.chidi.member.profile.id, teamId: "PPL" }, "assigneeId"],
      [{ tags: ["Nope"] }, "tags.0"],
      [{ status: "active" }, "status"],
    ];
    for (const [input, field] of bad) {
      await refused(make(cast, cast.ada, input), { status: 422, fields: [field] });
    }
    assert.deepEqual(await list(cast, cast.ada), []);
  }));
