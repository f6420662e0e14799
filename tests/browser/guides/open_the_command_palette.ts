import assert from "node:assert/strict";
import {
  act,
  actionsField,
  actionsOf,
  chooseFirst,
  lookFor,
  moreOf,
  openBy,
  palette,
  paletteField,
  pointsAt,
  searchIn,
} from "../../support/palette_pages.ts";
import { shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

const rows = "#palette-items [role=option]";
const actions = "#palette-action-items [role=option]";

export const openTheCommandPalette: Guide = {
  pages: ["web/search/open-command-palette"],
  steps: {
    "open the palette with keys, and with Search": async (driver) => {
      const { page } = driver;
      for (const key of ["Control+k", "Meta+k", "/"]) {
        await openBy(driver, key);
        await driver.leave();
        await palette(page).waitFor({ state: "detached" });
      }
      await driver.goTo(searchIn(page, "#sidebar"));
      await driver.waitForFocusOn(paletteField(page));
    },
    "type a text, and select another result": async (
      driver,
    ) => {
      const { page } = driver;
      await lookFor(driver, "#the");
      const shown = palette(page).locator(rows);
      await shown.nth(0).and(page.locator(".here[aria-selected=true]")).waitFor();
      if (await driver.pointAt(shown.nth(1), "ArrowDown")) {
        await shown.nth(1).and(page.locator(".here[aria-selected=true]")).waitFor();
      }
      await driver.waitForFocusOn(paletteField(page));
    },
    "open the actions of the selected result": async (
      driver,
    ) => {
      const { page } = driver;
      await lookFor(driver, "#paint");
      await pointsAt(page, "Paint the fence");
      const row = palette(page).locator(rows).first();
      await driver.press(moreOf(row), "Control+k");
      await driver.waitForFocusOn(actionsField(page));
      for (const name of ["Mark task as planned", "Assign task to me", "Create sub-task"]) {
        await actionsOf(page).getByRole("option", { name }).waitFor();
      }
      const [opened, beside] = [await actionsOf(page).boundingBox(), await row.boundingBox()];
      const { width, height } = page.viewportSize()!;
      if (width < 768) assert.equal(Math.round(opened!.y + opened!.height), height);
      else assert.ok(opened!.x > beside!.x && opened!.width < beside!.width);
    },
    "move with arrows, and close the actions and the palette": async (
      driver,
    ) => {
      const { page } = driver;
      const shown = actionsOf(page).locator(actions);
      for (const [n, key] of [[1, "ArrowDown"], [0, "ArrowUp"]] as const) {
        if (await driver.pointAt(shown.nth(n), key)) {
          await shown.nth(n).and(page.locator(".here")).waitFor();
        }
      }
      await driver.leave();
      await actionsOf(page).waitFor({ state: "detached" });
      await driver.waitForFocusOn(paletteField(page));
      await driver.leave();
      await palette(page).waitFor({ state: "detached" });
    },
    "open a record": async (driver) => {
      await openBy(driver);
      await lookFor(driver, "paint");
      await chooseFirst(driver, "Paint the fence");
      await shows(driver.page, "Paint the fence");
      await palette(driver.page).waitFor({ state: "detached" });
      await openBy(driver);
      await pointsAt(driver.page, "Paint the fence");
    },
    "open the form for a new task in a project": async (
      driver,
    ) => {
      const { page } = driver;
      await lookFor(driver, "$gatehouse");
      await act(driver, "Gatehouse", "Create task in project");
      const title = page.locator("#composer [name=title]");
      await driver.waitForFocusOn(title);
      await palette(page).waitFor({ state: "detached" });
      await page.locator("#composer").getByText("Gatehouse").first().waitFor();
      await driver.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await title.waitFor({ state: "hidden" });
    },
    "change a task, and open the palette again": async (
      driver,
    ) => {
      const { page } = driver;
      await openBy(driver);
      await lookFor(driver, "#paint");
      const posted = page.waitForRequest((request) => request.method() === "POST");
      await act(driver, "Paint the fence", "Mark task as planned");
      assert.equal(new URL((await posted).url()).pathname, "/workspace/command");
      await page.locator("#toasts").getByText("ACM-3 marked as planned").waitFor();
      await palette(page).waitFor({ state: "detached" });
      await openBy(driver);
      await lookFor(driver, "#paint");
      await driver.press(moreOf(palette(page).locator(rows).first()), "Control+k");
      await actionsOf(page).getByRole("option", { name: "Complete task" }).waitFor();
      const done = actionsOf(page).getByRole("option", { name: "Mark task as planned" });
      assert.equal(await done.count(), 0);
      await driver.leave();
      await actionsOf(page).waitFor({ state: "detached" });
      await driver.leave();
      await palette(page).waitFor({ state: "detached" });
    },
  },
};
