import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import {
  find,
  openPalette,
  palette,
  paletteField,
  pointsAt,
  pressOpen,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "the right arrow key opens a result in the panel, and closing the panel reopens the palette unchanged",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate", "Mend the fence"]);
    await page.goto("/workspace/tasks?q=gate");
    await row(page, "Mend the gate").waitFor();
    await openPalette(page);
    await find(page, "mend");
    for (const title of ["Mend the fence", "Mend the gate"]) {
      await find(page, title.toLowerCase());
      await pointsAt(page, title);
      await page.keyboard.press("ArrowRight");
      await palette(page).waitFor({ state: "detached" });
      await page.locator("#peek h2", { hasText: title }).waitFor();
      await page.keyboard.press("Escape");
      await paletteField(page).and(page.locator(":focus")).waitFor();
      assert.equal(await paletteField(page).inputValue(), title.toLowerCase());
      await pointsAt(page, title);
      await page.locator("#peek:not([hidden])").waitFor({ state: "detached" });
    }
    // Within a text, arrows move between its letters, and Space types a space
    await paletteField(page).fill("mend");
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
    await page.keyboard.type(" ");
    await palette(page).waitFor();
    assert.equal(await paletteField(page).inputValue(), "men d");
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    // On pages without a panel, the key does nothing and isn't announced
    await page.goto("/workspace/tasks/ENG-1");
    await pressOpen(page);
    await find(page, "mend the gate");
    await palette(page).locator("[data-peeks]").waitFor({ state: "hidden" });
    await page.keyboard.press("ArrowRight");
    await pointsAt(page, "Mend the gate");
    assert.deepEqual(visit.complaints, []);
  },
);
