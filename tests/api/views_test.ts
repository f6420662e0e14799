import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a saved view is found by its key, shows its tasks, and can be changed only by its owner", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const { ada, chidi } = cast;
    await cast.task(ada, { title: "Count the jars", status: "progressed" });
    await cast.task(ada, { title: "Wash the jars" });
    const made = await call(app, `POST ${path}`, {
      as: chidi,
      body: { name: "In progress!", scope: "workspace", filters: { status: "progressed" } },
    });
    assert.equal(made.status, 201);
    const { key, id } = made.body.view;
    assert.match(key, /^in-progress-\w{5}$/);
    const shown = await call(app, `GET ${path}/${key}/tasks`, { as: ada });
    assert.deepEqual(shown.body.tasks.map((t: { title: string }) => t.title), ["Count the jars"]);
    assert.equal(
      (await call(app, `PATCH ${path}/${id}`, { as: cast.dina, body: { name: "Hers" } })).status,
      403,
    );
    const renamed = await call(app, `PATCH ${path}/${id}`, { as: chidi, body: { name: "Busy" } });
    assert.deepEqual([renamed.body.view.name, renamed.body.view.key], ["Busy", key]);
    const stale = {
      as: chidi,
      body: { name: "Late" },
      headers: { "if-match": made.headers.get("etag")! },
    };
    assert.equal((await call(app, `PATCH ${path}/${id}`, stale)).status, 412);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: ada })).status, 200);
    const left = await call(app, `GET ${path}`, { as: ada });
    assert.deepEqual(left.body.views, []);
  }));

Deno.test("a personal view is visible only to its owner, and a private team's view only to members", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const own = await call(app, `POST ${path}`, { as: cast.chidi, body: { name: "Mine" } });
    const theirs = await call(app, `POST ${path}`, {
      as: cast.dina,
      body: { name: "People", scope: "team", teamId: cast.teams.ppl },
    });
    assert.equal(
      (await call(app, `GET ${path}/${own.body.view.id}`, { as: cast.ada })).status,
      404,
    );
    assert.equal(
      (await call(app, `GET ${path}/${theirs.body.view.id}`, { as: cast.chidi })).status,
      404,
    );
    assert.equal(
      (await call(app, `GET ${path}/${theirs.body.view.id}`, { as: cast.ada })).status,
      200,
    );
    assert.equal(
      (await call(app, `GET ${path}/${own.body.view.id}`, { as: cast.frode })).status,
      404,
    );
  }));

Deno.test("a view with an unknown filter, or with a scope without its record, is refused by name", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const cases = [
      [{ filters: { status: "active" } }, "filters.status"],
      [{ filters: { colour: "red" } }, "filters"],
      [{ scope: "team" }, "teamId"],
      [{ scope: "project" }, "projectId"],
      [{ teamId: cast.teams.eng }, "teamId"],
      [{ projectId: "GATE" }, "projectId"],
      [{ grouping: "lead" }, "grouping"],
      [{ kind: "project", sorting: "deadlineAt" }, "sorting"],
      [{ sorting: "name" }, "sorting"],
      [{ kind: "project", filters: { memberId: "nobody" } }, "filters.memberId"],
      [{ kind: "project", grouping: "assignee" }, "grouping"],
      [{ kind: "project", filters: { status: "progressed" } }, "filters.status"],
      [{ kind: "project", filters: { assigneeId: "me" } }, "filters"],
      [{ kind: "project", scope: "project", projectId: "GATE" }, "scope"],
    ] as const;
    for (const [body, field] of cases) {
      const answer = await call(app, `POST ${path}`, {
        as: cast.ada,
        body: { name: "V", ...body },
      });
      assert.equal(answer.status, 422);
      assert.equal(answer.body.errors[0].path.join("."), field);
    }
  }));

Deno.test("subscribing to a view twice changes nothing, and a view's key reveals no other views", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const make = () => call(app, `POST ${path}`, { as: cast.ada, body: { name: "Übersicht" } });
    const [one, two] = [await make(), await make()];
    for (const { body: { view } } of [one, two]) assert.match(view.key, /^ubersicht-[^aeiou]{5}$/);
    assert.notEqual(one.body.view.key, two.body.view.key);
    const subscription = `${path}/${one.body.view.id}/subscription`;
    await call(app, `PUT ${subscription}`, { as: cast.ada });
    assert.equal(
      (await call(app, `PUT ${subscription}`, { as: cast.ada })).body.view.subscribed,
      true,
    );
    assert.equal(
      (await call(app, `DELETE ${subscription}`, { as: cast.ada })).body.view.subscribed,
      false,
    );
  }));

Deno.test("a view of projects returns its projects in pages, limited to its team if it has one", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const workspace = `/workspaces/${cast.workspaceId}`;
    const view = async (body: Record<string, unknown>): Promise<string> =>
      (await call(app, `POST ${workspace}/views`, { as: ada, body: { kind: "project", ...body } }))
        .body.view.id;
    for (
      const [name, status, teamIds] of [
        ["Gatehouse", "active", [teams.eng]],
        ["Bridge", "active", []],
        ["Offices", "planned", [teams.eng]],
      ]
    ) {
      await call(app, `POST ${workspace}/projects`, { as: ada, body: { name, status, teamIds } });
      cast.world.clock.advance({ seconds: 1 });
    }
    const shown = async (viewId: string, query = "") =>
      (await call(app, `GET ${workspace}/views/${viewId}/projects${query}`, { as: ada })).body;
    const names = ({ projects }: { projects: { name: string }[] }) => projects.map((p) => p.name);
    const active = await view({ name: "Active", filters: { status: "active" } });
    const first = await shown(active, "?limit=1");
    assert.deepEqual(names(first), ["Bridge"]);
    const rest = await shown(active, `?limit=1&cursor=${first.nextCursor}`);
    assert.deepEqual([names(rest), rest.nextCursor], [["Gatehouse"], null]);
    const ours = await view({ name: "Ours", scope: "team", teamId: teams.eng });
    assert.deepEqual(names(await shown(ours)), ["Offices", "Gatehouse"]);
    const tasks = await call(app, `GET ${workspace}/views/${active}/tasks`, { as: ada });
    assert.deepEqual([tasks.status, tasks.body.errors[0].path], [422, ["viewId"]]);
    const { id } = (await call(app, `POST ${workspace}/views`, { as: ada, body: { name: "T" } }))
      .body.view;
    assert.equal(
      (await call(app, `GET ${workspace}/views/${id}/projects`, { as: ada })).status,
      422,
    );
  }));

Deno.test("an archived view is listed on request, can't be changed, and can be restored", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const { ada, chidi } = cast;
    const body = { name: "All", scope: "workspace" };
    const made = await call(app, `POST ${path}`, { as: ada, body });
    const one = `${path}/${made.body.view.id}`;
    const stale = { as: ada, headers: { "if-match": '"7.0.0"' } };
    assert.equal((await call(app, `DELETE ${one}`, stale)).status, 412);
    assert.ok((await call(app, `DELETE ${one}`, { as: ada })).body.view.archivedAt);
    const listed = async (query: string) =>
      (await call(app, `GET ${path}${query}`, { as: chidi })).body.views.length;
    assert.deepEqual([await listed(""), await listed("?includeArchived=true")], [0, 1]);
    const change = await call(app, `PATCH ${one}`, { as: ada, body: { name: "Everything" } });
    assert.deepEqual([change.status, change.body.code], [409, "view_archived"]);
    assert.equal((await call(app, `POST ${one}/restore`, { as: chidi })).status, 403);
    const restored = await call(app, `POST ${one}/restore`, { as: ada });
    assert.deepEqual([restored.status, restored.body.view.archivedAt], [200, null]);
    assert.equal(await listed(""), 1);
    assert.equal(
      (await call(app, `PATCH ${one}`, { as: ada, body: { name: "Everything" } })).status,
      200,
    );
  }));

Deno.test("subscribing to a view changes its ETag, which still guards changes", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const { ada } = cast;
    const made = await call(app, `POST ${path}`, { as: ada, body: { name: "Mine" } });
    const one = `${path}/${made.body.view.id}`;
    await call(app, `PUT ${one}/subscription`, { as: ada });
    const etag = made.headers.get("etag")!;
    const again = await call(app, `GET ${one}`, { as: ada, headers: { "if-none-match": etag } });
    assert.deepEqual([again.status, again.body.view.subscribed], [200, true]);
    const known = { as: ada, headers: { "if-none-match": again.headers.get("etag")! } };
    assert.equal((await call(app, `GET ${one}`, known)).status, 304);
    const guarded = { as: ada, body: { name: "Ours" }, headers: { "if-match": etag } };
    assert.equal((await call(app, `PATCH ${one}`, guarded)).status, 200);
  }));
