import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("one pins what one sees, once, and unpins it again", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/favorites`;
    const { ada, chidi } = cast;
    const task = await cast.task(ada, { title: "Count the jars" });
    const put = (what: string, as = chidi) => call(app, `PUT ${path}/${what}`, { as });
    assert.equal((await put(`task/${task.reference}`)).status, 204);
    assert.equal((await put(`task/${task.id}`)).status, 204);
    assert.equal((await put(`team/${cast.teams.eng}`)).status, 204);
    assert.equal((await put(`team/${cast.teams.ppl}`)).status, 404);
    assert.equal((await put(`label/${task.id}`)).status, 422);
    assert.equal((await put(`task/${task.id}`, cast.frode)).status, 404);
    const listed = await call(app, `GET ${path}`, { as: chidi });
    const pinned = listed.body.favorites.map((
      { kind, key }: Record<string, string>,
    ) => [kind, key]);
    assert.deepEqual(pinned.toSorted(), [["task", "ENG-1"], ["team", "ENG"]]);
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body.favorites, []);
    const remove = () => call(app, `DELETE ${path}/task/${task.id}`, { as: chidi });
    assert.deepEqual([(await remove()).status, (await remove()).status], [204, 204]);
    const left = await call(app, `GET ${path}`, { as: chidi });
    assert.deepEqual(left.body.favorites.map(({ key }: { key: string }) => key), ["ENG"]);
  }));

Deno.test("what is archived leaves the favorites, can't be pinned, and comes back with them", () =>
  withApp({}, async (app, cast) => {
    const workspace = `/workspaces/${cast.workspaceId}`;
    const { ada } = cast;
    const { id } = await cast.task(ada, { title: "Count the jars" });
    const pin = () => call(app, `PUT ${workspace}/favorites/task/${id}`, { as: ada });
    const count = async () =>
      (await call(app, `GET ${workspace}/favorites`, { as: ada })).body.favorites.length;
    await pin();
    await call(app, `DELETE ${workspace}/tasks/${id}`, { as: ada });
    assert.equal(await count(), 0);
    assert.equal((await pin()).status, 409);
    await call(app, `POST ${workspace}/tasks/${id}/restore`, { as: ada });
    assert.equal(await count(), 1);
  }));
