import type { Page } from "../packages/playwright.ts";

/**
 * Lets the test answer a page's requests to a URL from now on. Playwright reports the route as ready slightly before
 * Chromium applies it, so about 1 % of immediate requests still reach the server. This function sends a probe until the
 * test receives it.
 * @param route the arguments of `page.route`
 */
export async function intercept(page: Page, ...route: Parameters<Page["route"]>): Promise<void> {
  await page.route(...route);
  if (page.url() === "about:blank") return;
  await page.route(`**${tried}`, (route) => route.fulfill({ status: 204 }));
  while (await page.evaluate(async (path) => (await fetch(path)).status, tried) !== 204);
  await page.unroute(`**${tried}`);
}

/** A URL that otherwise returns 200 and that no page requests. */
const tried = "/health";
