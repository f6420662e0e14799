import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask } from "../../support/example_tasks.ts";

async function begin(page: Page) {
  await openFirstTask(page, { title: "Mend the gate" });
  const field = page.getByRole("textbox", { name: "Comment", exact: true });
  await field.focus();
  return field;
}

const choose = (page: Page, from: number, to: number) =>
  page.evaluate(`document.activeElement.setSelectionRange(${from}, ${to})`);

browserTest(
  "selected text is formatted by keyboard and toolbar, and the browser's undo reverts it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const field = await begin(page);
    await page.keyboard.type("It hangs");
    await choose(page, 3, 8);
    await page.keyboard.press("Control+b");
    assert.equal(await field.inputValue(), "It **hangs**");
    await page.keyboard.press("Control+b");
    assert.equal(await field.inputValue(), "It hangs");
    await page.keyboard.press("Control+i");
    assert.equal(await field.inputValue(), "It _hangs_");
    await page.keyboard.press("Control+z");
    assert.equal(await field.inputValue(), "It hangs");
    await choose(page, 3, 8);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("https://example.com");
    assert.equal(await field.inputValue(), "It [hangs](https://example.com)");
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("combobox", { name: "Search the workspace or run a command" });
    await palette.waitFor();
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "hidden" });
    assert.equal(await field.inputValue(), "It [hangs](https://example.com)");
    assert.equal(await page.evaluate("document.activeElement.id"), "new-comment-text");
    await field.fill("oil\npaint");
    await choose(page, 0, 9);
    const bar = page.locator("#new-comment").getByRole("toolbar", { name: "Formatting" });
    await bar.getByRole("button", { name: "Checklist" }).click();
    assert.equal(await field.inputValue(), "- [ ] oil\n- [ ] paint");
    await choose(page, 100, 100);
    await page.keyboard.press("Enter");
    await page.keyboard.type("hang");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await field.inputValue(), "- [ ] oil\n- [ ] paint\n- [ ] hang\n");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate("document.activeElement.textContent.trim()"), "Preview");
    await page.keyboard.press("Enter");
    await page.locator(".md-preview .checklist-item").first().waitFor();
    assert.equal(await page.locator(".md-preview .checklist-item").count(), 3);
    assert.equal(await field.isVisible(), false);
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".comment .checklist-item").first().waitFor();
    await field.waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "@ suggests people and # suggests tasks, chosen by keyboard and pointer",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const field = await begin(page);
    await page.keyboard.type("- [ ] ask @ad");
    const option = page.getByRole("option", { name: /Ada Lovelace/ });
    await option.waitFor();
    await requireAccessible(page, "people are offered");
    assert.equal(await field.getAttribute("aria-activedescendant"), "suggestion-0");
    await page.keyboard.press("Enter");
    await page.keyboard.type("about #gat");
    await page.getByRole("option", { name: /Mend the gate/ }).click();
    assert.match(await field.inputValue(), /^- \[ \] ask @[a-z.-]+ about ENG-1 $/);
    await page.keyboard.type("#mend");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "detached" });
    assert.equal(page.url().endsWith("/ENG-1"), true, "Esc leaves what is offered alone");
    await page.keyboard.press("Control+Enter");
    await page.locator(".comment .mention").waitFor();
    await page.locator(".comment .task-link").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a proxy's response to a preview isn't shown", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  const field = await begin(page);
  await field.fill("It **squeaks**");
  const bar = page.locator("#new-comment").getByRole("toolbar", { name: "Formatting" });
  const preview = bar.getByRole("button", { name: "Preview" });
  await intercept(page, (url) => url.pathname.endsWith("/preview"), (route) =>
    route.fulfill({
      status: 200,
      contentType: "text/html",
      body: "<form action=https://portal.example><label>Password <input></label></form>",
    }));
  await preview.click();
  await page.getByRole("status").getByText("The preview couldn't be loaded.").waitFor();
  assert.equal(await field.inputValue(), "It **squeaks**");
  assert.equal(await page.getByText("Password").count(), 0);
  await page.unrouteAll();
  await preview.click();
  await page.locator(".md-preview strong").getByText("squeaks").waitFor();
});
