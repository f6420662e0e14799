import { Hono } from "hono";
import { docsPath, markdownPath } from "../../views/docs_paths.ts";
import { feedPath, previewImagePath, sitePaths } from "../../views/site_paths.ts";
import type { Deps, Env } from "../http/env.ts";
import type { Docs } from "./docs.tsx";

/** Serves the docs and the public site. Their code, their packages, and the pages' front matter load with the first request. */
export function docsApp(): Hono<Env> {
  let docs: Promise<Docs> | undefined;
  const load = () => docs ??= import("./docs.tsx").then(({ Docs }) => new Docs());
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
  return app;
}

/** Returns a search of the docs for pages without scripts. What it searches loads with the first text. */
export function docsSearch(): Deps["searchDocs"] {
  let search: Promise<Deps["searchDocs"]> | undefined;
  return async (text) => {
    if (!text.trim()) return [];
    search ??= import("./search.ts").then(({ makeSearch }) => makeSearch());
    return await (await search)(text);
  };
}
