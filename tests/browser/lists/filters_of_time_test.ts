import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const titles = (page: Page) => page.locator("#main .row-title:visible").allInnerTexts();

browserTest(
  '"any deadline" and "any parent" filter tasks, and their chips can be reversed',
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["House", "Garden"]);
    await createTasks(page, server.url, ["Roof"], { parentId: "ENG-1", deadlineAt: "2031-05-02" });
    await page.goto("/workspace/tasks");
    for (
      const [word, field, empty] of [
        ["any deadline", "Deadline", "deadlineAt"],
        ["any parent", "Parent task", "parentId"],
      ]
    ) {
      await page.keyboard.press("f");
      await page.getByRole("combobox", { name: "Filter" }).fill(word!);
      await page.keyboard.press("Enter");
      await row(page, "Garden").waitFor({ state: "detached" });
      assert.deepEqual(await titles(page), ["Roof"]);
      const operator = page.getByRole("link", { name: `Change operator: ${field} is not empty` });
      await operator.click();
      await page.getByRole("option", { name: "is empty" }).click();
      await page.waitForURL(`**/workspace/tasks?${empty}=none`);
      await row(page, "Garden").waitFor();
      assert.deepEqual(await titles(page), ["Garden", "House"]);
      await requireAccessible(page, `a list by ${empty}`);
      await page.goto("/workspace/tasks");
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Display can show recently closed tasks beside open ones, and a chip says so",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Still open"]);
    await createTasks(page, server.url, ["Done"], { status: "completed" });
    await page.goto("/workspace/tasks?group=none");
    const display = async (choice: string) => {
      await page.getByRole("link", { name: "Display", exact: true }).click();
      await page.getByRole("group", { name: "Completed and cancelled" })
        .getByRole("option", { name: choice, exact: true }).click();
      await page.keyboard.press("Escape");
    };
    await display("None");
    await row(page, "Done").waitFor({ state: "detached" });
    await display("Last 30 days");
    await row(page, "Done").waitFor();
    assert.equal(new URL(page.url()).searchParams.get("closedSince"), "-30d");
    await page.getByText("30 days ago").waitFor();
    await display("All");
    await page.getByText("30 days ago").waitFor({ state: "detached" });
    assert.deepEqual(await titles(page), ["Done", "Still open"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a filter's day can be typed like a deadline, and other text is explained",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Garden"]);
    await createTasks(page, server.url, ["Roof"], { deadlineAt: "2031-05-02" });
    await page.goto("/workspace/tasks?deadlineBefore=today");
    const value = page.locator("#chip-values-deadlineBefore");
    const type = async (typed: string) => {
      await value.click();
      const field = page.getByRole("combobox", { name: "Find: Deadline is before" });
      await field.fill(typed);
      await page.locator(`#menu-items[data-found="${typed}"]`).waitFor();
    };
    await type("31.4.");
    await page.locator("#menu").getByText("There is no 31 April. April has 30 days.").waitFor();
    await page.keyboard.press("Escape");
    await type("tomorrow");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks?deadlineBefore=1d");
    await value.getByText("tomorrow").waitFor();
    assert.deepEqual(await titles(page), []);
    await type("3 may 2031");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks?deadlineBefore=2031-05-03");
    await row(page, "Roof").waitFor();
    assert.deepEqual(await titles(page), ["Roof"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the filter menu leads to a field for any day, and the focus stays on the page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Garden"]);
    await createTasks(page, server.url, ["Roof"], { deadlineAt: "2031-05-02" });
    await page.goto("/workspace/tasks");
    await row(page, "Garden").focus();
    await page.keyboard.press("f");
    await page.getByRole("combobox", { name: "Filter" }).fill("deadline before another");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Find: Deadline is before" }).fill("3 may 2031");
    await page.locator('#menu-items[data-found="3 may 2031"]').waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks?deadlineBefore=2031-05-03");
    await row(page, "Garden").waitFor({ state: "detached" });
    assert.deepEqual(await titles(page), ["Roof"]);
    await page.locator("#menu").waitFor({ state: "hidden" });
    assert.notEqual(await page.evaluate("document.activeElement.tagName"), "BODY");
    await page.locator("#chip-values-deadlineBefore").getByText("3 May 2031").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a day typed in the filter menu is offered for each date filter, and Enter waits for the choices",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Garden"]);
    await createTasks(page, server.url, ["Roof"], { deadlineAt: "2031-05-02" });
    await page.goto("/workspace/tasks");
    const field = page.getByRole("combobox", { name: "Filter" });
    await row(page, "Garden").focus();
    await page.keyboard.press("f");
    await field.waitFor();
    await page.keyboard.type("2 may 2031");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks?deadlineAt=2031-05-02");
    await row(page, "Garden").waitFor({ state: "detached" });
    await page.goto("/workspace/tasks");
    await page.keyboard.press("f");
    await field.fill("tomorrow");
    const days = page.locator("#menu").getByRole("group", { name: "Deadline" });
    await days.getByRole("option", { name: /^On or after / }).waitFor();
    await requireAccessible(page, "a day typed among the filters");
    await field.fill("31.4.");
    await page.locator("#menu").getByText("There is no 31 April. April has 30 days.").waitFor();
    await field.fill("planned");
    await page.getByRole("option", { name: "Planned" }).waitFor();
    await field.fill("");
    await page.locator("#menu [data-rest]:not([data-found])").waitFor();
    await field.fill("progr");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks?status=progressed");
    assert.deepEqual(visit.complaints, []);
  },
);
