import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { collectGarbage } from "./database/collect_garbage.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase } from "./database/open.ts";
import { makeDeps } from "./deps.ts";
import { forgetUndo } from "./domain/activity/forget_undo.ts";
import { forgetUnsent } from "./domain/comments/unsent/erase.ts";
import { storeOpened } from "./domain/recents/opened.ts";
import { remindOfUpdates } from "./domain/project_updates/remind.ts";
import type { Services } from "./domain/core/operation.ts";
import { eraseWorkspaces } from "./domain/workspaces/erase.ts";
import { Log } from "./http/log.ts";
import { Listener } from "./listen.ts";
import { Postman } from "./mail/postman.ts";

/**
 * How long after it listens a server lets go of what starting left behind, in milliseconds: an eighth of its memory,
 * for a pause of some 50 ms. Nothing else would make it while few ask.
 */
const STARTED_MS = 500;

/** When it first does what it does by itself, and how often from then on, in milliseconds. */
const JOBS_FIRST_MS = 60_000;
const JOBS_EVERY_MS = 3_600_000;

/** How often what people opened is stored, in milliseconds. */
const RECENTS_EVERY_MS = 10_000;

/**
 * What the server does by itself, now and then: it lets go of what can no longer be undone or was never sent,
 * reminds people, and erases what deleted workspaces held.
 */
export const jobs = { forgetUndo, forgetUnsent, remindOfUpdates, eraseWorkspaces };

/**
 * Opens and migrates the database, listens, and answers until it is told to stop (SIGTERM, Ctrl-C); then it
 * finishes what is under way and closes.
 * @param onListen gets the URL once the server answers
 * @throws ConfigError, DatabaseError, ServeError: one sentence that says what to do
 */
export async function serve(config: Config, onListen?: (url: string) => void): Promise<void> {
  const log = new Log(config.log);
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  await migrate(database);
  database.writable.reportTo((line) => log.say(line));
  await database.writable.look();
  const deps = await makeDeps(config, database, log);
  const app = createApp(deps);
  const listener = new Listener(config, app.fetch, (line) => log.say(line));
  if (config.port === 0) {
    deps.settings.origin = `http://localhost:${listener.port}${deps.base?.path ?? ""}`;
  }
  const url = deps.settings.origin;
  log.say(`Backlog ${deps.version} listens on ${url}`);
  onListen?.(url);
  const clearing = setTimeout(collectGarbage, STARTED_MS);
  const work = () => {
    for (const [job, run] of Object.entries(jobs)) {
      void run(deps).catch((error) => deps.logError(error, { job }));
    }
  };
  const working = [setTimeout(work, JOBS_FIRST_MS), setInterval(work, JOBS_EVERY_MS)];
  const storing = setInterval(() => void storeRecents(deps), RECENTS_EVERY_MS);
  const postman = new Postman(deps, (line) => log.say(line));
  await stopSignal();
  clearTimeout(clearing);
  for (const timer of working) clearTimeout(timer);
  clearInterval(storing);
  deps.live.close();
  await Promise.all([listener.stop(), postman.stop()]);
  await storeRecents(deps);
  await database.close();
  log.flush();
}

async function storeRecents(deps: Services): Promise<void> {
  await storeOpened(deps).catch((error) => deps.logError(error, { job: "storeOpened" }));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}
