import type { Page } from "../packages/playwright.ts";

/** Returns a function that counts how often a page has updated itself because of live events. */
export function looksOf(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.method() === "GET" && "backlog-live" in request.headers()) count++;
  });
  return () => count;
}
