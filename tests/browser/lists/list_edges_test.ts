import assert from "node:assert/strict";
import { archiveByKey, row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a row has the same height before and after it is scrolled into view",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 90));
    await page.getByRole("link", { name: /^Show more/ }).click();
    await row(page, "Jar 16").waitFor();
    const heights = () =>
      page.locator("#main .row").evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().height)
      );
    const before = await heights();
    await row(page, "Jar 16").scrollIntoViewIfNeeded();
    await row(page, "Jar 16").click({ trial: true });
    assert.deepEqual(await heights(), before);
    assert.equal(new Set(before).size, 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "leaving the text filter moves to the results, later keys wait for them, and Q returns to the field",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, [
      "Oil the gate",
      "Mend the gate",
      "Paint the fence",
    ]);
    const field = page.getByRole("searchbox", { name: "Filter by text" });
    const focused = (title: string) => page.locator(".row-title:focus", { hasText: title });
    await page.keyboard.press("q");
    await page.keyboard.press("Escape");
    await focused("Paint the fence").waitFor();
    for (const leave of ["Enter", "Escape"]) {
      const held = Promise.withResolvers<void>();
      await intercept(page, "**/workspace/tasks?q=oil", async (route) => {
        await held.promise;
        await route.continue();
      });
      await page.keyboard.press("q");
      await page.keyboard.type("oil");
      await page.keyboard.press(leave);
      await page.keyboard.press("Enter");
      held.resolve();
      await page.getByRole("heading", { level: 1, name: "Oil the gate" }).waitFor();
      await page.keyboard.press("Escape");
      await focused("Oil the gate").waitFor();
      await page.unroute("**/workspace/tasks?q=oil");
      await page.keyboard.press("q");
      await page.keyboard.type("fence");
      await page.keyboard.press("Enter");
      await focused("Paint the fence").waitFor();
      assert.equal(await field.inputValue(), "fence");
    }
    await field.click();
    await page.keyboard.type("nothing like it");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "No tasks match “nothing like it”" }).waitFor();
    await page.locator("#main:focus").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a row that is focused by keyboard is never behind the sticky heading",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 60));
    await page.getByRole("link", { name: /^Show more/ }).click();
    await row(page, "Jar 1").focus();
    for (let n = 1; n <= 40; n++) await page.keyboard.press("k");
    const focused = (await page.locator(".row:has(:focus)").boundingBox())!;
    const head = (await page.locator(".group-head").first().boundingBox())!;
    assert.equal(await page.locator(".row-title:focus").textContent(), "Jar 41");
    assert.ok(focused.y >= head.y + head.height, `${focused.y} is behind ${head.y + head.height}`);
  },
);

browserTest(
  "a group collapsed after a change stays collapsed when the list is rerendered",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await row(page, "Ash").focus();
    await page.keyboard.press("s");
    await page.getByRole("option", { name: "In progress" }).click();
    const started = page.locator("#main details", { hasText: "In progress" });
    await started.waitFor();
    await started.locator("summary").click({ position: { x: 6, y: 6 } });
    assert.equal(await started.getAttribute("open"), null);
    await archiveByKey(page, "Birch");
    assert.equal(await started.getAttribute("open"), null, "it was opened again");
  },
);

browserTest(
  'the "Not found" page is a narrow column with space around it',
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const response = await page.goto(`${server.url}/workspace/tasks/ENG-999`);
    assert.equal(response?.status(), 404);
    const main = (await page.locator("#main").boundingBox())!;
    const stage = (await page.locator(".stage").boundingBox())!;
    const heading = (await page.getByRole("heading", { name: "Not found" }).boundingBox())!;
    assert.ok(main.width < stage.width / 2, "the lines are short");
    assert.ok(heading.y - stage.y > 100, "nothing sticks to the bar");
  },
);
