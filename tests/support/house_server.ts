import { noMailer } from "../../server/domain/core/mailer.ts";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { makeDeps } from "../../server/deps.ts";
import { Log } from "../../server/http/log.ts";
import { sharedAssets } from "./assets.ts";
import { within } from "./limits.ts";
import type { TestServer } from "./server.ts";
import { createWorld, type World } from "./world.ts";

/** What a visitor needs of a server: where it is, and the codes that it would mail. */
export type Visited = Pick<TestServer, "url" | "codeFor">;

/** The options of a server in this process. */
export interface InsideOptions {
  /** Name of this machine in the browser; `localhost` by default. */
  host?: string;
  /** Clock of the server; the real time by default. */
  clock?: () => Date;
  /** Path below which the server answers, such as `/backlog`; the root by default. */
  path?: string;
  /** World that ends with the server; a new one by default. */
  world?: World;
  /** Whether scripts and styles are sent compressed. Compressing them takes as long as most tests. */
  isCompressed?: boolean;
}

/**
 * Starts the same server as `serve`, but in this process and with its data in memory, for tests with a browser. Anyone
 * can sign up.
 */
export async function startInside({
  host = "localhost",
  clock = () => new Date(),
  path = "",
  world: given,
  isCompressed = false,
}: InsideOptions = {}): Promise<Visited & AsyncDisposable> {
  const world = given ?? await createWorld();
  const config = readConfig({
    BACKLOG_ORIGIN: `http://${host}${path}`,
    BACKLOG_SIGNUP: "open",
    BACKLOG_LOG: "json",
    BACKLOG_RATE_LIMIT: "1000000",
  });
  const codes = new Map<string, string>();
  const waiting: (() => void)[] = [];
  const deps = await makeDeps(config, world.database, new Log(config.log, () => {}), clock);
  deps.assets = sharedAssets(deps.base);
  deps.mailer = {
    ...noMailer,
    delivers: deps.mailer.delivers,
    send({ to, summary }) {
      codes.set(to, summary.replace(/\D/g, ""));
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
  const at = { port: 0, hostname: config.host, onListen: () => {} };
  const { fetch } = createApp(deps);
  const asked = (request: Request) =>
    isCompressed || !request.url.includes("/assets/") ? request : uncompressed(request);
  const listener = Deno.serve(at, async (request, info) => await fetch(asked(request), info));
  deps.settings.origin = `http://${host}:${listener.addr.port}${path}`;
  return {
    url: deps.settings.origin,
    async codeFor(email) {
      while (!codes.has(email)) {
        const sent = new Promise<void>((resolve) => waiting.push(resolve));
        await within(`The sign-in code for ${email}`, sent);
      }
      const code = codes.get(email)!;
      // The next one is mailed after the page that asks for it is there
      codes.delete(email);
      return code;
    },
    async [Symbol.asyncDispose]() {
      deps.live.close();
      await listener.shutdown();
      await world.database.close();
    },
  };
}

/** Returns a request without a body that accepts no compression. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("accept-encoding");
  return new Request(request, { headers });
}
