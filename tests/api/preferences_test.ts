import assert from "node:assert/strict";
import { firstLook, firstPreferences } from "../../server/domain/preferences/schema.ts";
import { call, withApp } from "../support/app.ts";
import { install, makePat } from "../support/credentials.ts";

const path = "/me/preferences";

Deno.test("preferences can be read and changed one by one, only by their owner", () =>
  withApp({}, async (app, { ada, chidi }) => {
    const { notifications } = firstPreferences;
    const others = {
      sidebar: "open",
      sidebarFolded: [],
      notifications,
      startPage: "inbox",
      timeZone: null,
      weekStart: "monday",
      density: "comfortable",
      lists: [],
    };
    const fresh = { preferences: { theme: "system", shortcuts: true, ...others } };
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body, fresh);
    const dark = await call(app, `PATCH ${path}`, { as: ada, body: { theme: "dark" } });
    assert.deepEqual(dark.body, { preferences: { theme: "dark", shortcuts: true, ...others } });
    const quiet = await call(app, `PATCH ${path}`, { as: ada, body: { shortcuts: false } });
    assert.deepEqual(quiet.body, { preferences: { theme: "dark", shortcuts: false, ...others } });
    const body = { sidebar: "closed", sidebarFolded: ["teams", "favorites", "teams"] };
    const folded = await call(app, `PATCH ${path}`, { as: ada, body });
    assert.deepEqual(folded.body.preferences.sidebar, "closed");
    assert.deepEqual(folded.body.preferences.sidebarFolded, ["favorites", "teams"]);
    const some = { notifications: { comment: "off", status: "mail", mention: "mail" } };
    const calm = await call(app, `PATCH ${path}`, { as: ada, body: some });
    assert.deepEqual(calm.body.preferences, {
      ...folded.body.preferences,
      notifications: { ...notifications, comment: "off", status: "mail" },
    });
    const { notifications: stored } = await app.world.database.read.selectFrom("users")
      .select("notifications").where("id", "=", ada.member.userId).executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(stored!), { comment: "off", status: "mail" });
    const places = { startPage: "mine", timeZone: "asia/tokyo", weekStart: "sunday" };
    const away = await call(app, `PATCH ${path}`, { as: ada, body: places });
    const there = { ...calm.body.preferences, ...places, timeZone: "Asia/Tokyo" };
    assert.deepEqual(away.body.preferences, there);
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body, away.body);
    const here = await call(app, `PATCH ${path}`, { as: ada, body: { timeZone: null } });
    assert.deepEqual(here.body.preferences, { ...there, timeZone: null });
    const none = await call(app, `PATCH ${path}`, { as: ada, body: { lists: [] } });
    assert.deepEqual(none.body, here.body);
    assert.deepEqual((await call(app, `GET ${path}`, { as: chidi })).body, fresh);
  }));

Deno.test("a list's display can be changed in part, and is deleted once it equals the defaults", () =>
  withApp({}, async (app, { ada }) => {
    const change = async (...lists: Record<string, unknown>[]) =>
      (await call(app, `PATCH ${path}`, { as: ada, body: { lists } })).body.preferences.lists;
    const columns = { hiddenColumns: [], shownColumns: [] };
    const first = {
      hidden: [],
      density: "comfortable",
      subTasks: "beside",
      layout: "list",
      grouping: "status",
      subgrouping: "none",
      sorting: "-createdAt",
      closed: "all",
      folded: [],
      ...columns,
    };
    const compact = { ...first, list: "all", density: "compact" };
    assert.deepEqual(await change({ list: "all", density: "compact" }), [compact]);
    const hidden = { hidden: ["labels", "project", "labels"] };
    const without = { ...compact, hidden: ["project", "labels"] };
    assert.deepEqual(await change({ list: "all", ...hidden }), [without]);
    const folded = { ...first, list: "mine", folded: ["planned"] };
    const two = await change({ list: "mine", folded: ["planned", "planned"] });
    assert.deepEqual(two, [without, folded]);
    const hides = { hiddenColumns: ["cancelled", "label_none", "cancelled"] };
    assert.deepEqual((await change({ list: "mine", ...hides }))[1], {
      ...folded,
      hiddenColumns: ["cancelled", "label_none"],
    });
    assert.deepEqual(await change({ list: "mine", hiddenColumns: [] }), two);
    const theme = await call(app, `PATCH ${path}`, { as: ada, body: { theme: "dark" } });
    assert.deepEqual(theme.body.preferences.lists, two);
    assert.deepEqual(await change({ list: "all", density: "comfortable", hidden: [] }), [folded]);
    const below = await change({ list: "all", subTasks: "below" });
    assert.deepEqual(below, [folded, { ...first, list: "all", subTasks: "below" }]);
    assert.deepEqual(await change({ list: "all", subTasks: "beside" }), [folded]);
    for (let n = 0; n < 31; n++) await change({ list: `team_${n}`, density: "compact" });
    const kept = await change({ list: "all", density: "comfortable" });
    assert.deepEqual([kept.length, kept[0].list], [30, "team_1"]);
    for (
      const wrong of [
        { list: "a b" },
        { list: "all", hidden: ["title"] },
        { list: "all", hiddenColumns: ["a b"] },
        { list: "all", shownColumns: Array(51).fill("none") },
        { list: "all", subTasks: "above" },
        { density: "compact" },
      ]
    ) {
      const body = { lists: [wrong] };
      assert.equal((await call(app, `PATCH ${path}`, { as: ada, body })).status, 422);
    }
  }));

Deno.test("new defaults apply to lists that had the old defaults, but not to a list's own choices", () =>
  withApp({}, async (app, { ada }) => {
    const change = async (body: Record<string, unknown>) =>
      (await call(app, `PATCH ${path}`, { as: ada, body })).body.preferences;
    await change({
      lists: [{ list: "all", hidden: ["labels"] }, { list: "mine", density: "compact" }],
    });
    const compact = await change({ density: "compact" });
    const { hidden } = firstLook;
    assert.deepEqual(compact.density, "compact");
    const all = { list: "all", ...firstLook, density: "compact", hidden: ["labels"] };
    assert.deepEqual(compact.lists, [all]);
    const one = await change({ lists: [{ list: "mine", density: "comfortable" }] });
    assert.deepEqual(one.lists, [all, { list: "mine", ...firstLook }]);
    assert.deepEqual((await change({ lists: [{ list: "all", hidden }] })).lists, [one.lists[1]]);
    assert.deepEqual((await change({ density: "comfortable" })).lists, []);
  }));

Deno.test("any token can read preferences, and only a session can change them", () =>
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
      const wrong of [
        {},
        { theme: "pink" },
        { shortcuts: "no" },
        { sidebarFolded: ["inbox"] },
        {
          name: "Ada",
        },
        { notifications: { invitation: "off" } },
        { notifications: { mention: "sms" } },
        { startPage: "roadmap" },
        { timeZone: "+02:00" },
        { weekStart: "friday" },
        { density: "airy" },
      ]
    ) {
      const refused = await call(app, `PATCH ${path}`, { as: cast.ada, body: wrong });
      assert.equal(refused.status, 422, JSON.stringify(wrong));
    }
  }));

Deno.test("a display stored by an earlier version is returned with all fields", () =>
  withApp({}, async (app, { ada }) => {
    const old = [{ list: "all", hidden: [], density: "compact", folded: [] }];
    await app.world.database.write((tx) =>
      tx.updateTable("users").set({ lists: JSON.stringify(old) })
        .where("email", "=", ada.email).execute()
    );
    const { body } = await call(app, `GET ${path}`, { as: ada });
    assert.deepEqual(body.preferences.lists, [
      { ...firstLook, ...old[0] },
    ]);
  }));
