import assert from "node:assert/strict";
import { type Answer, call, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import type { TestApp } from "../support/app.ts";

function asAda(app: TestApp, cast: Cast) {
  return (request: string, body?: unknown): Promise<Answer> => {
    const [method, path] = request.split(" ");
    return call(app, `${method} /workspaces/${cast.workspaceId}${path}`, { as: cast.ada, body });
  };
}

Deno.test("a view that filters by a label still shows the same tasks after the label is renamed", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    const label = (await ask("POST /labels", { name: "Épic" })).body.label;
    await ask("POST /tasks", { title: "Mend the gate", teamId: "ENG", tags: ["épic"] });
    const save = async (filters: Record<string, string>) =>
      (await ask("POST /views", { name: "Big ones", scope: "workspace", filters })).body.view;
    const view = await save({ label: "ÉPIC", status: "backlogged" });
    const other = await save({ label: "Bug" });
    const shown = async () => {
      const { body } = await ask(`GET /views/${view.id}/tasks`);
      return body.tasks.map(({ title }: { title: string }) => title);
    };
    assert.deepEqual(await shown(), ["Mend the gate"]);
    await ask(`PATCH /labels/${label.id}`, { name: "Saga" });
    assert.deepEqual(await shown(), ["Mend the gate"]);
    const after = await ask(`GET /views/${view.id}`);
    assert.deepEqual(after.body.view.filters, { status: "backlogged", label: label.id });
    assert.equal((await ask(`GET /views/${other.id}`)).body.view.version, other.version);
  }));

Deno.test("a member's record gets a new ETag when one of their teams is renamed", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    const record = `GET /members/${cast.chidi.member.profile.id}`;
    const before = await ask(record);
    await ask(`PATCH /teams/${cast.teams.eng}`, { name: "Builders" });
    const after = await ask(record);
    assert.notEqual(after.headers.get("etag"), before.headers.get("etag"));
    assert.deepEqual(after.body.member.teams.map(({ name }: { name: string }) => name), [
      "Builders",
    ]);
  }));

Deno.test("a view keeps filtering by the active label if an archived label with its name is renamed", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    const old = (await ask("POST /labels", { name: "Epic" })).body.label;
    await ask(`DELETE /labels/${old.id}`);
    const young = (await ask("POST /labels", { name: "Epic" })).body.label;
    const saved = await ask("POST /views", { name: "Big ones", filters: { label: "epic" } });
    const renamed = await ask(`PATCH /labels/${old.id}`, { name: "Old epic" });
    assert.equal(renamed.status, 200, renamed.text);
    const { body } = await ask(`GET /views/${saved.body.view.id}`);
    assert.deepEqual(body.view.filters, { label: young.id });
  }));

Deno.test("a view of projects stores the ID of its project label, even if a task label has the same name", () =>
  withApp({}, async (app, cast) => {
    const ask = asAda(app, cast);
    const label = (await ask("POST /project-labels", { name: "Bug" })).body.projectLabel;
    const { body: { task } } = await ask("POST /tasks", {
      title: "Mend the gate",
      teamId: "ENG",
      tags: ["Bug"],
    });
    const save = async (kind: string) =>
      (await ask("POST /views", { name: "Bugs", kind, filters: { label: "Bug" } })).body.view;
    const [tasks, projects] = [await save("task"), await save("project")];
    await ask(`PATCH /project-labels/${label.id}`, { name: "Defect" });
    const filtersOf = async ({ id }: { id: string }) =>
      (await ask(`GET /views/${id}`)).body.view.filters;
    assert.deepEqual([await filtersOf(tasks), await filtersOf(projects)], [
      { label: task.labels[0].id },
      { label: label.id },
    ]);
  }));
