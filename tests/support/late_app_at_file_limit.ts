import { readConfig } from "../../server/config.ts";
import { migrate } from "../../server/database/migrate.ts";
import { openDatabase } from "../../server/database/open.ts";
import { makeDeps } from "../../server/deps.ts";
import { Log } from "../../server/http/log.ts";
import { createLateApp } from "../../server/late_app.ts";

/** Opens files until the process can't open any more, then requests a page. Prints the status of the response. */

const database = await openDatabase(":memory:");
await migrate(database);
const fetch = createLateApp(await makeDeps(readConfig({}), database, new Log("none")));
const request = (path: string) => fetch(new Request(`http://localhost:5173${path}`));
await request("/health");
const files: Deno.FsFile[] = [];
try {
  for (;;) files.push(Deno.openSync("/dev/null"));
} catch (error) {
  if (!(error as Error).message.includes("os error 24")) throw error;
}
const { status } = await request("/auth/signin");
for (const file of files) file.close();
console.log(status);
Deno.exit();
