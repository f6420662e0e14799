import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase } from "./database/open.ts";
import { makeDeps } from "./deps.ts";
import { Log } from "./http/log.ts";

/** How long a stop waits for answers under way, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A server that can't listen. Its message is one sentence that says what to do. */
export class ServeError extends Error {
  override name = "ServeError";
}

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
  const deps = await makeDeps(config, database, log);
  const app = createApp(deps);
  const server = listen(config, app.fetch);
  if (config.port === 0) deps.settings.origin = `http://localhost:${server.addr.port}`;
  const url = deps.settings.origin;
  log.say(`Backlog ${deps.version} listens on ${url}`);
  onListen?.(url);
  await stopSignal();
  await finish(server);
  await database.close();
  log.flush();
}

function listen({ port, host }: Config, fetch: Deno.ServeHandler<Deno.NetAddr>) {
  try {
    return Deno.serve({ port, hostname: host, onListen: () => {} }, fetch);
  } catch (cause) {
    throw new ServeError(refusal(cause, host, port), { cause });
  }
}

function refusal(cause: unknown, host: string, port: number): string {
  if (cause instanceof Deno.errors.AddrInUse) {
    return `Port ${port} is taken; stop what listens there, or choose another with --port or BACKLOG_PORT.`;
  }
  if (cause instanceof Deno.errors.PermissionDenied) {
    return `Port ${port} can't be opened by this user; choose one above 1023 with --port or BACKLOG_PORT.`;
  }
  return `Nothing can listen on ${host}:${port} (${
    (cause as Error).message
  }); check BACKLOG_HOST and BACKLOG_PORT.`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}

/** Lets answers under way finish, but not for ever. */
async function finish(server: Deno.HttpServer): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE_MS));
  await Promise.race([server.shutdown(), patience]);
  clearTimeout(timer);
}
