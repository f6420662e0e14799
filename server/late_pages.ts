import type { Hono } from "hono";
import { createApp } from "./app.ts";
import type { Deps, Env } from "./http/env.ts";

/** Paths of the API. Every other path waits for the pages. */
const API = /^\/(?:api\/v1|health|metrics|openapi\.json)(?:\/|$)/;

/** The pages' module, in a built program too. No import names it: Deno reads each named module before it runs any. */
const webModule = new URL(
  import.meta.url.endsWith(".ts") ? "./web/app.ts" : "./server/web/app.js",
  import.meta.url,
).href;

/** How long after a start the pages are loaded if none was requested, in milliseconds. */
const HEAD_START_MS = 250;

async function loadWeb(): Promise<Hono<Env>> {
  const { webApp }: typeof import("./web/app.ts") = await import(webModule);
  return webApp();
}

/**
 * Creates an app that answers the API at once, and every other request when the pages are loaded. Loading them is a
 * quarter of a start, so the first requests to the API don't wait for it.
 * @returns `loaded` rejects if the pages can't be loaded. Deno remembers that, so this process can't try again.
 */
export function createAppWithLatePages(
  deps: Deps,
  load: () => Promise<Hono<Env>> = loadWeb,
): { fetch: Hono<Env>["fetch"]; loaded: Promise<unknown> } {
  const api = createApp(deps);
  const asksApi = (request: Request) => {
    const path = api.getPath(request);
    return API.test(deps.base ? deps.base.within(path) ?? "" : path);
  };
  let app: Hono<Env> | undefined;
  const wanted = Promise.withResolvers<void>();
  const timer = setTimeout(wanted.resolve, HEAD_START_MS);
  const loaded = wanted.promise.then(async () => {
    clearTimeout(timer);
    return app = createApp(deps, await load());
  });
  return {
    fetch(request, ...rest) {
      if (app) return app.fetch(request, ...rest);
      if (asksApi(request)) return api.fetch(request, ...rest);
      wanted.resolve();
      return loaded.then(({ fetch }) => fetch(request, ...rest));
    },
    loaded,
  };
}
