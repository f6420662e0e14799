import { noMailer } from "../../../server/domain/core/mailer.ts";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { openDatabase } from "../../../server/database/open.ts";
import { makeDeps } from "../../../server/deps.ts";
import { Log } from "../../../server/http/log.ts";
import { until, within } from "../../support/limits.ts";

/** The parts of a request that show how a command line sent it. */
export interface Seen {
  method: string;
  path: string;
  userAgent: string | null;
  agent: string | null;
}

/** A real server on a socket, with a clock and emails that the test controls. */
export interface TestServer extends AsyncDisposable {
  url: string;
  seen: Seen[];
  /** A promise to wait for before each response. */
  gate: (path: string) => Promise<void> | void;
  /** Returns the last code sent to an address. */
  codeFor(email: string): string;
  /** Returns the next code sent to an address. */
  nextCode(): Promise<string>;
  /** Waits until no stream is open. */
  idle(): Promise<void>;
  /** Moves the clock forward by minutes. */
  wait(minutes: number): void;
}

/**
 * Starts a server with an empty database in memory. Its clock always starts at the same time.
 * @param path the base path, such as `/backlog`
 */
export async function startServer(path = ""): Promise<TestServer> {
  const database = await openDatabase(":memory:");
  await migrate(database);
  const config = readConfig({
    BACKLOG_PORT: "0",
    BACKLOG_ORIGIN: `http://localhost:5173${path}`,
    BACKLOG_SIGNUP: "open",
    BACKLOG_LOG: "none",
  });
  const deps = await makeDeps(config, database, new Log("none"));
  let now = Date.parse("2026-03-02T09:00:00Z");
  const codes = new Map<string, string>();
  deps.clock = () => new Date(now);
  const awaited: ((code: string) => void)[] = [];
  deps.mailer = {
    ...noMailer,
    delivers: false,
    send({ to, summary }) {
      const code = summary.replace(/\D/g, "");
      codes.set(to, code);
      awaited.shift()?.(code);
    },
  };
  const app = createApp(deps);
  const seen: Seen[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request, info) => {
      seen.push({
        method: request.method,
        path: new URL(request.url).pathname + new URL(request.url).search,
        userAgent: request.headers.get("user-agent"),
        agent: request.headers.get("x-backlog-agent"),
      });
      await made.gate(new URL(request.url).pathname);
      return await app.fetch(request, info);
    },
  );
  const made: TestServer = {
    gate: () => {},
    url: `http://127.0.0.1:${server.addr.port}${path}`,
    seen,
    codeFor: (email) => codes.get(email) ?? "",
    nextCode: () => within("A sign-in code", new Promise((resolve) => awaited.push(resolve))),
    idle: () => until("The end of every stream of news", () => deps.live.listening.size === 0),
    wait: (minutes) => now += minutes * 60_000,
    async [Symbol.asyncDispose]() {
      deps.live.close();
      await server.shutdown();
      await database.close();
    },
  };
  return made;
}
