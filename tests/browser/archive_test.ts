import type { Page } from "../packages/playwright.ts";
import assert from "node:assert/strict";
import { actOn, mark, openTask, row, tells } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";
import { openTasks } from "../support/example_tasks.ts";

/** Creates two tasks and opens the first one. */
async function begin(page: Page) {
  await openTasks(page, ["Mend the gate", "Paint the fence"]);
  await openTask(page, "Mend the gate");
}

/** Archives a task on its page, checks that the list omits it, and restores it on its page. */
async function archiveAndRestore(page: Page) {
  await actOn(page, "Archive");
  await page.getByText("This task is archived.").waitFor();
  await tells(page, "Activity", "archived the task");
  assert.equal(await page.getByRole("link", { name: /^Status\b/ }).count(), 0);
  await page.getByRole("link", { name: "Back to list" }).click();
  await row(page, "Paint the fence").waitFor();
  assert.equal(await row(page, "Mend the gate").count(), 0);
  // The link goes back in the browser's history
  await page.goForward();
  await page.getByRole("main").getByRole("button", { name: "Restore" }).click();
  await tells(page, "Activity", "restored the task");
  assert.equal(await page.getByText("This task is archived.").count(), 0);
}

browserTest("a task is archived and restored on its own page", async ({ enter }) => {
  await using visit = await enter();
  await begin(visit.page);
  const notReloaded = await mark(visit.page);
  await archiveAndRestore(visit.page);
  await notReloaded();
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a task is archived from the list by keyboard, and Undo restores it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await page.keyboard.press("Escape");
    await row(page, "Paint the fence").waitFor();
    for (const undo of ["button", "key"]) {
      await row(page, "Mend the gate").focus();
      await page.keyboard.press(".");
      await page.getByRole("option", { name: "Archive" }).waitFor();
      await page.keyboard.type("arch");
      await page.keyboard.press("Enter");
      await row(page, "Mend the gate").waitFor({ state: "detached" });
      const news = page.getByRole("status");
      await news.getByText("ENG-1 archived").waitFor();
      if (undo === "button") await news.getByRole("button", { name: "Undo" }).click();
      else await page.keyboard.press("Control+z");
      await row(page, "Mend the gate").waitFor();
      await news.getByText("Undone: changes to ENG-1").waitFor();
      assert.equal(await news.getByRole("button", { name: "Redo" }).count(), 1);
    }
    assert.deepEqual(visit.complaints, []);
  },
);
