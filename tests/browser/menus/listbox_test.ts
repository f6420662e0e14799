import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, tells } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask, openTasks } from "../../support/example_tasks.ts";

/** Returns the highlighted option, as announced by a screen reader. */
async function pointed(page: Page): Promise<string> {
  const id = await page.getByRole("combobox", { name: /^Filter: / })
    .getAttribute("aria-activedescendant");
  if (!id) return "nothing";
  const name = await page.locator(`#menu [id="${id}"]`).innerText();
  assert.deepEqual(await page.locator("#menu .here").allInnerTexts(), [name]);
  return name;
}

/** Presses a key in the list's field, and returns the highlighted option. */
async function after(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return await pointed(page);
}

/** Opens the priority menu on a task's page: none, urgent, high, medium, low. */
async function openPriorities(page: Page) {
  await page.keyboard.press("p");
  await page.locator('#menu [role="combobox"]:focus').waitFor();
}

const menuOpen = "#menu:popover-open";

browserTest(
  "in a listbox, arrows wrap around, Home and End jump, and the field keeps the focus",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate", priority: "high" });
    await openPriorities(page);
    const names = await page.locator("#menu [role=option]").allInnerTexts();
    assert.ok(names.length >= 5);
    assert.equal(await pointed(page), "High", "what is chosen already comes first");
    assert.equal(await after(page, "Home"), names[0]);
    assert.equal(await after(page, "ArrowUp"), names.at(-1));
    assert.equal(await after(page, "ArrowDown"), names[0]);
    assert.equal(await after(page, "ArrowDown"), names[1]);
    assert.equal(await after(page, "End"), names.at(-1));
    assert.equal(await after(page, "ArrowUp"), names.at(-2));
    assert.equal(await page.locator('#menu [role="combobox"]:focus').count(), 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "typing leaves only the options that contain every word, and Enter chooses the selected one",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await openPriorities(page);
    const shown = page.locator("#menu [role=option]:visible");
    await page.keyboard.type("zebra");
    await page.locator("#menu").getByText("No matches").waitFor();
    assert.equal(await shown.count(), 0);
    assert.equal(await pointed(page), "nothing");
    await page.keyboard.press("Enter");
    assert.ok(
      await page.locator(menuOpen).isVisible(),
      "Enter with nothing to choose does nothing",
    );
    await page.keyboard.press("Control+a");
    await page.keyboard.type("i");
    const holding = await shown.allInnerTexts();
    assert.ok(holding.length > 1 && holding.every((text) => text.toLowerCase().includes("i")));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("I gh");
    assert.equal(await shown.count(), 1);
    assert.equal(await pointed(page), "High");
    await page.keyboard.press("Enter");
    await tells(page, "Properties", "High");
    await page.locator(menuOpen).waitFor({ state: "hidden" });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "text typed while an option has the focus goes to the field",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await openPriorities(page);
    await page.getByRole("option", { name: "Low" }).focus();
    await page.keyboard.type("ur");
    const field = page.getByRole("combobox", { name: "Filter: Priority" });
    assert.equal(await field.inputValue(), "ur");
    assert.equal(await pointed(page), "Urgent");
  },
);

browserTest(
  "several labels can be chosen one after another by keyboard, and the highlighted position stays",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await page.keyboard.press("l");
    const field = page.locator('#menu [role="combobox"]:focus');
    await field.waitFor();
    await page.keyboard.press("ArrowDown");
    const second = await after(page, "ArrowDown");
    await page.keyboard.press("Enter");
    const option = page.getByRole("option", { name: second, exact: true });
    await page.locator('#menu [aria-selected="true"]').waitFor();
    assert.equal(await option.getAttribute("aria-selected"), "true");
    await page.locator("#menu .here").waitFor();
    assert.equal(await pointed(page), second);
    await field.waitFor();
    const third = await after(page, "ArrowDown");
    assert.notEqual(third, second);
    await page.keyboard.press("Enter");
    await page.locator('#menu [aria-selected="true"]').nth(1).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(menuOpen).waitFor({ state: "hidden" });
    await tells(page, "Properties", third);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Esc closes the menu and returns the focus to the opener, and Tab continues from there",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await row(page, "Mend the gate").focus();
    await openPriorities(page);
    await page.keyboard.press("Escape");
    await page.locator(menuOpen).waitFor({ state: "hidden" });
    await page.locator(".row-title:focus").waitFor();

    await openPriorities(page);
    await page.keyboard.press("Shift+Tab");
    await page.locator(menuOpen).waitFor({ state: "hidden" });
    await page.locator("#main .row a:not(.row-title):focus").waitFor();

    await row(page, "Mend the gate").focus();
    await page.keyboard.press("d");
    await page.locator('#menu [role="combobox"]:focus').waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#menu input[type=date]:focus").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
