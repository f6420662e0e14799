import assert from "node:assert/strict";
import { compose } from "../../support/browser_walk.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { actionsOf, find, openActions, openPalette } from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "axe-core finds nothing in the palette on either level, light or dark, and it fits 360 px",
  async ({ enter }) => {
    await using visit = await enter({ width: 360 });
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await compose(page, {
      title: "Mend the gate before the first frost comes over the whole of it",
    });
    await openPalette(page);
    await requireAccessibleThemes(page, "as it opens", "#palette");
    await find(page, "gate");
    await requireAccessibleThemes(page, "what is found", "#palette");
    await openActions(page);
    await actionsOf(page).getByText("Complete task").waitFor();
    await requireAccessibleThemes(page, "what can be done", "#palette");
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    assert.ok(wide <= 360, `${wide} px`);
    assert.deepEqual(visit.complaints, []);
  },
);
