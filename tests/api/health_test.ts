import assert from "node:assert/strict";
import { SCHEMA_VERSION } from "../../server/database/migrate.ts";
import { createTestApp } from "../support/app.ts";

Deno.test("health reports the status, version, schema, and whether the database responds", async () => {
  await using app = await createTestApp();
  const response = await app.app.request("/health");
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {
    status: "ok",
    version: "0.0.0-test",
    schemaVersion: SCHEMA_VERSION,
    database: "ok",
  });
});

Deno.test("health is a 503 when the database is gone", async () => {
  const app = await createTestApp();
  await app.world.database.close();
  const response = await app.app.request("/health");
  assert.equal(response.status, 503);
  assert.equal((await response.json()).status, "failing");
});
