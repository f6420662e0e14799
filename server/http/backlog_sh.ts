import { Hono } from "hono";
import type { Env } from "./env.ts";

/** Where the script is. A module that held its text would keep it in memory several times. */
const place = new URL("../../static/backlog.sh", import.meta.url);

/** The line of the script that says which server it talks to until it is told otherwise. */
const BASE_URL = /^BACKLOG_DEFAULT_BASE_URL=".*"$/m;

/** `/backlog.sh`: the command line for those who have only curl and jq, with this server as its own. */
export const backlogShApp = new Hono<Env>().get("/", async (c) => {
  const { origin } = c.get("deps").settings;
  const script = await Deno.readTextFile(place);
  const text = script.replace(BASE_URL, () => `BACKLOG_DEFAULT_BASE_URL="${origin}"`);
  return c.body(text, 200, { "content-type": "text/x-shellscript; charset=utf-8" });
});
