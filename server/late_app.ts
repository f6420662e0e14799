import type { Hono } from "hono";
import { createRequire } from "node:module";
import { createHealthApp } from "./health_app.ts";
import type { Deps, Env } from "./http/env.ts";

/** The time from listening to loading all routes if none was requested, in milliseconds. */
const HEAD_START_MS = 250;

/** The number of file descriptors reserved for loading, which opens one file at a time. */
const SPARE_FILES = 8;

const isSource = import.meta.url.endsWith(".ts");

/**
 * Returns a handler that answers `/health` at once, and loads all routes for the first other request. Loading them
 * takes most of a start. Until then, other requests wait instead of being refused.
 *
 * Deno remembers a module that it couldn't load, so loading must not fail because the system has no file descriptor
 * left. `require` blocks the process meanwhile, so no connection can take the reserved descriptors.
 */
export function createLateApp(deps: Deps): Hono<Env>["fetch"] {
  const health = createHealthApp(deps);
  // From source, the server might have permission to read only its own folder
  const file = isSource ? new URL(import.meta.url) : Deno.execPath();
  const kept = Array.from({ length: SPARE_FILES }, () => Deno.openSync(file));
  let app: Hono<Env> | undefined;
  const load = () => {
    for (const file of kept.splice(0)) file.close();
    return app ??= loadApp()(deps);
  };
  Deno.unrefTimer(setTimeout(load, HEAD_START_MS));
  const isHealth = (request: Request) => {
    const path = health.getPath(request);
    return (deps.base ? deps.base.within(path) : path) === "/health";
  };
  return (request, ...rest) =>
    (app ?? (isHealth(request) ? health : load())).fetch(request, ...rest);
}

/** Loads the module of all routes, in a built program too. */
function loadApp(): typeof import("./app.ts").createApp {
  const module = isSource ? "./app.ts" : "./server/app.js";
  const loaded: typeof import("./app.ts") = createRequire(import.meta.url)(module);
  return loaded.createApp;
}
