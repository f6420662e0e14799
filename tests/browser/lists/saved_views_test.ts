import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { shows } from "../../support/task_pages.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createAndListTasks, createTasks } from "../../support/example_tasks.ts";

/** Opens a list with tasks of two priorities. */
async function setUp({ enter, server }: Stage) {
  const visit = await enter();
  await createAndListTasks(visit.page, server.url, ["Oil the lock"]);
  const urgent = { priority: "urgent", status: "planned" };
  await createTasks(visit.page, server.url, ["Mend the gate", "Paint the fence"], urgent);
  return visit;
}

const dialog = (page: Page) => page.locator("#menu:popover-open");
const title = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const edited = (page: Page) => page.getByRole("region", { name: "Unsaved view changes" });

async function save(page: Page, name: string) {
  await page.goto("/workspace/tasks?priority=urgent");
  await page.locator("#save-view").click();
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByRole("button", { name: "Save view" }).click();
  await title(page, name);
}

browserTest(
  "a list is saved as a view by keyboard, and typed text survives closing the dialog",
  async (stage) => {
    await using visit = await setUp(stage);
    const { page } = visit;
    await page.goto("/workspace/tasks?priority=urgent");
    await row(page, "Mend the gate").waitFor();
    await page.locator("#save-view").focus();
    await page.keyboard.press("Enter");
    await dialog(page).getByLabel("Name").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Can’t wait");
    await page.keyboard.press("Tab");
    await page.keyboard.type("What is urgent");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await page.locator("#save-view").and(page.locator(":focus")).waitFor();
    await page.reload();
    await page.locator("#save-view").click();
    await dialog(page).getByText("Draft restored").waitFor();
    assert.equal(await dialog(page).getByLabel("Name").inputValue(), "Can’t wait");
    await dialog(page).getByLabel("Name").press("Enter");
    await title(page, "Can’t wait");
    assert.match(new URL(page.url()).pathname, /^\/workspace\/view\/can-t-wait-\w{5}$/);
    await row(page, "Mend the gate").waitFor();
    assert.equal(await row(page, "Oil the lock").count(), 0);
    await page.locator(":focus").waitFor();
    await page.getByText("Can’t wait saved").waitFor();
    // Text that was sent is no longer stored
    await page.goto("/workspace/tasks");
    await page.locator("#save-view").click();
    assert.equal(await dialog(page).getByLabel("Name").inputValue(), "");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a changed view says that it is changed, and can be reset, saved, and undone",
  async (stage) => {
    await using visit = await setUp(stage);
    const { page } = visit;
    await save(page, "Can’t wait");
    const address = page.url();
    const remove = page.getByRole("link", { name: /^Remove filter: Priority/ });
    await remove.click();
    await row(page, "Oil the lock").waitFor();
    await edited(page).waitFor();
    await edited(page).getByRole("link", { name: "Reset" }).click();
    await edited(page).waitFor({ state: "detached" });
    await row(page, "Oil the lock").waitFor({ state: "detached" });
    assert.equal(page.url(), address);
    await page.keyboard.press("Control+b");
    await page.locator("#board").waitFor();
    await edited(page).waitFor();
    // After Back and Forward, the list still has the changes
    await row(page, "Mend the gate").click();
    await shows(page, "Mend the gate");
    await page.goBack();
    await page.locator("#board").waitFor();
    await edited(page).waitFor();
    await edited(page).getByRole("button", { name: "Save", exact: true }).click();
    await edited(page).waitFor({ state: "detached" });
    await page.getByText("Can’t wait saved").waitFor();
    assert.equal(page.url(), address);
    await page.reload();
    await page.locator("#board").waitFor();
    await page.goto(address);
    await page.locator("#board").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+Z undoes saving a view, and Undo restores an archived view",
  async (stage) => {
    await using visit = await setUp(stage);
    const { page } = visit;
    await save(page, "Can’t wait");
    await page.keyboard.press("Control+b");
    await page.locator("#board").waitFor();
    await edited(page).getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Can’t wait saved").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("Undone: changes to Can’t wait").waitFor();
    await page.locator("#board").waitFor({ state: "detached" });
    await page.locator("#view-actions").click();
    await dialog(page).getByRole("option", { name: "Archive" }).click();
    await page.getByText("This view is archived").waitFor();
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Can’t wait restored").waitFor();
    await page.getByText("This view is archived").waitFor({ state: "detached" });
    await page.locator("#view-actions").click();
    await dialog(page).getByRole("option", { name: "Edit view…" }).click();
    await dialog(page).getByLabel("Name").fill("Now or never");
    await dialog(page).getByLabel("Visible to").selectOption({ label: "Everyone in Acme" });
    await dialog(page).getByRole("button", { name: "Save view" }).click();
    await title(page, "Now or never");
    await page.getByText("Now or never saved").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a view has a list's shortcuts, panel, and next tasks, and new tasks get its values",
  async (stage) => {
    await using visit = await setUp(stage);
    const { page } = visit;
    await save(page, "Can’t wait");
    const address = page.url();
    await page.keyboard.press("j");
    await row(page, "Paint the fence").and(page.locator(":focus")).waitFor();
    await page.keyboard.press(" ");
    await page.locator("#peek").getByRole("heading", { name: "Paint the fence" }).waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Paint the fence").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("x");
    await page.locator("#selection").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await shows(page, "Paint the fence");
    await page.keyboard.press("j");
    await shows(page, "Mend the gate");
    await page.keyboard.press("Escape");
    await title(page, "Can’t wait");
    assert.equal(page.url(), address);
    await row(page, "Mend the gate").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("c");
    const name = page.getByRole("textbox", { name: "Title" });
    await name.and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Sweep the yard");
    await page.keyboard.press("Control+Enter");
    await row(page, "Sweep the yard").waitFor();
    assert.equal(page.url(), address);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a changed view is saved as a new view, and the old one stays", async (stage) => {
  await using visit = await setUp(stage);
  const { page } = visit;
  await save(page, "Can’t wait");
  const address = page.url();
  await page.keyboard.press("Control+b");
  await page.locator("#board").waitFor();
  await page.locator("#bar").getByText("Unsaved changes").waitFor({ state: "attached" });
  await edited(page).getByRole("link", { name: "Save as new view…" }).click();
  await dialog(page).getByLabel("Name").fill("Can’t wait, as a board");
  await dialog(page).getByRole("button", { name: "Save view" }).click();
  await title(page, "Can’t wait, as a board");
  await page.locator("#board").waitFor();
  assert.equal(await edited(page).count(), 0);
  assert.notEqual(new URL(page.url()).pathname, new URL(address).pathname);
  await page.goto(address);
  await title(page, "Can’t wait");
  await row(page, "Mend the gate").waitFor();
  assert.equal(await page.locator("#board").count(), 0);
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a view that someone else saved meanwhile is shown beside the person's version before it is replaced",
  async (stage) => {
    await using visit = await setUp(stage);
    const { page, context } = visit;
    await save(page, "Can’t wait");
    const address = page.url();
    await page.getByRole("link", { name: /^Remove filter: Priority/ }).click();
    await row(page, "Oil the lock").waitFor();
    const other = await context.newPage();
    await other.goto(address);
    await other.keyboard.press("Control+b");
    await edited(other).getByRole("button", { name: "Save", exact: true }).click();
    await other.getByText("Can’t wait saved").waitFor();
    await page.reload();
    await page.getByText("was saved again while you were changing it").waitFor();
    await page.locator("dd", { hasText: "Board" }).waitFor();
    await edited(page).getByRole("button", { name: "Save my version" }).click();
    await page.getByText("Can’t wait saved").waitFor();
    await other.goto(address);
    await row(other, "Oil the lock").waitFor();
    assert.equal(await other.locator("#board").count(), 0);
    const bell = other.getByRole("button", { name: "Subscribe to view" });
    await bell.click();
    await other.locator('button[title="Unsubscribe from view"][aria-pressed="true"]').waitFor();
    await bell.click();
    await other.locator('button[title="Subscribe to view"][aria-pressed="false"]').waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
