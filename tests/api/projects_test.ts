import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";

function client(app: TestApp, { workspaceId }: Cast) {
  return (by: Person, request: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method, path] = request.split(" ");
    return call(app, `${method} /workspaces/${workspaceId}${path}`, { as: by, body, headers });
  };
}

Deno.test("a project is created, found by ID and key, listed, changed, archived, and restored", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { ada, chidi } = cast;
    const made = await ask(ada, "POST /projects", {
      name: "Website",
      key: "WEB",
      teamIds: ["ENG"],
    });
    assert.equal(made.status, 201);
    const { id } = made.body.project;
    const base = `/api/v1/workspaces/${cast.workspaceId}/projects`;
    assert.equal(made.headers.get("location"), `${base}/${id}`);
    assert.deepEqual((await ask(chidi, `GET /projects/${id}`)).body, made.body);
    assert.deepEqual((await ask(chidi, "GET /projects/web")).body, made.body);
    const patched = await ask(ada, "PATCH /projects/WEB", { status: "active" });
    assert.equal(patched.body.project.statusSource, "override");
    const list = await ask(chidi, "GET /projects?status=active&limit=1");
    assert.deepEqual([list.body.projects[0].id, list.body.nextCursor], [id, null]);
    assert.ok((await ask(ada, "DELETE /projects/WEB")).body.project.archivedAt);
    assert.equal((await ask(ada, "PATCH /projects/WEB", { name: "Web" })).status, 409);
    assert.equal((await ask(ada, "POST /projects/WEB/restore")).body.project.archivedAt, null);
  }));

Deno.test("a project's ETag changes with its tasks, and If-Match compares only the project's own changes", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const made = await ask(cast.ada, "POST /projects", { name: "Website", key: "WEB" });
    const etag = made.headers.get("etag")!;
    const held = { "if-none-match": etag };
    assert.equal((await ask(cast.chidi, "GET /projects/WEB", undefined, held)).status, 304);
    await cast.task(cast.chidi, { projectId: "WEB" });
    const changed = await ask(cast.chidi, "GET /projects/WEB", undefined, held);
    assert.deepEqual([changed.status, changed.body.project.progress.total], [200, 1]);
    assert.notEqual(changed.headers.get("etag"), etag);
    const guard = { "if-match": etag };
    const patch = (name: string) => ask(cast.ada, "PATCH /projects/WEB", { name }, guard);
    assert.deepEqual([(await patch("First")).status, (await patch("Second")).status], [200, 412]);
    assert.equal((await ask(cast.ada, "DELETE /projects/WEB", undefined, guard)).status, 412);
  }));

Deno.test("a project's new name changes its tasks' ETags", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    await ask(cast.ada, "POST /projects", { name: "Website", key: "WEB" });
    const { reference } = await cast.task(cast.ada, { projectId: "WEB" });
    const task = await ask(cast.ada, `GET /tasks/${reference}`);
    const held = { "if-none-match": task.headers.get("etag")! };
    await ask(cast.ada, "PATCH /projects/WEB", { name: "Site" });
    const again = await ask(cast.ada, `GET /tasks/${reference}`, undefined, held);
    assert.deepEqual([again.status, again.body.task.project?.name], [200, "Site"]);
  }));

Deno.test("requests for milestones, updates, dependencies, and the roadmap return the documented responses", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { ada, chidi } = cast;
    await ask(ada, "POST /projects", { name: "Web", key: "WEB", startDate: "2026-04-01" });
    await ask(ada, "POST /projects", { name: "App", key: "APP" });
    const beta = { name: "Beta", targetDate: "2026-05-01" };
    const made = await ask(ada, "POST /projects/WEB/milestones", beta);
    assert.equal(made.status, 201);
    const one = `/projects/WEB/milestones/${made.body.milestone.id}`;
    const renamed = await ask(ada, `PATCH ${one}`, { name: "Gamma", targetDate: null });
    assert.deepEqual(
      [renamed.body.milestone.name, renamed.body.milestone.targetDate],
      ["Gamma", null],
    );
    assert.equal((await ask(chidi, "GET /projects/WEB/milestones")).body.milestones.length, 1);
    assert.ok((await ask(ada, `DELETE ${one}`)).body.milestone.archivedAt);
    const posted = await ask(ada, "POST /projects/WEB/updates", { health: "atRisk", body: "Hm." });
    assert.deepEqual([posted.status, posted.body.update.author.name], [201, "Ada Lovelace"]);
    assert.equal((await ask(chidi, "GET /projects/WEB/updates")).body.updates.length, 1);
    const linked = await ask(ada, "PUT /projects/WEB/dependencies/APP");
    assert.equal(linked.body.project.dependencies.blockedBy[0].key, "APP");
    assert.equal((await ask(ada, "PUT /projects/APP/dependencies/WEB")).status, 409);
    assert.equal((await ask(ada, "GET /roadmap")).body.projects[0].blockedBy.length, 1);
    assert.equal((await ask(chidi, "GET /roadmap")).status, 403);
    assert.equal((await ask(ada, "DELETE /projects/WEB/dependencies/APP")).status, 200);
  }));

Deno.test("requests for project labels and templates return the documented responses", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { ada, chidi } = cast;
    const label = await ask(ada, "POST /project-labels", { name: "Customer" });
    assert.deepEqual([label.status, label.body.projectLabel.color], [201, "gray"]);
    const labelPath = `/project-labels/${label.body.projectLabel.id}`;
    assert.equal((await ask(ada, `PATCH ${labelPath}`, { color: "teal" })).status, 200);
    assert.equal((await ask(chidi, "GET /project-labels")).body.projectLabels.length, 1);
    assert.equal((await ask(ada, "POST /project-labels", { name: "customer" })).status, 409);
    assert.equal((await ask(ada, `DELETE ${labelPath}`)).status, 200);
    const template = await ask(ada, "POST /project-templates", { name: "Launch" });
    assert.equal(template.status, 201);
    const templatePath = `/project-templates/${template.body.projectTemplate.id}`;
    const etag = template.headers.get("etag")!;
    assert.equal((await ask(chidi, `GET ${templatePath}`)).headers.get("etag"), etag);
    const guard = { "if-match": etag };
    assert.equal((await ask(ada, `PATCH ${templatePath}`, { name: "Ship" }, guard)).status, 200);
    assert.equal((await ask(ada, `DELETE ${templatePath}`, undefined, guard)).status, 412);
    assert.equal((await ask(chidi, "GET /project-templates")).body.projectTemplates.length, 1);
    assert.equal((await ask(ada, `DELETE ${templatePath}`)).status, 200);
  }));

Deno.test("an invalid request names its field, and outsiders learn nothing", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    await ask(cast.ada, "POST /projects", { name: "Website", key: "WEB" });
    const wrong: [string, Record<string, unknown>, string][] = [
      ["POST /projects", { name: "X", colour: "red" }, "colour"],
      ["POST /projects", { key: "X" }, "name"],
      ["POST /projects", { name: "X", startDate: "soon" }, "startDate"],
      ["PATCH /projects/WEB", { status: "progressed" }, "status"],
      ["PATCH /projects/WEB", { projectId: "proj_1", name: "X" }, "projectId"],
      ["POST /projects/WEB/milestones", { name: "" }, "name"],
      ["POST /projects/WEB/updates", { health: "fine", body: "x" }, "health"],
    ];
    for (const [request, body, field] of wrong) {
      const answer = await ask(cast.ada, request, body);
      assert.deepEqual([answer.status, answer.body.errors[0].path[0]], [422, field], request);
    }
    const status = await ask(cast.ada, "PATCH /projects/WEB", { status: "progressed" });
    assert.match(status.body.detail, /Use active for a project/);
    assert.equal((await ask(cast.frode, "GET /projects/WEB")).status, 404);
    assert.equal((await ask(cast.ada, "GET /projects/NOPE")).status, 404);
    const unsigned = await call(app, `GET /workspaces/${cast.workspaceId}/projects`);
    assert.equal(unsigned.status, 401);
    assert.equal((await ask(cast.chidi, "POST /projects", { name: "Mine" })).status, 403);
  }));

Deno.test("the API description contains every project endpoint", () =>
  withApp({}, async ({ app }) => {
    const response = await app.request("/openapi.json");
    assert.equal(response.status, 200);
    const { paths, components } = await response.json();
    const { ProjectDetail } = components.schemas;
    assert.equal(ProjectDetail.properties.milestones.items.$ref, "#/components/schemas/Milestone");
    const one = paths["/workspaces/{workspaceId}/projects/{projectId}"];
    assert.deepEqual(Object.keys(one).sort(), ["delete", "get", "patch"]);
    assert.ok(paths["/workspaces/{workspaceId}/roadmap"]);
  }));
