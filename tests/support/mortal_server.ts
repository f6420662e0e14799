import { temporaryFolder } from "./folder.ts";
import type { Visited } from "./house_server.ts";
import { startServer } from "./server.ts";

/** A program on a file of its own that can be killed, and started again where it was. */
export interface MortalServer extends Visited, AsyncDisposable {
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and file. */
  revive(): Promise<void>;
}

export async function startMortal(): Promise<MortalServer> {
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
    async revive() {
      server = await startServer({ ...settings, BACKLOG_PORT: new URL(url).port });
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}
