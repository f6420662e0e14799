import assert from "node:assert/strict";
import { compose, row } from "../../support/browser_walk.ts";
import {
  actionsField,
  actionsOf,
  find,
  openActions,
  openPalette,
  palette,
  pointsAt,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "a command switches the theme immediately and permanently, and Undo switches it back",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const dark = page.locator("body[data-theme=dark]");
    await openPalette(page);
    await find(page, "switch theme");
    await pointsAt(page, "Switch theme…");
    await page.keyboard.press("Enter");
    await actionsField(page).and(page.locator(":focus")).waitFor();
    await page.keyboard.type("dark");
    await pointsAt(page, "Switch theme: Dark", actionsOf(page));
    await page.keyboard.press("Enter");
    await palette(page).waitFor({ state: "detached" });
    await dark.waitFor();
    await page.locator("#toasts").getByText("Theme set to dark").waitFor();
    await page.reload();
    await dark.waitFor();
    await openPalette(page);
    // By its own name, without the list of actions
    await find(page, "light");
    await pointsAt(page, "Switch theme: Light");
    await page.keyboard.press("Enter");
    await page.locator("body[data-theme=light]").waitFor();
    await page.locator("#toasts").getByText("Theme set to light").waitFor();
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await dark.waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "links of all selected tasks are copied, and days can be typed in words",
  async ({ enter, server }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await page.goto("/workspace/tasks");
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    for (const title of ["Ash", "Beech", "Cedar"]) await compose(page, { title });
    await page.goto("/workspace/tasks");
    await row(page, "Ash").focus();
    await page.keyboard.press("Control+a");
    await openPalette(page);
    await find(page, "copy 3 links");
    await pointsAt(page, "Copy 3 links");
    await page.keyboard.press("Enter");
    await page.locator("#toasts").getByText("3 links copied").waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    assert.deepEqual(
      copied.split("\n").toSorted(),
      [1, 2, 3].map((n) => `${server.url}/workspace/tasks/ENG-${n}`),
    );
    await openPalette(page);
    await find(page, "ENG-1");
    await openActions(page);
    const tomorrow = actionsOf(page).getByRole("option", { name: "Set task deadline: Tomorrow" });
    await tomorrow.getByText(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}( \d{4})?$/).waitFor();
    const said = await tomorrow.locator(".palette-beside").textContent();
    const day = said?.replace(/^\w+ /, "") ?? "";
    await page.keyboard.type("31 feb");
    const why = actionsOf(page).getByText("There is no 31 February. February has 29 days.");
    await why.waitFor();
    await page.locator("#announced").getByText("There is no 31 February. February has 29 days.")
      .waitFor({ state: "attached" });
    await actionsField(page).fill("31 ma");
    await why.waitFor({ state: "detached" });
    await actionsField(page).fill(day);
    await pointsAt(page, "Set task deadline: Tomorrow", actionsOf(page));
    await page.keyboard.press("Enter");
    await page.locator("#toasts").getByText(`Deadline of ENG-1 changed to ${day}`).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a record's actions are found with one wrong letter, and further typing still filters",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await openPalette(page);
    await page.keyboard.type("open taks gaet");
    await pointsAt(page, "Mend the gate");
    await openActions(page);
    await pointsAt(page, "Mark task", actionsOf(page));
    await page.keyboard.type("prioritty urgnt");
    await pointsAt(page, "Set task priority: Urgent", actionsOf(page));
    await page.keyboard.type("z");
    await actionsOf(page).getByText("No matching actions").waitFor();
    await page.keyboard.press("Backspace");
    await pointsAt(page, "Set task priority: Urgent", actionsOf(page));
    await page.keyboard.press("Enter");
    await page.locator("#toasts").getByText(/ENG-1 .*urgent/i).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
