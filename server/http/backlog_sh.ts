import { Hono } from "hono";
import { staticFolder } from "./assets.ts";
import type { Env } from "./env.ts";

/** The script's file. A module with the script's text would keep several copies in memory. */
const place = new URL("backlog.sh", staticFolder);

/** The line of the script that sets its default server. */
const BASE_URL = /^BACKLOG_DEFAULT_BASE_URL=".*"$/m;

/** Serves `/backlog.sh`, the command line that needs only Bash, curl, and jq, with this server as its default. */
export const backlogShApp = new Hono<Env>().get("/", async (c) => {
  const { origin } = c.get("deps").settings;
  const script = await Deno.readTextFile(place);
  const text = script.replace(BASE_URL, () => `BACKLOG_DEFAULT_BASE_URL="${origin}"`);
  return c.body(text, 200, { "content-type": "text/x-shellscript; charset=utf-8" });
});
