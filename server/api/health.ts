import { Hono } from "hono";
import { checkDatabase } from "../domain/health/check.ts";
import type { Env } from "../http/env.ts";

/** Reports whether the server works: 200, or 503 if its database doesn't respond or can't be written. */
export const healthApi = new Hono<Env>().get("/", async (c) => {
  const { version } = c.get("deps");
  const found = await checkDatabase(c.get("deps"));
  if (!found) {
    return c.json({ status: "failing", version, schemaVersion: null, database: "failing" }, 503);
  }
  const { schemaVersion, unwritable } = found;
  if (unwritable !== undefined) {
    const answer = { status: "failing", version, schemaVersion, database: "unwritable" };
    return c.json({ ...answer, reason: unwritable }, 503, { "retry-after": "5" });
  }
  return c.json({ status: "ok", version, schemaVersion, database: "ok" });
});
