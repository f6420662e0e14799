import assert from "node:assert/strict";
import { openTask, row, signIn } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { openPalette, palette, pointsAt, pressOpen, result } from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

browserTest(
  "recently opened records appear in another browser before the server responds",
  async ({ enter, open, server }) => {
    await using visit = await enter();
    await openTasks(visit.page, ["Mend the gate", "Mend the fence"]);
    await openTask(visit.page, "Mend the gate");
    await using elsewhere = await open();
    const { page } = elsewhere;
    const told = page.waitForResponse("**/api/workspace/command?*");
    await signIn(page, server, "ada@example.com");
    await (await told).finished();
    await intercept(page, "**/api/workspace/command?*", () => {});
    await pressOpen(page);
    await palette(page).getByRole("group", { name: "Recent" })
      .getByRole("option", { name: /Mend the gate/ }).waitFor();
    await page.keyboard.type("mend");
    await pointsAt(page, "Mend the gate");
    assert.equal(await result(page, "Mend the fence").count(), 0);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks/ENG-1");
    assert.deepEqual(elsewhere.complaints, []);
  },
);

browserTest(
  "a record opened in the panel comes first among similar names before the server responds",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate", "Mend the fence"]);
    await openPalette(page);
    await page.keyboard.type("mend");
    await pointsAt(page, "Mend the fence");
    await page.keyboard.press("Escape");
    await row(page, "Mend the gate").focus();
    await page.keyboard.press(" ");
    await page.locator("#peek").getByText("Mend the gate").first().waitFor();
    await page.keyboard.press("Escape");
    await openPalette(page);
    await intercept(page, "**/api/workspace/command?*", () => {});
    await page.keyboard.type("mend");
    await pointsAt(page, "Mend the gate");
    assert.deepEqual(visit.complaints, []);
  },
);
