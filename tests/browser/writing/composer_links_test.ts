import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { compose, openTask, row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { openComposer, openLeft, paste, signInToAcme } from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";
import { field, note } from "../../support/writing.ts";

const offer = (page: Page) => page.getByRole("button", { name: "Add link to task" });
const title = (page: Page, place: string) =>
  page.getByRole("textbox", { name: `Title of link ${place}` });

browserTest("a pasted URL stays in the text or becomes the task's link", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await openComposer(page);
  await page.keyboard.type("Mend the gate");
  const description = field(page, "Description");
  await description.focus();
  await page.keyboard.type("As in");
  for (
    const [url, text] of [["https://example.com/kept", "As in https://example.com/kept"], [
      "https://example.com/gone",
      "As in",
    ]]
  ) {
    await page.keyboard.type(" ");
    await paste(page, url!);
    await offer(page).waitFor();
    if (text === "As in") break;
    await page.keyboard.press("Escape");
    await offer(page).waitFor({ state: "detached" });
    assert.equal(await description.inputValue(), text);
  }
  await page.keyboard.press("Alt+Shift+R");
  assert.equal(await description.inputValue(), "As in https://example.com/kept");
  assert.equal(await page.locator("#composer-text:focus").count(), 1);
  assert.equal(await page.locator(".new-link").innerText(), "example.com/gone");
  assert.equal(await title(page, "example.com").getAttribute("placeholder"), "Title");
  await title(page, "example.com").fill("Hinges, and how to oil them");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#composer-text:focus").count(), 1, "Enter sends nothing");
  await requireAccessible(page, "the composer with a link");

  await page.keyboard.press("Control+End");
  await page.keyboard.type(" ");
  await paste(page, "https://example.org/not");
  await page.keyboard.press("Alt+Shift+R");
  await page.getByRole("button", { name: "Remove link example.org" }).click();
  await title(page, "example.org").waitFor({ state: "detached" });

  // A reload restores the link with its title, and leaving the page stores the link too
  await page.reload();
  await note(page).waitFor();
  assert.equal(await title(page, "example.com").inputValue(), "Hinges, and how to oil them");
  await page.keyboard.press("Escape");
  await openLeft(page);
  const link = page.getByRole("link", { name: /^Hinges/ });
  assert.equal(await link.getAttribute("href"), "https://example.com/gone");
  assert.equal(await page.getByText("example.org").count(), 0);
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a pasted reference becomes a link and a relation, and Esc immediately afterward keeps only the text",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await compose(page, { title: "Oil the hinges" });
    await row(page, "Oil the hinges").waitFor();
    const reference = (await row(page, "Oil the hinges").getAttribute("href"))!.split("/").at(-1)!;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    const description = field(page, "Description");
    await description.focus();
    const pill = page.getByRole("button", { name: `Related to ${reference}` });
    for (const pasted of [reference, `${stage.server.url}/workspace/tasks/${reference}`]) {
      await description.fill("");
      await paste(page, pasted);
      await pill.waitFor();
      assert.equal(await description.inputValue(), reference);
      await page.keyboard.press("Escape");
      await pill.waitFor({ state: "detached" });
      assert.equal(await description.inputValue(), pasted);
    }
    await description.fill("");
    await paste(page, reference);
    await pill.click();
    await page.getByRole("option", { name: `Blocked by ${reference}` }).click();
    await page.getByRole("button", { name: `Blocked by ${reference}` }).waitFor();
    await page.keyboard.press("Control+Enter");
    await openTask(page, "Mend the gate");
    const relations = page.getByRole("region", { name: "Relations" });
    await relations.getByRole("heading", { name: "Blocked by" }).waitFor();
    await relations.getByRole("link", { name: "Oil the hinges" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a new task's relation to a missing task is reported, and its pill removes the relation",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    const lines = encodeURIComponent("blocks NOPE-1");
    await page.goto(`/workspace/tasks/compose?title=Mend&relations=${lines}`);
    await page.getByRole("button", { name: "Create task" }).click();
    await page.getByRole("alert").getByText("Task NOPE-1 not found.").waitFor();
    await page.getByRole("button", { name: "Blocks NOPE-1" }).click();
    await page.getByRole("option", { name: "Not related" }).click();
    await page.getByRole("button", { name: "Blocks NOPE-1" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Create task" }).click();
    await row(page, "Mend").waitFor();
  },
);

browserTest(
  "the toolbar of a new task's text appears while typing, formats, and previews",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    const bar = page.getByRole("toolbar", { name: "Formatting" });
    assert.equal(await bar.isVisible(), false);
    const pills = page.getByRole("group", { name: "Properties" });
    const before = await pills.boundingBox();
    await page.keyboard.press("Tab");
    await bar.waitFor();
    assert.deepEqual(await pills.boundingBox(), before, "nothing moves");
    await page.keyboard.type("It squeaks");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+B");
    assert.equal(await field(page, "Description").inputValue(), "**It squeaks**");
    await bar.getByRole("button", { name: "Preview" }).click();
    await page.locator(".md-preview strong").getByText("It squeaks").waitFor();
    await requireAccessible(page, "the composer with a preview");
    await bar.getByRole("button", { name: "Preview" }).click();
    await page.locator("#composer-text:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await row(page, "Mend the gate").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
