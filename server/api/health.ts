import { sql } from "kysely";
import { Hono } from "hono";
import { schemaVersion } from "../database/migrate.ts";
import type { Env } from "../http/env.ts";

/** Whether this server works: 200, or 503 when its database doesn't answer. */
export const healthApi = new Hono<Env>().get("/", async (c) => {
  const { database, version } = c.get("deps");
  try {
    await sql`select 1`.execute(database.read);
    const schema = await schemaVersion(database);
    return c.json({ status: "ok", version, schemaVersion: schema, database: "ok" });
  } catch {
    return c.json({ status: "failing", version, schemaVersion: null, database: "failing" }, 503);
  }
});
