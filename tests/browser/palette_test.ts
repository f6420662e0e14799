import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { openTask, row } from "../support/browser_walk.ts";
import { intercept } from "../support/interception.ts";
import {
  actionsOf,
  find,
  openActions,
  openPalette,
  palette,
  paletteField,
  pointsAt,
  pressOpen,
  result,
  settled,
} from "../support/palette_pages.ts";
import { browserTest } from "../support/stage.ts";
import { openTasks } from "../support/example_tasks.ts";

/** Opens the palette on a list with `Mend the gate` and `Mend the fence`. */
async function openOverTwoTasks(page: Page) {
  await openTasks(page, ["Mend the gate", "Mend the fence"]);
  await openPalette(page);
}

browserTest("every launcher opens the palette, and Esc returns the focus", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await openTasks(page, ["Mend the gate"]);
  await row(page, "Mend the gate").focus();
  for (const key of ["Control+k", "/"]) {
    await pressOpen(page, key);
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    await row(page, "Mend the gate").and(page.locator(":focus")).waitFor();
  }
  for (const place of [page.locator("#bar"), page.locator("#sidebar")]) {
    await place.getByRole("link", { name: "Search", exact: true }).click();
    await paletteField(page).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
  }
  await page.goto("/workspace/search");
  await paletteField(page).and(page.locator(":focus")).waitFor();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/workspace/inbox");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "text typed before the palette's script loads goes into the palette's field",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const come = Promise.withResolvers<void>();
    await intercept(page, "**/assets/palette.*", async (route) => {
      await come.promise;
      await route.continue();
    });
    await page.reload();
    await page.locator("script[src*=palette]").waitFor({ state: "attached" });
    await page.locator("#bar").getByRole("link", { name: "Search", exact: true }).click();
    await page.keyboard.type("open roadm");
    come.resolve();
    await pointsAt(page, "Open roadmap");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/roadmap");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a row that still matches keeps its element, and acts on the page that is now open",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openOverTwoTasks(page);
    await find(page, "mend");
    await result(page, "Mend the gate").first().evaluate((one) => one.dataset.stood = "");
    await find(page, "mend the");
    await result(page, "Mend the gate").first().and(page.locator("[data-stood]")).waitFor();
    await page.keyboard.press("Escape");

    for (const title of ["Mend the gate", "Mend the fence"]) {
      await openTask(page, title);
      await openPalette(page);
      await find(page, "change status");
      await pointsAt(page, "Change status");
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: "In progress" }).click();
      await page.locator(".rail").getByText("In progress").waitFor();
      await page.goBack();
      await row(page, title).waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "arrows, Enter, and Tab choose the row that is announced, on both levels",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openOverTwoTasks(page);
    await pointsAt(page, "Create task");
    await find(page, "mend");
    const shown = palette(page).locator("#palette-items [role=option]");
    await shown.nth(0).and(page.locator(".here")).waitFor();
    await page.keyboard.press("ArrowDown");
    await shown.nth(1).and(page.locator(".here")).waitFor();
    await find(page, "Mend the gate");
    await pointsAt(page, "Mend the gate");
    await page.keyboard.press("Tab");
    await result(page, "Mend the gate").first().and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Shift+Tab");
    await paletteField(page).focus();
    await openActions(page);
    await pointsAt(page, "Mark task", actionsOf(page));
    await page.keyboard.type("zebra");
    await actionsOf(page).getByText("No matching actions").waitFor();
    await page.keyboard.press("Escape");
    await actionsOf(page).waitFor({ state: "detached" });
    await paletteField(page).and(page.locator(":focus")).waitFor();
    await openActions(page);
    await page.keyboard.type("complete task");
    await pointsAt(page, "Complete task", actionsOf(page));
    await page.keyboard.press("Enter");
    await palette(page).waitFor({ state: "detached" });
    await page.locator("#toasts").getByText("ENG-1 completed").waitFor();
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await page.locator("#toasts").getByText("Undone: changes to ENG-1").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a task is opened and created from typed text", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await openTasks(page, ["Mend the gate"]);
  await openPalette(page);
  await page.keyboard.type("ENG-1");
  await settled(page, "ENG-1");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/workspace/tasks/ENG-1");
  await openPalette(page);
  await pointsAt(page, "Mend the gate");
  await page.keyboard.type("create task Oil the hinges");
  await pointsAt(page, "Create task");
  await page.keyboard.press("Enter");
  const title = page.locator("#composer [name=title]");
  await title.waitFor();
  assert.equal(await title.inputValue(), "Oil the hinges");
  await palette(page).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await title.waitFor({ state: "detached" });
  await openPalette(page);
  await page.keyboard.type("create Mend it !high @me tomorrow");
  // At typing speed: the text is searched before a result is chosen
  await page.keyboard.press("Enter");
  await title.and(page.locator(":focus")).waitFor();
  assert.equal(await title.inputValue(), "Mend it");
  await page.locator("#composer").getByText("High", { exact: true }).first().waitFor();
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a selection's actions come first, with their shortcuts, and act on all selected tasks",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Ash", "Beech"]);
    await openTask(page, "Ash");
    await openPalette(page);
    await page.keyboard.type("change status");
    await pointsAt(page, "Change status");
    await page.keyboard.press("Escape");
    await page.goto("/workspace/tasks");
    await row(page, "Ash").focus();
    await page.keyboard.press("Control+a");
    await openPalette(page);
    const first = palette(page).locator("#palette-items [role=group]").first();
    assert.equal(await first.getAttribute("aria-label"), "2 selected tasks");
    const titles = (await first.getByRole("option").allInnerTexts()).join("\n");
    assert.match(titles, /Copy 2 references/);
    assert.doesNotMatch(titles, /branch|favorites/);
    await pointsAt(page, "Change status");
    await page.keyboard.press("Enter");
    await page.locator('#menu:popover-open [role="combobox"]:focus').waitFor();
    await page.keyboard.type("completed");
    await page.keyboard.press("Enter");
    await page.locator("#toasts").getByText(/2 tasks/).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
