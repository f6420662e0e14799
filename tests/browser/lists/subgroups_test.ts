import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks, numberedNames } from "../../support/example_tasks.ts";

/** Creates tasks with two statuses and two priorities, and groups them by both. */
async function fill(page: Page, origin: string) {
  await createTasks(page, origin, ["Jar 1", "Jar 2"]);
  await createTasks(page, origin, ["Urn 1", "Urn 2"], { priority: "high" });
  await createTasks(page, origin, ["Lid 1"], { status: "planned" });
  await createTasks(page, origin, ["Cap 1"], { status: "planned", priority: "high" });
  await page.goto("/workspace/tasks?subgroup=priority");
}
const titles = (page: Page) => page.locator("#main .row-title:visible").allInnerTexts();
const told = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/tasks/display"));

browserTest(
  "Display can group a list twice, keys follow the visible order, and a group's checkbox selects its rows",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await page.goto("/workspace/tasks");
    await page.getByRole("link", { name: "Display", exact: true }).click();
    const priority = page.getByRole("group", { name: "Then by" })
      .getByRole("option", { name: "Priority" });
    await priority.click();
    await page.waitForURL("**/workspace/tasks?subgroup=priority");
    await page.locator(".subgroup").first().waitFor();
    await page.keyboard.press("Escape");
    const order = ["Cap 1", "Lid 1", "Urn 2", "Urn 1", "Jar 2", "Jar 1"];
    assert.deepEqual(await titles(page), order);
    await row(page, "Cap 1").focus();
    for (const title of order.slice(1)) {
      await page.keyboard.press("j");
      assert.equal(await page.locator(":focus").innerText(), title);
    }
    await page.getByRole("checkbox", { name: "Select all in High in Backlog" }).check();
    assert.deepEqual(await selected(page), ["Urn 2", "Urn 1"]);
    const outer = page.getByRole("checkbox", { name: "Select all in Backlog", exact: true });
    assert.equal(await outer.evaluate((box) => Reflect.get(box, "indeterminate")), true);
    await outer.check();
    assert.deepEqual((await selected(page)).length, 4);
    await requireAccessible(page, "a list in subgroups");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a new task from a subgroup gets both values and appears there",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await page.getByRole("link", { name: "New task in High in Planned" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("Cap 2");
    await page.getByRole("button", { name: "Create task" }).click();
    await page.locator("#group-planned-high").getByText("Cap 2").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "subgroups stay collapsed, and Back restores them with the loaded rows",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await createTasks(page, server.url, numberedNames("Vat", 14));
    await page.reload();
    const head = (id: string) => page.locator(`#group-${id} > details > summary`);
    await Promise.all([told(page), head("backlogged-high").click({ position: { x: 60, y: 8 } })]);
    await page.reload();
    assert.equal(await row(page, "Urn 1").isVisible(), false);
    assert.equal(await page.locator("#group-backlogged[id] > details[open]").count(), 1);
    await page.locator("#group-backlogged-none").getByRole("link", { name: /^Show more/ }).click();
    await row(page, "Jar 1").waitFor();
    await row(page, "Jar 1").focus();
    await openTask(page, "Jar 1");
    await page.goBack();
    await row(page, "Jar 1").waitFor();
    assert.equal(await page.locator(":focus").innerText(), "Jar 1");
    assert.equal(await row(page, "Urn 1").isVisible(), false);
    await page.evaluate("scrollTo(0, 0)");
    const alt = { modifiers: ["Alt" as const], position: { x: 60, y: 8 } };
    await Promise.all([told(page), head("backlogged-none").click(alt)]);
    assert.equal(await page.locator(".subgroup > details[open]").count(), 0);
    assert.equal(await page.locator(".group:not(.subgroup) > details[open]").count(), 2);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a subgroup and its rows are indented within their group, also during selection",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    const left = async (selector: string) =>
      (await page.locator(`${selector}:visible`).first().boundingBox())!.x;
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const selects of [[], ["ENG-1"]]) {
        await page.evaluate(`selection.set(${JSON.stringify(selects)})`);
        const [outer, head, row] = [
          await left("h2"),
          await left("h3"),
          await left(".subgroup .row > :not(.row-select)"),
        ];
        const fold = await left(".group:not(.subgroup) > details > summary .group-fold");
        assert.ok(head - outer >= 16 && row > fold, JSON.stringify({ width, outer, head, row }));
      }
    }
  },
);

browserTest(
  "closed tasks are expanded in their subgroups, and the URL keeps them expanded",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await fill(page, server.url);
    await createTasks(page, server.url, ["Done 1", "Done 2"], { status: "completed" });
    await page.reload();
    await page.getByRole("link", { name: "Show 2 tasks in Completed" }).press("Enter");
    await page.locator("#group-completed-none").getByText("Done 2").waitFor();
    await page.waitForURL("**/workspace/tasks?subgroup=priority&rows=completed:50");
    await page.reload();
    assert.ok(await row(page, "Done 1").isVisible());
    assert.deepEqual(visit.complaints, []);
  },
);
