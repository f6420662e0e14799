import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("adding a visible record to favorites twice adds it once, and it can be removed", () =>
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

Deno.test("archived records leave the favorites, can't be added, and return when restored", () =>
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

Deno.test("a favorite disappears while its team is hidden, and returns afterward", () =>
  withApp({}, async (app, cast) => {
    const workspace = `/workspaces/${cast.workspaceId}`;
    const { ada, chidi, teams: { eng } } = cast;
    const task = await cast.task(ada, { title: "Count the jars" });
    const made = async (noun: string, body: Record<string, unknown>) =>
      (await call(app, `POST ${workspace}/${noun}s`, { as: ada, body })).body[noun].id;
    const project = await made("project", { name: "Jars", key: "JAR", teamIds: [eng] });
    const view = await made("view", { name: "Ours", scope: "team", teamId: eng });
    const pinned = [`task/${task.id}`, `team/${eng}`, `project/${project}`, `view/${view}`];
    for (const what of pinned) {
      const { status } = await call(app, `PUT ${workspace}/favorites/${what}`, { as: chidi });
      assert.equal(status, 204, what);
    }
    const listed = async () =>
      (await call(app, `GET ${workspace}/favorites`, { as: chidi })).body.favorites
        .map(({ kind, id }: Record<string, string>) => `${kind}/${id}`).sort();
    const hide = (hidden: 0 | 1) =>
      app.world.database.write(async (tx) => {
        await tx.updateTable("teams").set({ private: hidden }).where("id", "=", eng).execute();
        if (hidden === 0) return;
        await tx.deleteFrom("team_members").where("team_id", "=", eng)
          .where("profile_id", "=", chidi.member.profile.id).execute();
      });
    assert.deepEqual(await listed(), pinned.toSorted());
    await hide(1);
    assert.deepEqual(await listed(), []);
    await hide(0);
    assert.deepEqual(await listed(), pinned.toSorted());
  }));

Deno.test("favorites have a personal order, with new ones first and moved ones at their position", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/favorites`;
    const { ada, chidi } = cast;
    for (const title of ["One", "Two", "Three", "Four"]) await cast.task(ada, { title });
    const put = async (n: number, body?: unknown, as = chidi) =>
      (await call(app, `PUT ${path}/task/ENG-${n}`, { as, body })).status;
    const order = async (as = chidi) => {
      const { body } = await call(app, `GET ${path}`, { as });
      return body.favorites.map(({ key }: { key: string }) => key.slice(4)).join(" ");
    };
    for (const n of [1, 2, 3, 4]) await put(n);
    await put(1, undefined, ada);
    await put(2, undefined, ada);
    assert.equal(await order(), "4 3 2 1");
    for (
      const [n, position, becomes] of [
        [1, 0, "1 4 3 2"],
        [1, 2, "4 3 1 2"],
        [4, 3, "3 1 2 4"],
        [3, 99, "1 2 4 3"],
        [4, 1, "1 4 2 3"],
        [4, 1, "1 4 2 3"],
      ] as const
    ) {
      assert.equal(await put(n, { position }), 204);
      assert.equal(await order(), becomes, `${n} to ${position}`);
    }
    await put(2);
    assert.equal(await order(), "1 4 2 3", "pinned again it keeps its place");
    await call(app, `DELETE ${path}/task/ENG-4`, { as: chidi });
    await put(4, { position: 2 });
    assert.equal(await order(), "1 2 4 3", "pinned at a place");
    for (const position of [-1, 1.5, "0", null]) assert.equal(await put(4, { position }), 422);
    assert.equal(await order(ada), "2 1", "nobody else's are touched");
    const first = await call(app, `GET ${path}?limit=2`, { as: chidi });
    const rest = await call(app, `GET ${path}?limit=2&cursor=${first.body.nextCursor}`, {
      as: chidi,
    });
    const keys = [first, rest].flatMap(({ body }) => body.favorites).map(({ key }) => key);
    assert.deepEqual(keys, ["ENG-1", "ENG-2", "ENG-4", "ENG-3"]);
  }));

Deno.test("a favorite returns to its position after it was hidden", () =>
  withApp({}, async (app, cast) => {
    const workspace = `/workspaces/${cast.workspaceId}`;
    const { ada } = cast;
    for (const title of ["One", "Two", "Three", "Four"]) {
      const { reference } = await cast.task(ada, { title });
      await call(app, `PUT ${workspace}/favorites/task/${reference}`, { as: ada });
    }
    const order = async () => {
      const { body } = await call(app, `GET ${workspace}/favorites`, { as: ada });
      return body.favorites.map(({ key }: { key: string }) => key.slice(4)).join(" ");
    };
    await call(app, `DELETE ${workspace}/tasks/ENG-3`, { as: ada });
    assert.equal(await order(), "4 2 1");
    const body = { position: 1 };
    await call(app, `PUT ${workspace}/favorites/task/ENG-1`, { as: ada, body });
    assert.equal(await order(), "4 1 2");
    await call(app, `POST ${workspace}/tasks/ENG-3/restore`, { as: ada });
    assert.equal(await order(), "4 3 1 2");
  }));
