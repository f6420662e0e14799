import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { waitForSelectionCount } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

/** The buttons of the selection bar that depend on its width, and the menus that are only in More. */
const properties = ["Status", "Priority", "Assignee", "Labels", "Deadline", "Project"];
const further = ["Milestone", "Parent task", "Team"];

const open = (page: Page) => page.locator("#menu:popover-open");

/** Waits for a menu, checks that it is visible and next to its button or at the screen's edge, and closes it. */
async function requireInPlace(page: Page, name: string, beside: string, isSheet: boolean) {
  const menu = open(page).and(page.getByRole("dialog", { name: new RegExp(`^${name}`) }));
  await menu.locator("[data-menu-start]").waitFor();
  const { x, y, width, height } = (await menu.boundingBox())!;
  const button = (await page.locator(beside).boundingBox())!;
  const screen = page.viewportSize()!;
  const [right, bottom] = [x + width, y + height];
  const where = JSON.stringify({ name, x, y, right, bottom, button, screen });
  assert.ok(x >= 0 && y >= 0 && right <= screen.width && bottom <= screen.height, where);
  if (isSheet) assert.deepEqual([x, right, bottom], [0, screen.width, screen.height], where);
  else {
    assert.equal(bottom, button.y - 4, where);
    assert.ok(x === button.x || right === screen.width - 8, where);
  }
  await page.keyboard.press("Escape");
  await open(page).waitFor({ state: "hidden" });
}

browserTest(
  "menus of the selection bar open at their buttons, and More contains the menus that don't fit",
  async ({ server, enter, step }) => {
    for (const width of [1440, 1000, 768, 390]) {
      await step(`${width} px`, async () => {
        const isPhone = width < 768;
        await using visit = await enter({ width, touch: isPhone }, `ada${width}@example.com`);
        const { page } = visit;
        await createAndListTasks(page, server.url, numberedNames("Jar", 3));
        await row(page, "Jar 3").focus();
        await page.keyboard.press("x");
        await page.keyboard.press("Shift+ArrowDown");
        await waitForSelectionCount(page, "2 selected");
        const press = async (name: string) => {
          const button = page.locator(`#selection [data-opens="${name.toLowerCase()}"]`);
          await (isPhone ? button.tap() : button.click());
        };
        const hidden = new Set(properties);
        for (const name of properties) {
          const button = `#selection [data-opens="${name.toLowerCase()}"]`;
          if (!await page.locator(button).isVisible()) continue;
          hidden.delete(name);
          await press(name);
          await requireInPlace(page, name, button, isPhone);
        }
        assert.equal(hidden.size, { 768: 2, 390: 4 }[width] ?? 0);
        for (const name of [...hidden, ...further]) {
          await press("actions");
          await open(page).getByRole("option", { name: new RegExp(`${name}…$`, "i") }).click();
          await requireInPlace(page, name, '#selection [data-opens="actions"]', isPhone);
        }
        assert.deepEqual(visit.complaints, []);
      });
    }
  },
);
