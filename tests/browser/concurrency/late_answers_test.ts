import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import {
  actionsField,
  find,
  openActions,
  openPalette,
  palette,
  paletteField,
  pointsAt,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { place } from "../../support/task_pages.ts";
import { begin, field, taskPage } from "../../support/writing.ts";

browserTest(
  "a form stays open when the response to an earlier change arrives",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const { promise: open, resolve: answer } = Promise.withResolvers<void>();
    await intercept(page, `**${taskPage}`, async (route) => {
      if (route.request().method() === "POST") await open;
      await route.continue();
    });
    await page.locator('.rail [data-menu="priority"]').click();
    await page.getByRole("option", { name: "Urgent" }).click();
    await page.getByRole("link", { name: "Edit the title" }).click();
    await field(page, "Title").and(page.locator(":focus")).waitFor();
    await page.keyboard.type(" now");
    answer();
    await page.getByText("from No priority to Urgent").first().waitFor({ state: "attached" });
    await page.keyboard.type(" and then");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mend the gate now and then" }).waitFor();
  },
);

browserTest(
  "if two pages are opened one after the other, the second stays, even if the first responds later",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    const { promise: open, resolve: answer } = Promise.withResolvers<void>();
    await intercept(page, "**/workspace/inbox", async (route) => {
      await open;
      await route.continue().catch(() => {});
    });
    await Promise.all([page.waitForRequest("**/workspace/inbox"), place(page, "Inbox").click()]);
    await place(page, "Projects").click();
    await page.getByRole("heading", { level: 1, name: "Projects" }).waitFor();
    answer();
    await allAnswered(page);
    await page.getByRole("heading", { level: 1, name: "Projects" }).waitFor();
    assert.equal(new URL(page.url()).pathname, "/workspace/projects");
  },
);

/** Requests that the palette still has pending when you leave its page: a part of the URL, and how to leave. */
const unanswered: Record<string, [asked: string, leave: (page: Page) => Promise<void>]> = {
  "results": ["q=open+inbox", async (page) => {
    await paletteField(page).fill("open inbox");
    await pointsAt(page, "Open inbox");
    await page.keyboard.press("Enter");
  }],
  "a task's actions": ["&q=", async (page) => {
    await find(page, "#ash");
    await openActions(page);
    await leaveActions(page);
  }],
  "an action that you type": ["q=zebra", async (page) => {
    await find(page, "#ash");
    await openActions(page);
    const asked = page.waitForRequest(/q=zebra/);
    await actionsField(page).fill("zebra");
    await asked;
    await leaveActions(page);
  }],
};

async function leaveActions(page: Page) {
  for (const _ of ["actions", "palette"]) await page.keyboard.press("Escape");
  await palette(page).waitFor({ state: "detached" });
  await place(page, "Inbox").click();
}

for (const [what, [asked, leave]] of Object.entries(unanswered)) {
  browserTest(
    `leaving the page while the palette waits for ${what} causes no error`,
    async ({ server, enter }) => {
      await using visit = await enter();
      const { page } = visit;
      await createAndListTasks(page, server.url, ["Ash"]);
      await openPalette(page);
      const { promise: left, resolve: answer } = Promise.withResolvers<void>();
      await intercept(page, (url) => url.search.includes(asked), async (route) => {
        await left;
        await route.continue().catch(() => {});
      });
      await leave(page);
      await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
      await page.locator("#palette").waitFor({ state: "detached" });
      answer();
      await allAnswered(page);
      assert.deepEqual(visit.complaints, []);
    },
  );
}
