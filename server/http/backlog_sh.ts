import { Hono } from "hono";
import script from "../../static/backlog.sh" with { type: "text" };
import type { Env } from "./env.ts";

/** The line of the script that says which server it talks to until it is told otherwise. */
const BASE_URL = /^BACKLOG_DEFAULT_BASE_URL=".*"$/m;

/** `/backlog.sh`: the command line for those who have only curl and jq, with this server as its own. */
export const backlogShApp = new Hono<Env>().get("/", (c) => {
  const { origin } = c.get("deps").settings;
  const text = script.replace(BASE_URL, () => `BACKLOG_DEFAULT_BASE_URL="${origin}"`);
  return c.body(text, 200, { "content-type": "text/x-shellscript; charset=utf-8" });
});
