import assert from "node:assert/strict";
import type { Page, Route } from "../../packages/playwright.ts";
import { goByKeys, row } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks, numberedNames } from "../../support/example_tasks.ts";

const menu = (page: Page) => page.locator("#menu:popover-open");
const standsOn = (page: Page, title: string) =>
  row(page, title).and(page.locator(":focus")).waitFor();
const rowOf = (page: Page, title: string) => page.locator(".row", { has: row(page, title) });

/** Delays a page's requests to a URL until the test releases them. */
async function hold(page: Page, address: (url: URL) => boolean) {
  const held: Route[] = [];
  await intercept(page, address, (route) => void held.push(route));
  return {
    /** Waits until a request was sent. */
    async asked() {
      for (let tries = 0; tries < 600 && held.length === 0; tries++) await page.waitForTimeout(50);
      assert.ok(held.length > 0, "nothing was asked for");
    },
    async letThrough() {
      for (const route of held) await route.continue();
      await page.unroute(address);
      await allAnswered(page);
    },
  };
}

const isList = ({ pathname }: URL) => pathname === "/workspace/tasks";

/** Opens the status menu of a row by mouse, and types into it. */
async function typeIn(page: Page, title: string) {
  await rowOf(page, title).locator('[data-menu="status"]').click();
  await menu(page).locator("[data-menu-start]:focus").waitFor();
  await page.keyboard.type("plan");
  await menu(page).getByRole("option", { name: "Backlog" }).waitFor({ state: "hidden" });
}

/** Checks that a row's menu keeps its typed text, and that the chosen option is applied. */
async function goesOn(page: Page, title: string) {
  assert.equal(await menu(page).getByRole("combobox").inputValue(), "plan");
  await page.locator(".row.here", { has: row(page, title) }).waitFor();
  assert.deepEqual(await menu(page).locator('[role="option"]:visible > span').allInnerTexts(), [
    "Planned",
    "",
  ]);
  await page.keyboard.press("Enter");
  await rowOf(page, title).getByRole("link", { name: "Status: Planned" }).waitFor();
}

browserTest(
  "an open menu keeps its typed text when the list below it loads late",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    await row(page, "Jar 1").click();
    await page.getByRole("heading", { level: 1, name: "Jar 1" }).waitFor();
    const renewed = await hold(page, isList);
    await page.goBack();
    await renewed.asked();
    await typeIn(page, "Jar 3");
    await createTasks(page, server.url, ["Cup"]);
    await renewed.letThrough();
    await row(page, "Cup").waitFor();
    await goesOn(page, "Jar 3");
    await page.getByRole("status").getByText(/^Status of .* changed to Planned/).waitFor();
    const again = await hold(page, isList);
    await goByKeys(page, "t");
    await again.asked();
    await rowOf(page, "Jar 2").locator('[data-menu="status"]').click();
    await menu(page).waitFor();
    await again.letThrough();
    await page.keyboard.type("plan");
    await menu(page).getByRole("option", { name: "Backlog" }).waitFor({ state: "hidden" });
    await goesOn(page, "Jar 2");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a menu requested before its list is filtered still opens for its row",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    const coming = await hold(page, ({ pathname }) => pathname.endsWith("/ENG-3/status"));
    await page.keyboard.press("q");
    await page.keyboard.type("jar");
    await rowOf(page, "Jar 3").locator('[data-menu="status"]').click();
    await coming.asked();
    await page.waitForURL(/q=jar/);
    await coming.letThrough();
    await menu(page).locator("[data-menu-start]:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".row:focus-within", { has: row(page, "Jar 3") }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a menu whose row leaves the list stays open, and then returns the focus to the next row",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    const ways = {
      Escape: () => page.keyboard.press("Escape"),
      "a press beside it": () => page.mouse.click(1200, 700),
    };
    const rows = { "Jar 4": "Jar 3", "Jar 1": "Jar 2" };
    for (const [[way, close], [title, next]] of pairs(ways, rows)) {
      await rowOf(page, title).locator('[data-menu="status"]').click();
      await menu(page).locator("[data-menu-start]:focus").waitFor();
      const gone = await page.request.post(`/workspace/tasks/ENG-${title.at(-1)}`, {
        form: { act: "archive" },
        headers: { origin: server.url },
        maxRedirects: 0,
      });
      assert.equal(gone.status(), 303);
      await page.evaluate("moves.renew()");
      await row(page, title).waitFor({ state: "detached" });
      await menu(page).locator("[data-menu-start]:focus").waitFor();
      await close();
      await menu(page).waitFor({ state: "detached" });
      await standsOn(page, next).catch(() => assert.fail(`${title}, ${way}`));
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a choice is reported and can be undone, even if another menu opened before the response",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    const chosen = await hold(page, ({ pathname }) => pathname === "/workspace/tasks/ENG-1");
    await row(page, "Jar 1").focus();
    await page.keyboard.press("p");
    await menu(page).locator("[data-menu-start]:focus").waitFor();
    await page.keyboard.press("1");
    await chosen.asked();
    await typeIn(page, "Jar 2");
    await chosen.letThrough();
    await page.getByRole("status").getByText("Priority of ENG-1 changed to Urgent").waitFor();
    await goesOn(page, "Jar 2");
    await page.getByRole("status").getByText("Status of ENG-2 changed to Planned").waitFor();
    for (const task of ["ENG-2", "ENG-1"]) {
      await page.keyboard.press("Control+z");
      await page.getByRole("status").getByText(`Undone: changes to ${task}`).waitFor();
    }
    await rowOf(page, "Jar 1").getByRole("link", { name: "Priority: No priority" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

const pairs = <A, B>(some: Record<string, A>, others: Record<string, B>) =>
  Object.entries(some).map((one, at) => [one, Object.entries(others)[at]!] as const);
