import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { install, makePat } from "../support/credentials.ts";

const path = "/me/preferences";

Deno.test("preferences are read and changed one by one, for oneself alone", () =>
  withApp({}, async (app, { ada, chidi }) => {
    const sidebar = { sidebar: "open", sidebarFolded: [] };
    const fresh = { preferences: { theme: "system", shortcuts: true, ...sidebar } };
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body, fresh);
    const dark = await call(app, `PATCH ${path}`, { as: ada, body: { theme: "dark" } });
    assert.deepEqual(dark.body, { preferences: { theme: "dark", shortcuts: true, ...sidebar } });
    const quiet = await call(app, `PATCH ${path}`, { as: ada, body: { shortcuts: false } });
    assert.deepEqual(quiet.body, { preferences: { theme: "dark", shortcuts: false, ...sidebar } });
    const body = { sidebar: "closed", sidebarFolded: ["teams", "favorites", "teams"] };
    const folded = await call(app, `PATCH ${path}`, { as: ada, body });
    assert.deepEqual(folded.body.preferences.sidebar, "closed");
    assert.deepEqual(folded.body.preferences.sidebarFolded, ["favorites", "teams"]);
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body, folded.body);
    assert.deepEqual((await call(app, `GET ${path}`, { as: chidi })).body, fresh);
  }));

Deno.test("any token reads preferences, a session alone changes them", () =>
  withApp({}, async (app, cast) => {
    const { token } = await makePat(app, cast.ada, { scopes: ["tasks.read"] });
    const bot = await install(app, cast);
    const body = { theme: "light" };
    for (const bearer of [token, bot.token]) {
      assert.equal((await call(app, `GET ${path}`, { token: bearer })).status, 200);
      const refused = await call(app, `PATCH ${path}`, { token: bearer, body });
      assert.deepEqual([refused.status, refused.body.code], [403, "session_required"]);
    }
    for (
      const wrong of [{}, { theme: "pink" }, { shortcuts: "no" }, { sidebarFolded: ["inbox"] }, {
        name: "Ada",
      }]
    ) {
      const refused = await call(app, `PATCH ${path}`, { as: cast.ada, body: wrong });
      assert.equal(refused.status, 422, JSON.stringify(wrong));
    }
  }));
