import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { select } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";

const field = (page: Page) => page.locator('#menu [role="combobox"]:focus');
const offer = (page: Page, name: string) =>
  page.getByRole("option", { name: `Create label “${name}”` });
const chosen = (page: Page, name: string) =>
  page.locator("#menu").getByRole("option", { name, exact: true, selected: true });

browserTest(
  "Enter on an unused name creates a label and adds it to the tasks",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await page.goto("/workspace/tasks");
    await row(page, "Ash").focus();
    await page.keyboard.press("l");
    await field(page).waitFor();
    assert.equal(await page.locator("[data-makes]:visible").count(), 0);
    await page.keyboard.type("bu");
    await offer(page, "bu").waitFor();
    await page.locator("#menu .menu-item.here", { hasText: "Bug" }).waitFor();
    await page.keyboard.type("g");
    await offer(page, "bu").waitFor({ state: "hidden" });
    await field(page).fill("Harbour");
    await offer(page, "Harbour").waitFor();
    await requireAccessible(page, "a label that can be made");
    await page.keyboard.press("Enter");
    await chosen(page, "Harbour").waitFor();
    await offer(page, "Harbour").waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.locator(".row", { hasText: "Ash" }).getByText("Harbour").waitFor();
    await select(page, "Ash", "Birch");
    await page.keyboard.press("l");
    await field(page).waitFor();
    await page.keyboard.type("Night shift");
    await offer(page, "Night shift").click();
    await chosen(page, "Night shift").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".row", { hasText: "Birch" }).getByText("Night shift").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the composer's menu creates a label, and the new task has it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await page.goto("/workspace/tasks");
    await page.keyboard.press("c");
    await page.locator("dialog form.composer [name=title]:focus").waitFor();
    await page.keyboard.type("Oak");
    await page.locator("dialog [data-pill]", { hasText: "Labels" }).click();
    await field(page).waitFor();
    await page.getByRole("option", { name: "Feature" }).click();
    await page.keyboard.type("Harbour");
    await offer(page, "Harbour").click();
    await chosen(page, "Harbour").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog [data-pill]", { hasText: "2 labels" }).waitFor();
    await page.getByRole("button", { name: "Create task" }).click();
    const made = page.locator(".row", { hasText: "Oak" });
    await made.getByText("Harbour").waitFor();
    await made.getByText("Feature").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
