import assert from "node:assert/strict";
import { nameKey } from "../../server/domain/core/name_key.ts";
import { type Answer, call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";

/** A kind of record whose names are its own in the workspace, or in the project that holds it. */
interface Kind {
  path: string;
  record: string;
}

const kinds: Kind[] = [
  { path: "/labels", record: "label" },
  { path: "/project-labels", record: "projectLabel" },
  { path: "/workflows", record: "workflow" },
  { path: "/task-templates", record: "taskTemplate" },
  { path: "/project-templates", record: "projectTemplate" },
  { path: "/projects/GATE/milestones", record: "milestone" },
];

function asAda(app: TestApp, cast: Cast) {
  return (request: string, body?: unknown): Promise<Answer> => {
    const [method, path] = request.split(" ");
    return call(app, `${method} /workspaces/${cast.workspaceId}${path}`, { as: cast.ada, body });
  };
}

for (const { path, record } of kinds) {
  Deno.test(`a ${record}'s name is unique, ignoring case and Unicode composition`, () =>
    withApp({}, async (app, cast) => {
      const ask = asAda(app, cast);
      await ask("POST /projects", { name: "Gatehouse", key: "GATE" });
      const make = (name: string) => ask(`POST ${path}`, { name });
      const first = await make("ÉPIC");
      assert.equal(first.status, 201, first.text);
      assert.equal((await make("e\u0301pic")).status, 409);
      const other = await make("Epic");
      assert.equal(other.status, 201, "an accent is a difference");
      const rename = (made: Answer, name: string) =>
        ask(`PATCH ${path}/${made.body[record].id}`, { name });
      assert.equal((await rename(other, "épic")).status, 409);
      assert.equal((await rename(first, "épic")).body[record]?.name, "épic", "its own stays free");
      assert.equal((await rename(first, "Ωmega")).status, 200);
      assert.equal((await make("ÉPIC")).status, 201, "the old name is free");
      assert.equal((await make("ωMEGA")).status, 409, "the new one isn't");
    }));
}

Deno.test("labels are found by name on tasks, in filters, and in groups, ignoring case and Unicode composition", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    await ask("POST /labels", { name: "Épic" });
    await ask("POST /project-labels", { name: "Straße" });
    const task = await ask("POST /tasks", {
      title: "Mend the gate",
      teamId: "ENG",
      tags: ["e\u0301PIC"],
    });
    assert.deepEqual(task.body.task?.tags, ["Épic"]);
    const found = await ask(`GET /tasks?label=${encodeURIComponent("ÉPIC")}`);
    assert.equal(found.body.tasks.length, 1);
    assert.equal((await ask("GET /tasks?label=epic")).status, 422);
    const project = await ask("POST /projects", { name: "Gatehouse", labels: ["STRASSE"] });
    assert.equal(project.status, 201, project.text);
    const projects = await ask("GET /projects?label=STRASSE");
    assert.equal(projects.body.projects.length, 1);
  }));

Deno.test("names of a workflow's states, and of a template's milestones, are unique, ignoring case", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    const { states } = (await ask("GET /workflows")).body.workflows[0];
    const named = (name: string) => ({ name, status: "planned" });
    const own = states.map(({ name, status }: { name: string; status: string }) => ({
      name,
      status,
    }));
    const twice = await ask("POST /workflows", {
      name: "Two",
      states: [...own, named("Prêt"), named("PRE\u0302T")],
    });
    assert.deepEqual([twice.status, twice.body.errors[0].path], [422, ["states", 6, "name"]]);
    const milestones = [{ name: "Été" }, { name: "ÉTÉ" }];
    const template = await ask("POST /project-templates", {
      name: "Small",
      defaults: { milestones },
    });
    assert.equal(template.status, 422);
  }));

Deno.test("teams, projects, milestones, and people can be given by name instead of by ID", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    await ask("POST /teams", { name: "Łódź weavers", key: "LOD" });
    await ask("POST /projects", { name: "Gate house", key: "GATE", leadId: "Ada Lovelace" });
    await ask("POST /projects/GATE/milestones", { name: "Roof on" });
    const made = await ask("POST /tasks", {
      title: "Mend the gate",
      teamId: "łódź Weavers",
      projectId: "gate house",
      milestoneId: "ROOF ON",
      assigneeId: "ada lovelace",
    });
    assert.equal(made.status, 201, made.text);
    const { reference, project, milestone, assignee } = made.body.task;
    assert.equal(reference, "LOD-1");
    assert.deepEqual([project.key, milestone.name], ["GATE", "Roof on"]);
    assert.equal(assignee.name, "Ada Lovelace");
    const found = await ask(
      "GET /tasks?teamId=%C5%82%C3%B3d%C5%BA%20weavers&projectId=Gate%20house&assigneeId=Ada%20Lovelace",
    );
    assert.equal(found.body.tasks?.length, 1, found.text);
    assert.equal((await ask("GET /projects/GATE")).body.project.lead.name, "Ada Lovelace");
    await ask("POST /projects", { name: "GATE HOUSE", key: "OTHER" });
    const both = await ask("PATCH /tasks/LOD-1", { projectId: "gate house" });
    assert.equal(both.status, 422);
    assert.match(
      both.body.detail,
      /Several records are named gate house. Use one of these: (GATE, OTHER|OTHER, GATE)\./,
    );
  }));

Deno.test("a hidden team can't be given by name", () =>
  withApp({}, async (app, cast) => {
    await asAda(app, cast)("POST /teams", { name: "Quiet room", key: "QUI", private: true });
    for (const as of [cast.ada, cast.chidi]) {
      const { status } = await call(
        app,
        `GET /workspaces/${cast.workspaceId}/tasks?teamId=Quiet%20room`,
        { as },
      );
      assert.equal(status, as === cast.ada ? 200 : 422);
    }
  }));

Deno.test("a hidden team's key doesn't prevent finding a visible team by the same name", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    await ask("POST /teams", { name: "Quiet room", key: "OPS", private: true });
    await ask("POST /teams", { name: "Ops", key: "OPEN" });
    const found = async (as: Cast["ada"]) => {
      const { body } = await call(app, `GET /workspaces/${cast.workspaceId}/teams/Ops`, { as });
      return body.team?.key;
    };
    assert.deepEqual([await found(cast.ada), await found(cast.chidi)], ["OPS", "OPEN"]);
  }));

Deno.test("names match in any case, and an error for an ambiguous project name names its field", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    for (const name of ["Ｇate", "Straße", "PLAIN Words"]) {
      const { body } = await ask("POST /projects", { name });
      await ask("POST /views", { name, kind: "task", scope: "workspace" });
      for (const word of [name, nameKey(name), nameKey(name).toUpperCase()]) {
        const typed = encodeURIComponent(word);
        assert.equal((await ask(`GET /projects/${typed}`)).body.project?.id, body.project.id, word);
        assert.equal((await ask(`GET /views/${typed}`)).body.view?.name, name, word);
      }
    }
    for (const as of [cast.bao, cast.chidi]) {
      const path = `/workspaces/${cast.workspaceId}/members/me`;
      const renamed = await call(app, `PATCH ${path}`, { as, body: { name: "Ｓam Smith" } });
      assert.equal(renamed.status, 200, renamed.text);
    }
    const lead = await ask("POST /projects", { name: "Led", leadId: "sam smith" });
    assert.deepEqual([lead.status, lead.body.errors?.[0].path], [422, ["leadId"]], lead.text);
    const members = await ask("POST /projects", { name: "Led", memberIds: ["me", "sam smith"] });
    assert.deepEqual([members.status, members.body.errors?.[0].path], [422, ["memberIds", 1]]);
  }));
