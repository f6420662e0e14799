import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { archiveByKey, row } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createOtherWorkspace, openTasks } from "../../support/example_tasks.ts";

const news = (page: Page) => page.locator("#toasts");
const undo = (page: Page) => page.keyboard.press("Control+z");

browserTest(
  "a tab that stores the maximum number of acts still undoes the newest one",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Ash", "Birch"]);
    await archiveByKey(page, "Ash");
    // Twenty real acts would take half a minute
    await page.evaluate(() => {
      const [act] = JSON.parse(sessionStorage.getItem("acts")!);
      const acts = Array.from({ length: 20 }, (_, n) => ({ ...act, at: act.at - n }));
      sessionStorage.setItem("acts", JSON.stringify(acts.reverse()));
    });
    await archiveByKey(page, "Birch");
    await undo(page);
    await row(page, "Birch").waitFor();
    assert.equal(await row(page, "Ash").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("an undo that didn't reach the server can be retried", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await openTasks(page, ["Ash", "Birch"]);
  await archiveByKey(page, "Ash");
  await news(page).getByRole("button", { name: "Undo" }).waitFor();
  await intercept(page, "**/workspace/activity/*", (route) => route.abort());
  await undo(page);
  await news(page).getByText("Can't reach the server").waitFor();
  await allAnswered(page);
  await page.unroute("**/workspace/activity/*");
  await undo(page);
  await row(page, "Ash").waitFor();
});

browserTest(
  "an act isn't undone after the tab switched to another workspace",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Ash", "Birch"]);
    await createOtherWorkspace(page.request, server.url);
    await page.reload();
    await archiveByKey(page, "Ash");
    await news(page).getByRole("button", { name: "Undo" }).waitFor();
    await page.locator(".side-switch").click();
    await page.locator("#switcher").getByText("A bakery by the harbour").click();
    await page.getByRole("link", { name: "Ovens", exact: true }).waitFor();
    await allAnswered(page);
    const asked: string[] = [];
    page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
    await undo(page);
    await news(page).getByText("Nothing to undo").waitFor();
    await page.evaluate(() => fetch("/health"));
    assert.deepEqual(asked, []);

    await page.locator(".side-switch").click();
    await page.locator("#switcher").getByText("Acme").click();
    await page.getByRole("link", { name: "Engineering", exact: true }).waitFor();
    await page.goto("/workspace/tasks");
    await undo(page);
    await row(page, "Ash").waitFor();
  },
);
