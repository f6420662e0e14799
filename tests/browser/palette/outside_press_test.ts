import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { archiveByKey, row } from "../../support/browser_walk.ts";
import {
  actionsOf,
  find,
  openActions,
  openPalette,
  palette,
  paletteField,
  pressOpen,
} from "../../support/palette_pages.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

/** Returns where the focus is: in the palette, nowhere, or on an element of the page. */
async function focused(page: Page): Promise<string> {
  return await page.locator(":focus").or(page.locator("body")).last().evaluate((active) =>
    active.closest("#palette") ? "palette" : active.matches("body") ? "nowhere" : active.outerHTML
  );
}

/** Waits until the page outside the palette is inert. */
async function covered(page: Page): Promise<void> {
  await page.locator("body > [inert]").first().waitFor({ state: "attached" });
}

/** Returns the roles of the page's landmarks, as announced by a screen reader. */
async function landmarks(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const told = /^(banner|complementary|dialog|main|navigation|search)$/;
  return nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value))
    .filter((role) => told.test(role));
}

browserTest(
  "a press outside the palette only closes it, before and after the page becomes inert",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    const title = row(page, "Mend the gate");
    const before = page.url();
    for (const later of [false, true]) {
      await title.focus();
      await pressOpen(page);
      if (later) await covered(page);
      const { x, y } = (await title.boundingBox())!;
      await page.mouse.click(x + 2, y + 2, { button: "right" });
      assert.equal(await page.locator("#menu:popover-open").count(), 0);
      await page.mouse.click(x + 2, y + 2);
      await palette(page).waitFor({ state: "detached" });
      await title.and(page.locator(":focus")).waitFor();
      assert.equal(page.url(), before);
      assert.equal(await page.locator("[inert]").count(), 0);
    }
    await title.click();
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Tab stays in the palette in both directions, and screen readers find nothing else",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    for (const key of ["Tab", "Shift+Tab"]) {
      await pressOpen(page);
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press(key);
        assert.match(await focused(page), /^(palette|nowhere)$/, `${key}, ${presses}`);
      }
      await paletteField(page).focus();
      await page.keyboard.press("Escape");
      await palette(page).waitFor({ state: "detached" });
    }
    await openPalette(page);
    await covered(page);
    assert.deepEqual(await landmarks(page), ["dialog", "search"]);
    // A press on anything but a field or a row moves the focus, but doesn't act like Escape
    await palette(page).locator(".palette-foot").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    assert.deepEqual((await landmarks(page)).slice(0, 2), ["navigation", "banner"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the palette opens over the composer, and messages beside the palette can be used",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await page.locator("#toasts .toast").waitFor({ state: "detached" });
    await archiveByKey(page, "Mend the gate");
    await openPalette(page);
    await covered(page);
    await palette(page).locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    await row(page, "Mend the gate").waitFor();
    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: "Title" }).fill("Half a title");
    await page.keyboard.press("Control+k");
    await paletteField(page).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    await page.getByRole("textbox", { name: "Title" }).and(page.locator(":focus")).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Escape in the palette returns to the title of a composer that loaded below it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    const shown = Promise.withResolvers<void>();
    await intercept(page, "**/tasks/compose*", async (route) => {
      await shown.promise;
      await route.continue();
    });
    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: "Title" }).fill("Half a title");
    await pressOpen(page);
    shown.resolve();
    await page.locator("form[data-composer]").waitFor();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    await page.getByRole("textbox", { name: "Title" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.type(", whole");
    assert.equal(
      await page.getByRole("textbox", { name: "Title" }).inputValue(),
      "Half a title, whole",
    );
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a drag out of the palette leaves it open, and a middle click opens no tab",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    const beside = (await row(page, "Mend the gate").boundingBox())!;
    for (const later of [false, true]) {
      await pressOpen(page);
      if (later) await covered(page);
      await page.keyboard.type("gate");
      const { x, y } = (await paletteField(page).boundingBox())!;
      await page.mouse.move(x + 60, y + 20);
      await page.mouse.down();
      await page.mouse.move(x - 200, y + 20);
      await page.mouse.up();
      // Selected from the pressed position on
      await page.keyboard.type("wall");
      assert.equal(await paletteField(page).inputValue(), "wall");
      await page.mouse.click(beside.x + 2, beside.y + 2, { button: "middle" });
      await page.mouse.click(beside.x + 2, beside.y + 2);
      await palette(page).waitFor({ state: "detached" });
    }
    assert.equal(visit.context.pages().length, 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Escape closes the palette in a browser without dialog events, and returns the focus",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await page.evaluate(
      `addEventListener("beforetoggle", (event) => {
        if (event.target.matches("dialog")) event.stopImmediatePropagation();
      }, { capture: true })`,
    );
    const title = row(page, "Mend the gate");
    await title.focus();
    await pressOpen(page);
    await covered(page);
    await palette(page).evaluate((dialog) => dialog.removeAttribute("closedby"));
    await paletteField(page).blur();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    await title.and(page.locator(":focus")).waitFor();
    // A chosen record is there immediately
    await openPalette(page);
    await find(page, "change status");
    await covered(page);
    await page.keyboard.press("Enter");
    await page.locator("#menu:popover-open").waitFor();
    await page.keyboard.press("Escape");
    await title.and(page.locator(":focus")).waitFor();
    assert.equal(await page.locator("[inert]").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a press outside a row's actions returns to the field, and printed pages have no palette",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await openPalette(page);
    await find(page, "mend");
    await openActions(page);
    await page.mouse.click(2, 2);
    await actionsOf(page).waitFor({ state: "detached" });
    await paletteField(page).and(page.locator(":focus")).waitFor();
    await page.emulateMedia({ media: "print" });
    await palette(page).waitFor({ state: "hidden" });
    await page.emulateMedia({ media: "screen" });
    await palette(page).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a press on the palette's border leaves it open", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await openPalette(page);
  const { x, y, width, height } = (await palette(page).boundingBox())!;
  for (const [left, top] of [[0.5, height / 2], [width - 0.5, height / 2], [width / 2, 0.5]]) {
    await page.mouse.click(x + left!, y + top!);
  }
  assert.ok(await palette(page).isVisible());
  await page.mouse.click(x - 0.5, y + height / 2);
  await palette(page).waitFor({ state: "detached" });
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "in forced colors, which don't dim the page, the palette's border is wider",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await openPalette(page);
    const edge = () =>
      page.evaluate("getComputedStyle(document.getElementById('palette')).borderTopWidth");
    assert.equal(await edge(), "1px");
    await page.emulateMedia({ forcedColors: "active" });
    assert.equal(await edge(), "3px");
    assert.deepEqual(visit.complaints, []);
  },
);
