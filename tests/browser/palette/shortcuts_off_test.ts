import assert from "node:assert/strict";
import { find, openPalette, pointsAt } from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "single-key shortcuts stay off after a command with a shortcut is chosen",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await page.evaluate("document.body.dataset.shortcuts = 'off'");
    await openPalette(page);
    await find(page, "keyboard shortcuts");
    await pointsAt(page, "Keyboard shortcuts");
    await page.keyboard.press("Enter");
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await keys.waitFor();
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);
