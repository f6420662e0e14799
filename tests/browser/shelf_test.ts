import type { Page } from "playwright-core";
import assert from "node:assert/strict";
import { actOn, compose, mark, onStage, signUp, tells } from "../support/browser_walk.ts";
import { chromiumPath } from "../support/chromium.ts";

const ignore = chromiumPath === undefined;
const row = (page: Page, title: string) => page.getByRole("link", { name: title, exact: true });

/** Makes two tasks, opens the first. */
async function begin(page: Page) {
  for (const title of ["Mend the gate", "Paint the fence"]) {
    await compose(page, { title });
    await row(page, title).waitFor();
  }
  await row(page, "Mend the gate").click();
  await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
}

/** Archives a task on its page, sees it gone from the list, and restores it on its page. */
async function archiveAndRestore(page: Page) {
  await actOn(page, "Archive");
  await page.getByText("This task is archived.").waitFor();
  await tells(page, "Activity", "archived the task");
  assert.equal(await page.getByRole("link", { name: /^Status\b/ }).count(), 0);
  await page.getByRole("link", { name: "Back to tasks" }).click();
  await row(page, "Paint the fence").waitFor();
  assert.equal(await row(page, "Mend the gate").count(), 0);
  await page.goBack();
  await page.getByRole("main").getByRole("button", { name: "Restore" }).click();
  await tells(page, "Activity", "restored the task");
  assert.equal(await page.getByText("This task is archived.").count(), 0);
}

Deno.test({
  name: "a task is archived and restored on its page",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open();
      await signUp(visit.page, server, "ada@example.com");
      await begin(visit.page);
      const notReloaded = await mark(visit.page);
      await archiveAndRestore(visit.page);
      await notReloaded();
      assert.deepEqual(visit.complaints, []);
    }),
});

Deno.test({
  name: "the same with JavaScript off",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open({ javaScript: false });
      await signUp(visit.page, server, "ada@example.com");
      await begin(visit.page);
      await archiveAndRestore(visit.page);
    }),
});

Deno.test({
  name: "a task is archived from the list by keyboard alone, and Undo brings it back",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open();
      const { page } = visit;
      await signUp(page, server, "ada@example.com");
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
        await news.getByText("ENG-1 archived.").waitFor();
        if (undo === "button") await news.getByRole("button", { name: "Undo" }).click();
        else await page.keyboard.press("Control+z");
        await row(page, "Mend the gate").waitFor();
        await news.getByText("ENG-1 restored.").waitFor();
        assert.equal(await news.getByRole("button", { name: "Undo" }).count(), 0);
      }
      assert.deepEqual(visit.complaints, []);
    }),
});
