import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames, postComments } from "../../support/example_tasks.ts";

/** Presses the mouse on a task's link until the response with its page arrives. */
async function press(page: Page, title: string) {
  await row(page, title).hover();
  const answered = page.waitForResponse((response) => response.url().endsWith("/ENG-2"));
  await page.mouse.down();
  await (await answered).finished();
}

browserTest(
  "a task's page is requested once, on mouse down, and appears on mouse up",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await press(page, "Jar 2");
    assert.equal(await page.locator("#main.list").count(), 1);
    await page.mouse.up();
    await page.getByRole("heading", { name: "Jar 2" }).waitFor();
    assert.equal(asked.filter((path) => path.endsWith("/ENG-2")).length, 1);
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks/ENG-2");
    await page.keyboard.press("Escape");
    await row(page, "Jar 2").and(page.locator(":focus")).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a list is requested once, on mouse down on its link in the sidebar",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await page.goto("/workspace/inbox");
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await page.getByRole("navigation").getByRole("link", { name: "Tasks", exact: true }).hover();
    const answered = page.waitForResponse((response) => response.url().endsWith("/tasks"));
    await page.mouse.down();
    await (await answered).finished();
    assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
    await page.mouse.up();
    await row(page, "Jar 3").waitFor();
    assert.equal(asked.filter((path) => path.endsWith("/tasks")).length, 1);
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a comment that is posted after a page was requested on mouse down appears on this page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await press(page, "Jar 2");
    await postComments(page, server.url, "ENG-2", ["Said meanwhile"]);
    await page.mouse.up();
    await page.getByRole("heading", { name: "Jar 2" }).waitFor();
    await page.getByText("Said meanwhile").waitFor();
  },
);
