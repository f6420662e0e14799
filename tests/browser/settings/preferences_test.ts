import assert from "node:assert/strict";
import { tokensPath } from "../../../views/settings_paths.ts";
import type { Page } from "../../packages/playwright.ts";
import { mark } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";

/** Opens the preferences as a person does, from the account menu. */
async function openPreferences(page: Page) {
  await page.getByRole("button", { name: "Acme" }).click();
  await page.getByRole("option", { name: "Preferences" }).click();
  await page.getByRole("heading", { level: 1, name: "Preferences" }).waitFor();
}

/** Saves, and waits until the page has changed. @param body a selector for the changed body */
async function save(page: Page, body: string) {
  await page.getByRole("button", { name: "Save preferences" }).click();
  await page.locator(body).waitFor({ state: "attached" });
  await page.getByText("Preferences saved").waitFor();
}

const schemeOf = (page: Page) =>
  page.evaluate<string>("getComputedStyle(document.documentElement).colorScheme");

browserTest(
  "a theme applies immediately and permanently, without a reload, and without JavaScript",
  async ({ enter }) => {
    for (const javaScript of [true, false]) {
      await using visit = await enter({ javaScript }, `ada${Number(javaScript)}@example.com`);
      const { page } = visit;
      await page.goto("/workspace/tasks");
      assert.equal(await schemeOf(page), "light dark");
      await openPreferences(page);
      const stays = javaScript ? await mark(page) : () => Promise.resolve();
      await page.getByLabel("Dark", { exact: true }).check();
      await save(page, 'body[data-theme="dark"]');
      assert.equal(await schemeOf(page), "dark");
      await stays();
      await page.reload();
      assert.equal(await schemeOf(page), "dark");
      await page.getByLabel("System", { exact: true }).check();
      await save(page, "body:not([data-theme])");
      assert.equal(await schemeOf(page), "light dark");
      assert.deepEqual(visit.complaints, []);
    }
  },
);

browserTest(
  "single-key shortcuts do nothing when turned off, and work again when turned on",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await openPreferences(page);
    await page.getByLabel("Single-key shortcuts").uncheck();
    await save(page, 'body[data-shortcuts="off"]');
    await page.locator("#main").focus();
    await page.keyboard.press("c");
    await page.keyboard.press("?");
    // If a key had opened a dialog, it would be in front of the one that the button opens
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await keys.getByText("Single-key shortcuts are off").waitFor();
    assert.equal(await page.locator("dialog[open]").count(), 1);
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.getByLabel("Single-key shortcuts").check();
    await save(page, "body:not([data-shortcuts])");
    await page.locator("#main").focus();
    await page.keyboard.press("?");
    await keys.waitFor();
  },
);

browserTest("Esc cancels the confirmation that revokes a token", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto(`${tokensPath}?create=1`);
  await page.getByLabel("Name", { exact: true }).fill("Nightly report");
  await page.keyboard.press("Enter");
  const revoke = page.getByRole("link", { name: "Revoke the token Nightly report" });
  await revoke.press("Enter");
  await page.locator("button:focus", { hasText: "Revoke token" }).waitFor();
  await page.keyboard.press("Escape");
  await revoke.and(page.locator(":focus")).waitFor();
  assert.equal(await page.getByText("Active", { exact: true }).count(), 1);
});
