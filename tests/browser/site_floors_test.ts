import assert from "node:assert/strict";
import { Catalog } from "../../server/docs/catalog.ts";
import { sitePaths } from "../../views/site_paths.ts";
import { bringAxe, runAxeInThemes } from "../support/chromium.ts";
import { fewOf } from "../support/share.ts";
import { browserTest } from "../support/stage.ts";

/** The parts in full, because one test over all pages would take minutes. */
const PARTS = 4;
/** The number of pages in a part of a run, except in full. */
const PAGES = 2;

const paths = [
  "/",
  "/?menu=ENG-142/status",
  ...sitePaths,
  ...new Catalog().pages.keys(),
  "/docs/nothing",
];

for (let part = 0; part < PARTS; part++) {
  browserTest(
    `axe-core finds nothing on public pages, light or dark, and they fit 360 px, part ${part + 1}`,
    async ({ open }) => {
      await using visit = await open({ width: 360 });
      const { page } = visit;
      await bringAxe(page);
      for (const path of fewOf(paths.filter((_, at) => at % PARTS === part), PAGES)) {
        await page.goto(path);
        await runAxeInThemes(page, path);
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
        assert.ok(wide <= 360, `${path}: ${wide} px`);
      }
    },
  );
}
