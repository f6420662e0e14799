import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { longPress, pressAndHold } from "../../support/long_press.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const phone = { touch: true, width: 390 };
const menu = (page: Page) => page.locator("#menu:popover-open");
const field = (page: Page) => menu(page).getByRole("combobox");
const scrolled = (page: Page) => page.evaluate("scrollY") as Promise<number>;
const marked = (page: Page) => page.evaluate("String(getSelection())");

const offered = async (page: Page) => await menu(page).getByRole("option").allTextContents();

browserTest(
  "a long press on a row or card opens the same menu as the right button",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 30));
    const lists = {
      "/workspace/tasks": "In progress",
      "/workspace/tasks?layout=board": "Backlog",
    };
    for (const [list, to] of Object.entries(lists)) {
      await page.goto(list);
      await row(page, "Jar 27").click({ button: "right" });
      await menu(page).waitFor();
      const byMouse = await offered(page);
      await page.keyboard.press("Escape");
      await menu(page).waitFor({ state: "hidden" });
      await longPress(page, "Jar 27");
      assert.deepEqual(await offered(page), byMouse);
      await menu(page).getByRole("option", { name: "Peek" }).waitFor();
      await requireAccessible(page, `the menu of ${list}`, "#menu");
      assert.equal(await marked(page), "");
      assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
      await menu(page).getByRole("option", { name: /^Status/ }).tap();
      await page.getByRole("option", { name: to }).tap();
      await page.getByRole("status").getByText(/^Status of ENG-27 changed to /).waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a moving finger scrolls a list, even after a pause, and opens nothing",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 40));
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url()));
    const { finger, x, y } = await pressAndHold(page, "Jar 28");
    for (let by = 20; by <= 240; by += 20) await finger("touchMove", x, y - by);
    // A finger that lifts while moving leaves momentum, and the next tap would only stop the scrolling
    await page.waitForTimeout(150);
    await finger("touchEnd");
    await page.locator("#main .row.here").waitFor({ state: "detached" });
    assert.ok(await scrolled(page) > 0);
    await row(page, "Jar 28").tap();
    await page.getByRole("heading", { level: 1, name: "Jar 28" }).waitFor();
    assert.deepEqual(asked.filter((url) => url.endsWith("/actions")), []);
  },
);

browserTest(
  "a menu opened by touch focuses its field only after a tap, and a menu opened by a key immediately",
  async ({ server, enter }) => {
    await using visit = await enter(phone);
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    const openers = [
      page.locator("#row-ENG-3 [data-menu=status]"),
      page.locator("#bar").locator("[data-menu=display]"),
    ];
    for (const opener of openers) {
      await opener.tap();
      await menu(page).waitFor();
      await page.locator("#menu:focus").waitFor();
      await field(page).tap();
      await page.locator("#menu [role=combobox]:focus").waitFor();
      await page.keyboard.press("Escape");
      await menu(page).waitFor({ state: "hidden" });
    }
    await page.locator("#bar .bar-new").tap();
    const dialog = page.getByRole("dialog", { name: "New task" });
    await dialog.locator("[data-pill]").first().tap();
    await page.locator("#menu:focus").waitFor();
    await page.keyboard.press("Escape");
    await menu(page).waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await row(page, "Jar 3").focus();
    await page.keyboard.press("s");
    await page.locator("#menu [role=combobox]:focus").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
