import type { Page } from "../packages/playwright.ts";

/**
 * Has a page's requests to a URL answered by the test from now on. Playwright says so a moment before Chromium heeds it:
 * 1 request of 100 that follows at once goes to the server all the same. So one is sent until it is answered here.
 * @param route what, by what, and how often, as `page.route` takes it
 */
export async function intercept(page: Page, ...route: Parameters<Page["route"]>): Promise<void> {
  await page.route(...route);
  if (page.url() === "about:blank") return;
  await page.route(`**${tried}`, (route) => route.fulfill({ status: 204 }));
  while (await page.evaluate(async (path) => (await fetch(path)).status, tried) !== 204);
  await page.unroute(`**${tried}`);
}

/** An address that answers 200 otherwise, which no page asks for. */
const tried = "/health";
