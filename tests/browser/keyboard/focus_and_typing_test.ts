import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { archiveByKey, askForCode, row } from "../../support/browser_walk.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

const titles = (page: Page) => page.locator("#main .row-title").allTextContents();
const focused = (page: Page) => page.locator("#main .row-title:focus").textContent();

browserTest(
  "when a row leaves the list, the row that takes its place gets the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar", "Elm", "Fir"]);
    const [, second, third, , last] = await titles(page);
    await archiveByKey(page, second!);
    assert.equal(await focused(page), third);
    await archiveByKey(page, last!);
    assert.equal(await focused(page), (await titles(page)).at(-1));
  },
);

browserTest(
  "Ctrl+Z while typing undoes typing, and only the undo key outside a field undoes a change",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await archiveByKey(page, "Birch");
    const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.method()));
    // Any request before this one would have been sent by now
    const unasked = async () => {
      await page.evaluate(() => fetch("/health"));
      assert.ok(!asked.includes("POST"), asked.join(" "));
      assert.equal(await undo.count(), 1);
    };
    await page.keyboard.press("Control+Shift+Z");
    await page.keyboard.press("Control+Shift+z");
    await unasked();
    await page.keyboard.press("q");
    await page.keyboard.type("B");
    await page.keyboard.press("Control+z");
    await unasked();
    await page.goto("/workspace/tasks");
    await archiveByKey(page, "Cedar");
    await page.keyboard.press("Control+z");
    await row(page, "Cedar").waitFor();
  },
);

browserTest("a letter of an input method triggers no shortcut", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash"]);
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  const press = (isComposing: boolean) =>
    page.locator("body").dispatchEvent("keydown", { key: "c", isComposing });
  await press(true);
  await page.evaluate(() => fetch("/health"));
  assert.ok(!asked.some((url) => url.includes("compose")), asked.join(" "));
  await press(false);
  await page.getByRole("textbox", { name: "Title" }).waitFor();
});

browserTest("Enter that ends an input method's word sends no form", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.method()));
  await page.keyboard.press("c");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.fill("にわ");
  const press = (isComposing: boolean) =>
    title.dispatchEvent("keydown", { key: "Enter", isComposing });
  await press(true);
  await page.evaluate(() => fetch("/health"));
  assert.ok(!asked.includes("POST"), "it was sent half written");
  await press(false);
  await row(page, "にわ").waitFor();
});

browserTest(
  "a pasted code with a space is sent as soon as it is complete",
  async ({ server, open }) => {
    await using visit = await open();
    const { page } = visit;
    await page.goto("/auth/signup");
    await askForCode(page, "ada@example.com");
    const code = await server.codeFor("ada@example.com");
    await page.getByLabel("Six-digit code").focus();
    await page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByLabel("Workspace name").waitFor();
  },
);
