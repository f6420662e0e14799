import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { actOn, compose, openTask, pill } from "../../support/browser_walk.ts";
import { openFirstTask, postComments } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

const copied = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");
const said = (page: Page, text: string) => page.getByRole("status").getByText(text).waitFor();

browserTest(
  "a task's link, reference, and branch name are copied from its menu and by keyboard",
  async ({ enter, server }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await page.goto("/workspace/tasks");
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    await compose(page, { title: "Ship: the döcs' site!" });
    await openTask(page, "Ship: the döcs' site!");
    await actOn(page, "Copy branch name");
    await said(page, "eng-1-ship-the-docs-site copied");
    assert.equal(await copied(page), "eng-1-ship-the-docs-site");
    await page.keyboard.press("Control+Period");
    await said(page, "ENG-1 copied");
    assert.equal(await copied(page), "ENG-1");
    await page.keyboard.press("Control+Shift+Comma");
    await said(page, "Link to ENG-1 copied");
    assert.equal(await copied(page), `${new URL(page.url()).origin}/workspace/tasks/ENG-1`);
    await page.goto("/workspace/tasks");
    await page.getByRole("link", { name: /^Ship/ }).first().focus();
    await page.keyboard.press("Control+Period");
    await said(page, "ENG-1 copied");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a comment is quoted after the typed text, and its link is copied",
  async ({ enter, server }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await page.goto("/workspace/tasks");
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    await compose(page, { title: "Mend the gate" });
    await openTask(page, "Mend the gate");
    await postComments(page, server.url, "ENG-1", ["It **hangs**\nby a hair"]);
    await page.reload();
    const field = page.getByRole("textbox", { name: "Comment", exact: true });
    await field.fill("Yes.");
    await page.getByRole("link", { name: /^Quote / }).click();
    await page.locator("#new-comment-text:focus").waitFor();
    assert.equal(await field.inputValue(), "Yes.\n\n> It **hangs**\n> by a hair\n\n");
    await page.getByRole("link", { name: /^Copy link to/ }).click();
    await said(page, "Comment link copied");
    assert.match(await copied(page), /\/workspace\/tasks\/ENG-1\?to=(com_\w+)#\1$/);
    assert.equal(await page.locator(".comment:target").count(), 1);
  },
);

browserTest("duplicating a task fills in the composer with its values", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await openFirstTask(page, {
    title: "Mend the gate",
    description: "It **squeaks**",
    priority: "high",
  });
  await actOn(page, "Duplicate…");
  const dialog = page.getByRole("dialog", { name: "New task" });
  await pill(page, "Priority").getByText("High").waitFor();
  assert.equal(await dialog.getByRole("textbox", { name: "Title" }).inputValue(), "Mend the gate");
  assert.equal(
    await dialog.getByRole("textbox", { name: "Description" }).inputValue(),
    "It **squeaks**",
  );
  await dialog.getByRole("button", { name: "Create task" }).click();
  await page.getByRole("status").getByText("ENG-2 created").waitFor();
});
