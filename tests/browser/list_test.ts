import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { mark, openTask, row } from "../support/browser_walk.ts";
import { createAndListTasks, numberedNames } from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";

const rows = (page: Page) => page.locator("#main .row").count();

browserTest(
  "additionally loaded rows stay after a change, a reload, and Back",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 90));
    assert.equal(await rows(page), 25);
    await page.getByRole("link", { name: /^Show more/ }).click();
    await row(page, "Jar 16").waitFor();
    assert.equal(await rows(page), 75);

    await row(page, "Jar 20").focus();
    await page.keyboard.press("s");
    await page.getByRole("option", { name: "In progress" }).click();
    await page.getByRole("heading", { name: "In progress" }).waitFor();
    await row(page, "Jar 15").waitFor();
    assert.equal(await rows(page), 76);

    await page.reload();
    assert.equal(await rows(page), 76);
    await openTask(page, "Jar 30");
    await page.goBack();
    await row(page, "Jar 16").waitFor();
    assert.equal(await rows(page), 76);
    await openTask(page, "Jar 30");
    await page.getByRole("link", { name: "Back to list" }).click();
    await row(page, "Jar 16").waitFor();
    assert.equal(await rows(page), 76);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the text filter filters while typing, appears in the URL, and can be cleared",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, [
      "Mend the gate",
      "Oil the gate",
      "Paint the fence",
    ]);
    const notReloaded = await mark(page);
    await page.keyboard.press("q");
    await page.keyboard.type("gate", { delay: 20 });
    await row(page, "Paint the fence").waitFor({ state: "detached" });
    assert.equal(await rows(page), 2);
    assert.match(page.url(), /\/workspace\/tasks\?q=gate$/);
    await page.keyboard.type(" oil");
    await row(page, "Mend the gate").waitFor({ state: "detached" });
    const field = page.getByRole("searchbox", { name: "Filter by text" });
    assert.equal(await field.inputValue(), "gate oil");
    await page.keyboard.type(" nothing like it");
    await page.getByRole("heading", { name: "No tasks match “gate oil nothing like it”" })
      .waitFor();
    await page.getByRole("main").getByRole("link", { name: "Clear text" }).last().click();
    await row(page, "Paint the fence").waitFor();
    assert.equal(await field.inputValue(), "");
    await notReloaded();
    assert.deepEqual(visit.complaints, []);
  },
);
