import { Hono } from "hono";
import { docsPath, markdownPath } from "../../views/docs_paths.ts";
import { landingPath } from "../../views/paths.ts";
import { feedPath, previewImagePath, sitePaths } from "../../views/site_paths.ts";
import type { Env } from "../http/env.ts";

/**
 * Serves the docs and the public site, and gives the landing page a search of the docs. Their code, their packages, and the
 * pages' front matter load with the first request.
 */
export function docsApp(): Hono<Env> {
  const load = loadOnce(() => import("./docs.tsx").then(({ Docs }) => new Docs()));
  const app = new Hono<Env>();
  const files = [
    "/llms.txt",
    "/llms-full.txt",
    "/robots.txt",
    "/sitemap.xml",
    feedPath,
    previewImagePath,
  ];
  const wellKnown = ["/.well-known/api-catalog", "/.well-known/agent-skills/*"];
  const site = sitePaths.flatMap((path) => [path, markdownPath(path), `${path}/README.md`]);
  const pages = [docsPath, markdownPath(docsPath), `${docsPath}/*`, ...site];
  for (const path of [...pages, ...files, ...wellKnown]) {
    app.get(path, async (c) => (await load()).answer(c));
  }
  const searchDocs = docsSearch();
  app.use(landingPath, (c, next) => {
    c.set("searchDocs", searchDocs);
    return next();
  });
  return app;
}

/** Creates a search of the docs for the landing page without scripts. The searched data loads with the first text. */
function docsSearch(): Env["Variables"]["searchDocs"] {
  const load = loadOnce(() => import("./search.ts").then(({ makeSearch }) => makeSearch()));
  return async (text) => text.trim() ? await (await load())(text) : [];
}

/** Returns a function that loads a value once. If loading fails, the next call tries again. */
function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () =>
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
}
