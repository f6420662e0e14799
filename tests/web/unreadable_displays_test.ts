import assert from "node:assert/strict";
import { sql } from "kysely";
import { sidebarPath } from "../../views/paths.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("unreadable list displays fall back to the defaults, are logged once, and can be replaced", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    for (const broken of ["{", "5", "null", "[null]", '[{"list":7}]', ""]) {
      await app.world.database.write(async (tx) => {
        await sql`update users set lists = ${broken} where id = ${cast.ada.member.userId}`
          .execute(tx);
      });
      for (let times = 0; times < 2; times++) {
        const { status, html } = await visitor.get("/workspace/tasks");
        assert.equal(status, 200, broken);
        assert.match(html, /data-density="comfortable"/);
      }
      const chosen = { query: "", density: "compact" };
      const done = await visitor.post("/workspace/tasks/display", chosen);
      assert.equal(done.status, 303, done.html);
      assert.match((await visitor.get("/workspace/tasks")).html, /data-density="compact"/);
    }
    assert.deepEqual(app.world.mistakes.splice(0).map((error) => (error as Error).message), [
      `The stored value of users.lists is invalid for ${cast.ada.member.userId}.`,
    ]);
  }));

Deno.test("an unreadable state of the sidebar's groups expands all, is logged once, and is replaced", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    for (const broken of ["{", "5", "null", '["else"]', ""]) {
      await app.world.database.write(async (tx) => {
        await sql`update users set sidebar_folded = ${broken} where id = ${cast.ada.member.userId}`
          .execute(tx);
      });
      for (const path of ["/workspace/tasks", "/workspace/inbox"]) {
        assert.equal((await visitor.get(path)).status, 200, broken);
      }
      const folded = await visitor.post(sidebarPath, { fold: "teams" });
      assert.equal(folded.status, 303, folded.html);
    }
    assert.deepEqual(app.world.mistakes.splice(0).map((error) => (error as Error).message), [
      `The stored value of users.sidebar_folded is invalid for ${cast.ada.member.userId}.`,
    ]);
  }));
