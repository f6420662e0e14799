import assert from "node:assert/strict";
import { Catalog } from "../../../server/docs/catalog.ts";
import { sitePaths } from "../../../views/site_paths.ts";
import type { Page } from "../../packages/playwright.ts";
import { bringAxe, runAxeInThemes } from "../../support/chromium.ts";
import { fewOf } from "../../support/share.ts";
import { browserTest } from "../../support/stage.ts";

/** The parts in full, because one test over all pages would take minutes. */
const PARTS = 4;
/** The number of pages in a part of a run, except in full. */
const PAGES = 2;

const paths = [
  "/",
  "/?menu=ENG-142/status",
  ...sitePaths,
  ...new Catalog().pages.keys(),
];

/** Returns the links of a document as the server sends it. Without scripts, a browser shows the same. */
async function linksSent(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path, { headers: { accept: "text/html" } })).text();
  return [...html.matchAll(/<a\b[^>]*? href="([^"]+)"/g)]
    .map(([, href]) => href!.replaceAll("&amp;", "&"));
}

for (let part = 0; part < PARTS; part++) {
  browserTest(
    `public pages have no mistake that axe-core or the console reports, and fit 360 px, part ${
      part + 1
    }`,
    async ({ open }) => {
      await using visit = await open({ width: 360 });
      const { page } = visit;
      await bringAxe(page);
      for (const path of fewOf(paths.filter((_, at) => at % PARTS === part), PAGES)) {
        await page.goto(path);
        await runAxeInThemes(page, path);
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
        assert.ok(wide <= 360, `${path}: ${wide} px`);
        // The crawls of tests/docs and tests/web follow these links without a browser
        const links = await page.evaluate<string[]>(
          "Array.from(document.links, (link) => link.getAttribute('href'))",
        );
        assert.deepEqual(links, await linksSent(page, path), `${path}: links that scripts changed`);
        assert.deepEqual(visit.complaints, [], path);
      }
    },
  );
}

browserTest("a docs address without a page is accessible in either theme", async ({ open }) => {
  await using visit = await open({ width: 360 });
  await visit.page.goto("/docs/nothing");
  await runAxeInThemes(visit.page, "/docs/nothing");
});
