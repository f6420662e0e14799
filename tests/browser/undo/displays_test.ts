import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { allAnswered } from "../../support/chromium.ts";
import { createAndListTasks, openFirstTask } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field } from "../../support/writing.ts";

const news = (page: Page) => page.locator("#toasts .toast");
const undo = (page: Page) => page.keyboard.press("Control+z");
const asItWas = (page: Page) => news(page).getByText("Display change undone").waitFor();

browserTest(
  "Ctrl+Z undoes hiding or showing a column, and resetting a list's display",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await page.goto("/workspace/tasks?layout=board");
    const hidden = page.getByRole("button", { name: "Show Planned" });
    const column = page.getByRole("link", { name: "Planned column" });
    const hide = async () => {
      await column.click();
      await page.getByRole("option", { name: "Hide column" }).click();
      await news(page).getByText("Planned hidden").waitFor();
      await hidden.waitFor();
    };
    await hide();
    await page.getByRole("button", { name: "Undo" }).click();
    await column.waitFor();
    await hide();
    await hidden.click();
    await column.waitFor();
    assert.equal(await page.locator("#toasts > *").count(), 0, "one sees that it is shown");
    await undo(page);
    await hidden.waitFor();
    await asItWas(page);
    await undo(page);
    await column.waitFor();

    await page.goto("/workspace/tasks?group=priority");
    const display = page.getByRole("link", { name: "Display", exact: true });
    await display.click();
    await page.getByRole("option", { name: "Compact" }).click();
    await page.locator('#main[data-density="compact"]').waitFor();
    await page.getByRole("option", { name: "Reset" }).click();
    await news(page).getByText("Display options reset").waitFor();
    await page.locator('#main[data-density="comfortable"]').waitFor();
    await page.waitForURL((url) => url.search === "");
    await page.keyboard.press("Escape");
    await undo(page);
    await asItWas(page);
    await page.locator('#main[data-density="compact"]').waitFor();
    await page.waitForURL((url) => url.search === "?group=priority");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+Z restores the order of favorites step by step, on the page and on the server",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Oil", "Mend", "Sow"]);
    for (const n of [1, 2, 3]) {
      await page.request.post(`/workspace/favorites/task/ENG-${n}`, {
        form: { act: "add" },
        headers: { origin: server.url },
      });
    }
    await page.reload();
    const favorites = () => page.locator("#side-favorites bdi").allTextContents();
    const link = page.locator("#side-favorites").getByRole("link", { name: /Oil/ });
    await link.focus();
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await favorites(), ["Oil", "Sow", "Mend"]);
    assert.ok(await link.evaluate((one) => one.matches(":focus")));
    // Immediately, possibly before either response
    await undo(page);
    await news(page).getByText("ENG-1 moved back").waitFor();
    assert.deepEqual(await favorites(), ["Sow", "Oil", "Mend"]);
    await undo(page);
    await page.locator("#side-favorites > li:last-child bdi", { hasText: "Oil" }).waitFor();
    await allAnswered(page);
    await page.reload();
    assert.deepEqual(await favorites(), ["Sow", "Mend", "Oil"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+Z undoes checked checkboxes of a description and a comment, which show no messages",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend", description: "- [ ] oil\n- [ ] paint" });
    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("- [ ] buy screws");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await news(page).getByText("Comment added").waitFor();
    const box = (name: string, checked: boolean) => page.getByRole("checkbox", { name, checked });
    for (const name of ["oil", "paint", "buy screws"]) {
      await box(name, false).click();
      await box(name, true).waitFor();
      await allAnswered(page);
      assert.equal(await page.locator("#toasts > *").count(), 0);
    }
    for (const name of ["buy screws", "paint", "oil"]) {
      await undo(page);
      await box(name, false).waitFor();
      await news(page).getByText("Undone: changes to ENG-1").waitFor();
      await allAnswered(page);
    }
    assert.equal(await page.locator(".comment").count(), 1, "the comment was made before");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+Z undoes an automatically saved text once its form is closed",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await edit(page, "description");
    await field(page, "Description").fill("It hangs.");
    await field(page, "Comment").focus();
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("[data-cancel]").waitFor({ state: "detached" });
    await page.getByText("It hangs.", { exact: true }).waitFor();
    await undo(page);
    await page.getByText("It squeaks.", { exact: true }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
