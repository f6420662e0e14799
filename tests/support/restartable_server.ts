import { temporaryFolder } from "./folder.ts";
import type { Visited } from "./house_server.ts";
import { startServer } from "./server.ts";

/** A server with its own database file, which can be killed and restarted. */
export interface RestartableServer extends Visited, AsyncDisposable {
  /** Sends SIGKILL, so that the server can't finish anything. */
  kill(): Promise<void>;
  /** Restarts the server on the same port and file. */
  restart(): Promise<void>;
}

export async function startRestartable(): Promise<RestartableServer> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const settings = {
    BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`,
    BACKLOG_SIGNUP: "open",
  };
  let server = await startServer(settings);
  opened.defer(() => server[Symbol.asyncDispose]());
  const { url } = server;
  const whole = opened.move();
  return {
    url,
    codeFor: (email) => server.codeFor(email),
    kill: () => server.kill(),
    async restart() {
      server = await startServer({ ...settings, BACKLOG_PORT: new URL(url).port });
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}
