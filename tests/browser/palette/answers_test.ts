import assert from "node:assert/strict";
import { intercept } from "../../support/interception.ts";
import {
  find,
  openPalette,
  palette,
  paletteField,
  pointsAt,
  pressOpen,
  result,
  settled,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "a command can be chosen while the server is slow, and a record as soon as it arrives",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await openPalette(page);
    await page.keyboard.press("Escape");
    const waits: (() => void)[] = [];
    await intercept(page, "**/api/workspace/command?*", async (route) => {
      await new Promise<void>((resolve) => waits.push(resolve));
      await route.continue();
    });
    await pressOpen(page);
    await page.keyboard.type("open drafts");
    await pointsAt(page, "Open drafts");
    await palette(page).locator("[data-wait]", { hasText: "Searching…" }).waitFor();
    await palette(page).getByRole("status").getByText("Searching…").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/drafts");
    await pressOpen(page);
    await page.keyboard.type("hinge");
    await palette(page).locator("[data-note]", { hasText: "Searching for “hinge”…" }).waitFor();
    assert.equal(await palette(page).locator("#palette-items [role=option]").count(), 0);
    for (const go of waits) go();
    await settled(page, "hinge");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a row found by its text shows the matching part as long as the search matches it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"], { description: "Nail the lower stave twice" });
    // A live event would make the browser forget its known records
    await intercept(page, "**/workspace/live", () => {});
    await page.goto("/workspace/settings/preferences");
    await openPalette(page);
    await find(page, "stave");
    // When the server is slow, rows with similar words stay above its results
    const found = palette(page).locator('#palette-items [href="/workspace/tasks/ENG-1"]');
    await found.getByText("…the lower stave twice").waitFor();
    await intercept(page, "**/api/workspace/command?*", () => {});
    await paletteField(page).fill("mend");
    await found.getByText("Engineering").waitFor();
    assert.equal(await found.getByText("stave").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "if the server can't be reached, the palette says so and offers to try again",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await openPalette(page);
    await intercept(page, "**/api/workspace/command?*", (route) => route.abort());
    await page.keyboard.type("inbox");
    await pointsAt(page, "Open inbox");
    const again = palette(page).getByRole("button", { name: "Try again" });
    await again.waitFor();
    await page.unroute("**/api/workspace/command?*");
    await again.click();
    await settled(page, "inbox");
    await again.waitFor({ state: "detached" });
    await pointsAt(page, "Open inbox");
  },
);

browserTest(
  "a person who loses access sees the reason, and no earlier results",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    for (
      const [status, why] of [[401, "You're signed out."], [
        403,
        "You no longer have access",
      ]] as const
    ) {
      await openPalette(page);
      await find(page, "mend");
      await intercept(page, "**/api/workspace/command?*", (route) => route.fulfill({ status }));
      await paletteField(page).fill("gate");
      await palette(page).locator("[data-note]", { hasText: why }).waitFor();
      await palette(page).getByRole("status").getByText(why).waitFor();
      await result(page, "gate").first().waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await pressOpen(page);
      await palette(page).locator("[data-note]", { hasText: why }).waitFor();
      await page.keyboard.type("gate");
      await palette(page).locator("[data-note]", { hasText: why }).waitFor();
      assert.equal(await result(page, "gate").count(), 0);
      await page.unroute("**/api/workspace/command?*");
      await page.keyboard.press("Escape");
      await palette(page).waitFor({ state: "detached" });
    }
  },
);
