import { createTestApp, type TestApp } from "../support/app.ts";

/** A test server that programs can reach. */
interface Served extends AsyncDisposable {
  app: TestApp;
  origin: string;
}

/** Serves an app on a port of its own. Its pages name that origin. */
export async function serve(app?: TestApp): Promise<Served> {
  const served = app ?? await createTestApp();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => served.app.fetch(request),
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  served.world.services.settings.origin = origin;
  return {
    app: served,
    origin,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      if (!app) await served[Symbol.asyncDispose]();
    },
  };
}
