import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { signIn } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { addProjects } from "../../support/planning.ts";
import { browserTest } from "../../support/stage.ts";

const list = (page: Page) => page.locator("#choices:popover-open");
const field = (page: Page, name: string) => page.locator("select").and(page.getByLabel(name));
const value = (page: Page, name: string) =>
  field(page, name).locator("option:checked").textContent();

/** Waits until select fields open menus, because their script loads after the page. */
async function ready(page: Page) {
  await page.waitForFunction(`{
    const [select] = document.querySelectorAll("select:not([hidden], [multiple])");
    const press = { bubbles: true, cancelable: true };
    select && !select.dispatchEvent(new MouseEvent("mousedown", press));
  }`);
}

browserTest(
  "a select field opens a menu, by mouse and keyboard, in a dialog, on a page, and in settings",
  async ({ server, open }) => {
    const { make } = await addProjects(server);
    await make("labels", { name: "Oxide" });
    await make("labels", { name: "Rust" });
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com");

    await page.goto("/workspace/tasks?priority=urgent");
    await page.locator("#save-view").click();
    const dialog = page.getByRole("dialog", { name: "Save as a view" });
    await dialog.getByLabel("Name").fill("Can’t wait");
    await ready(page);
    await field(page, "Visible to").click();
    await list(page).getByRole("combobox", { name: "Filter: Visible to" }).and(
      page.locator(":focus"),
    )
      .waitFor();
    await requireAccessible(page, "whose a view is", "#choices");
    await page.keyboard.type("har");
    const shown = list(page).getByRole("option").filter({ visible: true });
    await shown.filter({ hasText: "Gatehouse" }).waitFor({ state: "hidden" });
    assert.deepEqual(await shown.locator("span:first-child").allTextContents(), ["Harbour"]);
    await page.keyboard.press("Enter");
    await list(page).waitFor({ state: "hidden" });
    await field(page, "Visible to").and(page.locator(":focus")).waitFor();
    assert.equal(await value(page, "Visible to"), "Harbour");
    await page.keyboard.press("ArrowDown");
    await list(page).getByRole("option", { selected: true, name: "Harbour" }).waitFor();
    await page.keyboard.press("Escape");
    await list(page).waitFor({ state: "hidden" });
    assert.equal(await dialog.getByLabel("Name").inputValue(), "Can’t wait");
    await dialog.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("heading", { level: 1, name: "Can’t wait" }).waitFor();

    await page.goto("/workspace/projects/GAT");
    await page.getByRole("link", { name: "Edit the milestone Foundations" }).click();
    await field(page, "Position").waitFor();
    await ready(page);
    await field(page, "Position").focus();
    await page.keyboard.press(" ");
    await list(page).getByRole("option", { name: "2" }).click();
    assert.equal(await value(page, "Position"), "2");
    await page.getByRole("button", { name: "Save milestone" }).click();
    await page.locator("#milestones > li:nth-child(2)").getByText("Foundations").waitFor();

    await page.goto("/workspace/settings/task-labels");
    await page.getByRole("link", { name: "Merge the label Rust into another" }).click();
    await field(page, "Merge into").waitFor();
    await ready(page);
    await field(page, "Merge into").click();
    await list(page).getByRole("option", { name: "Oxide" }).waitFor();
    assert.equal(await list(page).getByRole("option", { name: "Choose a label" }).count(), 0);
    await page.keyboard.type("ox");
    await page.keyboard.press("Enter");
    assert.equal(await value(page, "Merge into"), "Oxide");
    await page.getByRole("button", { name: "Merge labels" }).click();
    await page.getByRole("link", { name: "Merge the label Rust into another" }).waitFor({
      state: "detached",
    });
    assert.deepEqual(visit.complaints, []);
  },
);
