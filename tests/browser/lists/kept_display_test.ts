import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks } from "../../support/example_tasks.ts";

const search = (page: Page) => new URL(page.url()).search;

/** Chooses an option in the Display menu, which stays open. */
async function choose(page: Page, group: string, name: string) {
  const option = page.getByRole("group", { name: group }).getByRole("option", { name });
  await option.click();
  await option.and(page.locator('[aria-selected="true"]')).waitFor();
}

browserTest(
  "a list keeps its display on every device and in its URL, and Reset restores the defaults",
  async ({ server, enter, open }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Birch"], { priority: "high" });
    await page.goto("/workspace/tasks");
    const display = page.getByRole("link", { name: "Display", exact: true });
    await display.click();
    await choose(page, "Group by", "Priority");
    await page.waitForURL(/group=priority/);
    await choose(page, "Then by", "Assignee");
    await page.waitForURL(/subgroup=assignee/);
    await choose(page, "Layout", "Board");
    await page.locator("#board").waitFor();
    await requireAccessible(page, "the menu of a board's display");
    await page.keyboard.press("Escape");
    const left = "?layout=board&group=priority&subgroup=assignee";
    assert.equal(search(page), left);

    await page.goBack();
    await page.locator("#main.list").waitFor();
    assert.equal(search(page), "?group=priority&subgroup=assignee");
    await page.goForward();
    await page.locator("#board").waitFor();

    const asked: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/workspace/tasks") {
        asked.push(request.url());
      }
    });
    await page.goto("/workspace/inbox");
    asked.length = 0;
    await page.locator("#sidebar").getByRole("link", { name: "Tasks", exact: true }).click();
    await page.locator("#board").waitFor();
    await page.waitForURL(`**/workspace/tasks${left}`);
    assert.equal(asked.length, 1, asked.join(" "));
    await page.goto("/workspace/tasks");
    await page.waitForURL(`**/workspace/tasks${left}`);
    await page.goBack();
    await page.locator("#board").waitFor();
    assert.equal(search(page), left);
    await page.goto("/workspace/tasks?group=none");
    await page.locator("#main.list").waitFor();
    assert.equal(search(page), "?group=none");

    await using elsewhere = await open();
    await signIn(elsewhere.page, server, "ada@example.com");
    await elsewhere.page.locator("#board").waitFor();

    await page.goto("/workspace/tasks");
    await display.click();
    await page.keyboard.type("reset");
    await page.keyboard.press("Enter");
    await page.locator("#main.list").waitFor();
    await page.getByRole("option", { name: "Reset" }).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    assert.equal(search(page), "");
    await page.reload();
    await row(page, "Birch").waitFor();
    assert.equal(await page.locator("#board").count(), 0);
    assert.equal(search(page), "");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a key switches the layout and keeps the focused task, and Back returns to the earlier layout",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await page.goto("/workspace/tasks?assigneeId=none");
    await row(page, "Birch").focus();
    await page.keyboard.press("Control+b");
    await page.locator("#board").waitFor();
    await page.getByRole("button", { name: "Show as a list" }).waitFor();
    await page.goBack();
    await page.locator("#main.list").waitFor();
    await page.locator("a.row-title:focus", { hasText: "Birch" }).waitFor();
    assert.equal(search(page), "?assigneeId=none");
    assert.deepEqual(visit.complaints, []);
  },
);
