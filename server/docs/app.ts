import { Hono } from "hono";
import { docsPath, markdownPath } from "../../views/docs_paths.ts";
import type { Env } from "../http/env.ts";
import type { Docs } from "./docs.tsx";

/** Serves the docs. Their code, their packages, and the pages' front matter load with the first request. */
export function docsApp(): Hono<Env> {
  let docs: Promise<Docs> | undefined;
  const load = () => docs ??= import("./docs.tsx").then(({ Docs }) => new Docs());
  const app = new Hono<Env>();
  for (const path of [docsPath, markdownPath(docsPath), `${docsPath}/*`]) {
    app.get(path, async (c) => (await load()).answer(c));
  }
  return app;
}
