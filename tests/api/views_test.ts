import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a saved view is found by its key, shows its tasks, and is changed by its owner alone", () =>
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
    assert.equal(key, "in-progress");
    const shown = await call(app, `GET ${path}/${key}/tasks`, { as: ada });
    assert.deepEqual(shown.body.tasks.map((t: { title: string }) => t.title), ["Count the jars"]);
    assert.equal(
      (await call(app, `PATCH ${path}/${id}`, { as: cast.dina, body: { name: "Hers" } })).status,
      403,
    );
    const renamed = await call(app, `PATCH ${path}/${id}`, { as: chidi, body: { name: "Busy" } });
    assert.deepEqual([renamed.body.view.name, renamed.body.view.key], ["Busy", "in-progress"]);
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

Deno.test("a personal view is its owner's alone, a private team's view its members'", () =>
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

Deno.test("a view with a filter its list doesn't know, or a scope without its record, is refused by name", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const cases = [
      [{ filters: { status: "active" } }, "filters.status"],
      [{ filters: { colour: "red" } }, "filters"],
      [{ scope: "team" }, "teamId"],
      [{ scope: "project" }, "projectId"],
      [{ kind: "project", sorting: "-priority" }, "sorting"],
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

Deno.test("following a view twice is once, and two views of one name get two keys", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/views`;
    const make = () => call(app, `POST ${path}`, { as: cast.ada, body: { name: "Übersicht" } });
    const [one, two] = [await make(), await make()];
    assert.deepEqual([one.body.view.key, two.body.view.key], ["ubersicht", "ubersicht-2"]);
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
