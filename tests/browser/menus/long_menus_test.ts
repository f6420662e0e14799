import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { menuField, openComposer } from "../../support/composing.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const option = (page: Page, name: string) =>
  page.locator("#menu").getByRole("option", { name, exact: true });
const chosen = (page: Page, name: string) =>
  page.locator("#menu").getByRole("option", { name, exact: true, selected: true });

/** Creates so many labels that a menu searches for them on the server. */
async function manyLabels(page: Page, origin: string) {
  for (const makeLabel of numberedNames("Zone", 120)) {
    const form = { makeLabel, menu: "/workspace/tasks" };
    const headers = { origin };
    const made = await page.request.post("/workspace/tasks/new-label", {
      form,
      headers,
      maxRedirects: 0,
    });
    assert.equal(made.status(), 303);
  }
}

browserTest(
  "typing finds labels beyond the first ones of a long menu, for choosing, creating, and filtering",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await manyLabels(page, server.url);
    await page.goto("/workspace/tasks");
    const ash = page.locator(".row", { hasText: "Ash" });
    await row(page, "Ash").focus();
    await page.keyboard.press("l");
    await menuField(page).waitFor();
    assert.equal(await page.locator("#menu [role=option]:visible").count(), 100);
    assert.equal(await option(page, "Zone 99").count(), 0);
    await requireAccessible(page, "a menu that finds labels");
    await page.keyboard.type("zone 99");
    await page.keyboard.press("Enter");
    await chosen(page, "Zone 99").waitFor();
    // The search stays after typing
    await option(page, "Zone 1").waitFor({ state: "detached" });
    await page.keyboard.type("Harbour");
    await page.getByRole("option", { name: "Create label “Harbour”" }).click();
    await chosen(page, "Harbour").waitFor();
    await page.keyboard.press("Escape");
    await ash.getByText("Harbour").waitFor();
    await ash.getByText("Zone 99").waitFor();

    await page.keyboard.press("l");
    await chosen(page, "Zone 99").waitFor();
    await page.keyboard.press("Escape");

    await page.keyboard.press("f");
    await menuField(page).waitFor();
    await page.keyboard.type("label zone 99");
    await page.locator("#menu .menu-item.here", { hasText: "Zone 99" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#list-count", { hasText: "1 task" }).waitFor();
    await page.keyboard.press("f");
    await menuField(page).waitFor();
    await page.keyboard.type("not harb");
    await page.locator("#menu .menu-item.here", { hasText: "Harbour" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#list-count", { hasText: "0 tasks" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "in the composer, labels found on the server stay chosen during other searches",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await manyLabels(page, server.url);
    await page.goto("/workspace/tasks");
    await openComposer(page);
    await page.keyboard.type("Oak");
    await page.locator("dialog [data-pill]", { hasText: "Labels" }).click();
    await menuField(page).waitFor();
    for (const name of ["Zone 118", "Zone 77"]) {
      await menuField(page).fill(name);
      await page.locator("#menu .menu-item.here", { hasText: name }).waitFor();
      await page.keyboard.press("Enter");
      await chosen(page, name).waitFor();
    }
    await menuField(page).fill("zone 11");
    await chosen(page, "Zone 118").waitFor();
    await menuField(page).fill("");
    await option(page, "Zone 1").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog [data-pill]", { hasText: "2 labels" }).waitFor();
    await page.getByRole("button", { name: "Create task" }).click();
    const made = page.locator(".row", { hasText: "Oak" });
    await made.getByText("Zone 118").waitFor();
    await made.getByText("Zone 77").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a menu without room below its row opens above it, inside the window",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 40));
    const { height } = page.viewportSize()!;
    const last = await page.locator("#main .row").evaluateAll(
      (rows, height) => rows.findLastIndex((row) => row.getBoundingClientRect().bottom <= height),
      height,
    );
    const title = page.locator("#main .row .row-title").nth(last);
    await title.focus();
    await page.keyboard.press("s");
    await page.locator("#menu:popover-open [data-menu-start]:focus").waitFor();
    const menu = (await page.locator("#menu").boundingBox())!;
    const beside = (await title.boundingBox())!;
    assert.ok(menu.y >= 0 && menu.y + menu.height <= beside.y + beside.height, `${menu.y}`);
  },
);
