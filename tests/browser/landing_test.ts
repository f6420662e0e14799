import assert from "node:assert/strict";
import { sitePaths } from "../../views/site_paths.ts";
import type { Page } from "../packages/playwright.ts";
import { openVisit } from "../support/chromium.ts";
import { startInside } from "../support/house_server.ts";
import { paletteField } from "../support/palette_pages.ts";
import { assertCurrent } from "../support/pictures.ts";
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
  "the first visit to a public page loads at most 100 KB, and to a docs page 60 KB, including files that load later",
  async ({ browser, server }) => {
    for (const path of ["/", "/docs", "/docs/web/task/detail", "/auth/signin", ...sitePaths]) {
      await using visit = await openVisit(browser, server.url);
      const session = await visit.context.newCDPSession(visit.page);
      await session.send("Network.enable");
      let bytes = 0;
      session.on("Network.loadingFinished", ({ encodedDataLength }) => bytes += encodedDataLength);
      await visit.page.goto(path);
      const idle = "new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3_000 }))";
      await visit.page.evaluate(idle);
      await visit.page.waitForLoadState("networkidle");
      const most = path.startsWith("/docs") ? 60_000 : 100_000;
      assert.ok(bytes > 15_000 && bytes <= most, `${path}: ${bytes} bytes`);
      assert.deepEqual(visit.complaints, []);
    }
  },
  () => startInside({ isCompressed: true }),
);

browserTest("search on the landing page loads on first use", async ({ open }) => {
  await using visit = await open();
  const { page } = visit;
  for (const by of ["click", "key"]) {
    await page.goto("/");
    assert.equal(await page.locator("head script[src*=later]").count(), 0);
    const launcher = page.getByRole("banner").getByRole("link", { name: "Search" });
    await (by === "click" ? launcher.click() : page.keyboard.press("/"));
    await paletteField(page).and(page.locator(":focus")).waitFor();
    assert.equal(new URL(page.url()).search, "");
  }
  assert.deepEqual(visit.complaints, []);
});

browserTest("the link preview image shows the landing page", async ({ open }) => {
  await using visit = await open();
  const { page } = visit;
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.goto("/");
  await assertCurrent(page, previewImage, await page.screenshot());
});
