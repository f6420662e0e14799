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

/**
 * Starts what `serve` starts, on a port and by the real clock unless said otherwise, but in this process and with its data in memory: for
 * what is looked at through a browser. Everybody may sign up.
 * @param host what the browser calls this machine
 * @param clock what time it is there
 * @param path below which it is served, `/backlog`
 * @param made the world that it is in, if there is one already: it ends with the server
 */
export async function startInside(
  host = "localhost",
  clock = () => new Date(),
  path = "",
  made?: World,
): Promise<Visited & AsyncDisposable> {
  const world = made ?? await createWorld();
  const config = readConfig({
    BACKLOG_ORIGIN: `http://${host}${path}`,
    BACKLOG_SIGNUP: "open",
    BACKLOG_LOG: "json",
    BACKLOG_RATE_LIMIT: "1000000",
  });
  const codes = new Map<string, string>();
  const waiting: (() => void)[] = [];
  const deps = await makeDeps(config, world.database, new Log(config.log, () => {}), clock);
  // Packing them for a browser takes a third of what most of its tests do
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
  const listener = Deno.serve(at, async (request, info) => await fetch(request, info));
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
