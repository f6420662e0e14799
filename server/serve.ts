import type { Config } from "./config.ts";
import { collectGarbage } from "./database/collect_garbage.ts";
import { migrate } from "./database/migrate.ts";
import { isServer, openDatabase } from "./database/open.ts";
import { EXPERIMENTAL, requireUsable } from "./database/server_trial.ts";
import { makeDeps } from "./deps.ts";
import { forgetUndo } from "./domain/activity/forget_undo.ts";
import { forgetUnsent } from "./domain/comments/unsent/erase.ts";
import { forgetTokens } from "./domain/personal_tokens/ended.ts";
import { storeOpened } from "./domain/recents/opened.ts";
import { remindOfUpdates } from "./domain/project_updates/remind.ts";
import type { Services } from "./domain/core/operation.ts";
import { mergeSearchIndex } from "./domain/search/merge_index.ts";
import { eraseWorkspaces } from "./domain/workspaces/erase.ts";
import { Log } from "./http/log.ts";
import { createLateApp } from "./late_app.ts";
import { Listener } from "./listen.ts";
import { Postman } from "./mail/postman.ts";

/**
 * The time from listening to a garbage collection, in milliseconds. It frees an eighth of the memory in about 50 ms, which
 * an idle server wouldn't do by itself.
 */
const STARTED_MS = 500;

/** The time to the first run of the jobs, and between runs, in milliseconds. */
const JOBS_FIRST_MS = 60_000;
const JOBS_EVERY_MS = 3_600_000;

/** The time between stores of recently opened records, in milliseconds. */
const RECENTS_EVERY_MS = 10_000;

/**
 * Regular jobs: expire undo and draft comments, erase tokens that ended long ago, remind of project updates, erase
 * deleted workspaces, and merge search indexes.
 */
export const jobs = {
  forgetUndo,
  forgetUnsent,
  forgetTokens,
  remindOfUpdates,
  eraseWorkspaces,
  mergeSearchIndex,
};

/**
 * Opens and migrates the database and serves requests until it is stopped (SIGTERM, Ctrl-C). It then finishes running
 * requests and closes.
 * @param onListen called with the URL once the server answers
 * @throws ConfigError, DatabaseError, or ServeError with a message for the operator
 */
export async function serve(config: Config, onListen?: (url: string) => void): Promise<void> {
  const log = new Log(config.log);
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  await migrate(database);
  await requireUsable(database, config.databaseUrl);
  database.writable.reportTo((line) => log.say(line));
  await database.writable.look();
  const deps = await makeDeps(config, database, log);
  const listener = new Listener(config, createLateApp(deps), (line) => log.say(line));
  if (config.port === 0) {
    deps.settings.origin = `http://localhost:${listener.port}${deps.base?.path ?? ""}`;
  }
  const url = deps.settings.origin;
  log.say(startedLine(deps.version, url, `${config.host}:${listener.port}`));
  if (isServer(config.databaseUrl)) log.say(EXPERIMENTAL);
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

/**
 * Returns the log line of a server that has started.
 * @param url where clients reach the server
 * @param address host and port on this machine, which the line names if a proxy serves the URL
 */
export function startedLine(version: string, url: string, address: string): string {
  const { protocol, port } = new URL(url);
  const isDirect = protocol === "http:" && address.endsWith(`:${port || 80}`);
  return `Backlog ${version} listens on ${isDirect ? url : `${address} and serves ${url}`}`;
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
