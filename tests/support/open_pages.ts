import type { Page } from "../packages/playwright.ts";

/** How often a page asks for itself because there is news, from now on. */
export function looksOf(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.method() === "GET" && "backlog-live" in request.headers()) count++;
  });
  return () => count;
}
