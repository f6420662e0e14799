import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { selectByTouch } from "../../support/long_press.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

browserTest(
  "a long press starts selecting, taps continue, and a tap without a selection opens the task",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 390 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 30));
    await selectByTouch(page, "Jar 28");
    await row(page, "Jar 27").tap();
    await row(page, "Jar 26").tap();
    await row(page, "Jar 27").tap();
    assert.deepEqual(await selected(page), ["Jar 28", "Jar 26"]);
    await requireAccessible(page, "a selection, 390 px");
    const bar = page.getByRole("region", { name: "Selected tasks" });
    await page.evaluate("scrollTo(0, 1e6)");
    const end = (await page.locator(".row, .more").last().boundingBox())!;
    assert.ok(end.y + end.height <= (await bar.boundingBox())!.y, "the bar covers no row");
    await bar.getByRole("button", { name: "Priority" }).tap();
    await page.getByRole("option", { name: "High" }).tap();
    await page.getByRole("status").getByText("Priority of 2 tasks changed to High").waitFor();
    assert.deepEqual(await selected(page), ["Jar 28", "Jar 26"]);
    await bar.getByRole("button", { name: "Clear selection" }).tap();
    await bar.waitFor({ state: "hidden" });
    await row(page, "Jar 28").tap();
    await page.getByRole("heading", { level: 1, name: "Jar 28" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("cards on a board are selected like rows", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 4));
  await page.goto("/workspace/tasks?layout=board");
  await row(page, "Jar 3").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("s");
  await page.getByRole("option", { name: "In progress" }).waitFor();
  await page.keyboard.press("1");
  await page.getByRole("status").getByText("Status of 2 tasks changed to In progress")
    .waitFor();
  const column = page.getByRole("region", { name: "In progress" });
  assert.equal(await column.locator(".card").count(), 2);
  assert.deepEqual((await selected(page)).sort(), ["Jar 2", "Jar 3"]);
  await requireAccessible(page, "a board with a selection");
  await page.keyboard.press("Escape");
  assert.deepEqual(await selected(page), []);
});
