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
    "open the palette with keys, and with Search": async (hand) => {
      const { page } = hand;
      for (const key of ["Control+k", "Meta+k", "/"]) {
        await openBy(hand, key);
        await hand.leave();
        await palette(page).waitFor({ state: "detached" });
      }
      await hand.goTo(searchIn(page, "#sidebar"));
      await hand.standsAt(paletteField(page));
    },
    "type a text, and select another result": async (
      hand,
    ) => {
      const { page } = hand;
      await lookFor(hand, "#the");
      const shown = palette(page).locator(rows);
      await shown.nth(0).and(page.locator(".here[aria-selected=true]")).waitFor();
      if (await hand.pointAt(shown.nth(1), "ArrowDown")) {
        await shown.nth(1).and(page.locator(".here[aria-selected=true]")).waitFor();
      }
      await hand.standsAt(paletteField(page));
    },
    "open the actions of the selected result": async (
      hand,
    ) => {
      const { page } = hand;
      await lookFor(hand, "#paint");
      await pointsAt(page, "Paint the fence");
      const row = palette(page).locator(rows).first();
      await hand.press(moreOf(row), "Control+k");
      await hand.standsAt(actionsField(page));
      for (const name of ["Mark task planned", "Assign task to me", "Create sub-task"]) {
        await actionsOf(page).getByRole("option", { name }).waitFor();
      }
      const [opened, beside] = [await actionsOf(page).boundingBox(), await row.boundingBox()];
      const { width, height } = page.viewportSize()!;
      if (width < 768) assert.equal(Math.round(opened!.y + opened!.height), height);
      else assert.ok(opened!.x > beside!.x && opened!.width < beside!.width);
    },
    "move with arrows, and close the actions and the palette": async (
      hand,
    ) => {
      const { page } = hand;
      const shown = actionsOf(page).locator(actions);
      for (const [n, key] of [[1, "ArrowDown"], [0, "ArrowUp"]] as const) {
        if (await hand.pointAt(shown.nth(n), key)) {
          await shown.nth(n).and(page.locator(".here")).waitFor();
        }
      }
      await hand.leave();
      await actionsOf(page).waitFor({ state: "detached" });
      await hand.standsAt(paletteField(page));
      await hand.leave();
      await palette(page).waitFor({ state: "detached" });
    },
    "open a record": async (hand) => {
      await openBy(hand);
      await lookFor(hand, "paint");
      await chooseFirst(hand, "Paint the fence");
      await shows(hand.page, "Paint the fence");
      await palette(hand.page).waitFor({ state: "detached" });
      await openBy(hand);
      await pointsAt(hand.page, "Paint the fence");
    },
    "open the form for a new task in a project": async (
      hand,
    ) => {
      const { page } = hand;
      await lookFor(hand, "$gatehouse");
      await act(hand, "Gatehouse", "Create task in project");
      const title = page.locator("#composer [name=title]");
      await hand.standsAt(title);
      await palette(page).waitFor({ state: "detached" });
      await page.locator("#composer").getByText("Gatehouse").first().waitFor();
      await hand.press(page.getByRole("dialog").getByRole("button", { name: "Close" }), "Escape");
      await title.waitFor({ state: "hidden" });
    },
    "change a task, and open the palette again": async (
      hand,
    ) => {
      const { page } = hand;
      await openBy(hand);
      await lookFor(hand, "#paint");
      const posted = page.waitForRequest((request) => request.method() === "POST");
      await act(hand, "Paint the fence", "Mark task planned");
      assert.equal(new URL((await posted).url()).pathname, "/workspace/command");
      await page.locator("#toasts").getByText("ACM-3 marked as planned").waitFor();
      await palette(page).waitFor({ state: "detached" });
      await openBy(hand);
      await lookFor(hand, "#paint");
      await hand.press(moreOf(palette(page).locator(rows).first()), "Control+k");
      await actionsOf(page).getByRole("option", { name: "Complete task" }).waitFor();
      const done = actionsOf(page).getByRole("option", { name: "Mark task planned" });
      assert.equal(await done.count(), 0);
      await hand.leave();
      await actionsOf(page).waitFor({ state: "detached" });
      await hand.leave();
      await palette(page).waitFor({ state: "detached" });
    },
  },
};
