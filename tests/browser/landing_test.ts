import assert from "node:assert/strict";
import { sitePaths } from "../../views/site_paths.ts";
import type { Page } from "../packages/playwright.ts";
import { requireAccessibleThemes } from "../support/chromium.ts";
import { paletteField } from "../support/palette_pages.ts";
import { browserTest } from "../support/stage.ts";

const previewImage = new URL("../../static/images/preview.png", import.meta.url);

const row = (page: Page, reference: string) => page.locator(`#row-${reference}`);
const isAt = (page: Page, reference: string) =>
  row(page, reference).locator(".row-title").and(page.locator(":focus")).waitFor();

browserTest(
  "J, K, and S work on the landing page's example list without a session",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    await page.goto("/");
    await page.keyboard.press("j");
    await isAt(page, "ENG-142");
    await page.keyboard.press("j");
    await isAt(page, "ENG-139");
    await page.keyboard.press("k");
    await isAt(page, "ENG-142");
    await page.keyboard.press("s");
    const menu = page.getByRole("dialog", { name: "Status of ENG-142" });
    await menu.getByRole("option", { name: "Completed" }).waitFor();
    await page.keyboard.type("compl");
    await page.keyboard.press("Enter");
    await page.locator("#group-completed #row-ENG-142").waitFor();
    await isAt(page, "ENG-142");
    assert.match(page.url(), /\?moved=ENG-142\.completed$/);
    await page.goBack();
    await page.locator("#group-progressed #row-ENG-142").waitFor();
    await row(page, "OPS-31").click({ button: "right", position: { x: 300, y: 10 } });
    await page.getByRole("dialog", { name: "Status of OPS-31" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await paletteField(page).and(page.locator(":focus")).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "axe-core finds nothing on the site's pages, light or dark, and they fit 360 px",
  async ({ open }) => {
    await using visit = await open({ width: 360 });
    const { page } = visit;
    for (const path of ["/", "/?menu=ENG-142/status", ...sitePaths]) {
      await page.goto(path);
      await requireAccessibleThemes(page, path);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      assert.ok(wide <= 360, `${path}: ${wide} px`);
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("the link preview image shows the landing page", async ({ open }) => {
  await using visit = await open();
  const { page } = visit;
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.goto("/");
  const taken = await page.screenshot();
  if (Deno.env.get("BACKLOG_UPDATE_SNAPSHOTS")) await Deno.writeFile(previewImage, taken);
  const sizeOf = (png: Uint8Array) => png.slice(16, 24);
  assert.deepEqual(sizeOf(await Deno.readFile(previewImage)), sizeOf(new Uint8Array(taken)));
});
