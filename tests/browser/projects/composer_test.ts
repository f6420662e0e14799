import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { pill } from "../../support/browser_walk.ts";
import { menuField, pick, signInToAcme } from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "New project" });

/** Opens the projects page and the composer by keyboard. */
async function open(page: Page) {
  await page.goto("/workspace/projects");
  await page.keyboard.press("c");
  await page.locator("#composer #pills").waitFor();
  await page.locator("#composer [name=name]:focus").waitFor();
}

browserTest(
  "a new project is created by keyboard in a dialog over the list, and its page opens",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await page.goto("/workspace/projects");
    // Text typed before the composer opened goes into the composer
    await page.keyboard.press("c");
    await page.keyboard.type("Harbour wall");
    await page.locator("#composer #pills").waitFor();
    assert.equal(await page.locator("#composer [name=name]").inputValue(), "Harbour wall");
    assert.equal(new URL(page.url()).pathname, "/workspace/projects");
    assert.ok(await dialogOf(page).isVisible());
    await requireAccessible(page, "the composer of a project");
    const chosen: [letter: string, typed: string, pill: string, shows: string][] = [
      ["a", "ada", "Lead", "Ada"],
      ["p", "urg", "Priority", "Urgent"],
      ["d", "tomo", "Target date", "Target date: "],
    ];
    for (const [letter, typed, name, shows] of chosen) {
      await pick(page, letter, typed);
      await pill(page, name).getByText(shows).waitFor();
    }
    // Several teams can be chosen, one after another
    await page.keyboard.press("Alt+Shift+t");
    await menuField(page).waitFor();
    await page.keyboard.type("supp");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await pill(page, "Teams").getByText("Support").waitFor();
    await page.locator("#composer [name=description]").fill("**One** stays");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.locator("#composer .md-preview strong").waitFor();
    await page.locator("#composer [name=summary]").click();
    await page.keyboard.type("Stone by stone");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "Harbour wall" }).waitFor();
    assert.match(page.url(), /\/workspace\/projects\/[A-Z0-9]+$/);
    await page.locator("#main").getByText("Stone by stone").waitFor();
    assert.match(await page.locator(".project-rail").innerText(), /Urgent[\s\S]*ada[\s\S]*Support/);
    await page.goto("/workspace/projects");
    await page.keyboard.press("c");
    await page.locator("#composer #pills").waitFor();
    assert.equal(await page.locator("#composer [name=name]").inputValue(), "");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a new project's text is restored after Esc, a reload, or a rejection, and can be discarded",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await open(page);
    await page.keyboard.type("Pier");
    await pick(page, "p", "urg");
    await pill(page, "Priority").getByText("Urgent").waitFor();
    await page.keyboard.press("Escape");
    await dialogOf(page).waitFor({ state: "hidden" });
    // No task was created
    assert.equal(await page.getByRole("status").getByText("saved as a draft").count(), 0);
    await page.keyboard.press("c");
    await page.getByText("Draft restored").waitFor();
    assert.equal(await page.locator("#composer [name=name]").inputValue(), "Pier");
    await pill(page, "Priority").getByText("Urgent").waitFor();

    await page.reload();
    await page.getByText("Draft restored").waitFor();
    assert.ok(await dialogOf(page).isVisible());
    await page.locator("#composer [name=key]").fill("1X");
    await page.keyboard.press("Control+Enter");
    await page.locator("#composer-key-error").waitFor();
    assert.equal(await page.locator("#composer [name=name]").inputValue(), "Pier");
    assert.equal(new URL(page.url()).pathname, "/workspace/projects");
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByText("Draft discarded").waitFor();
    assert.equal(await page.locator("#composer [name=name]").inputValue(), "");
    assert.deepEqual(visit.complaints.filter((one) => !/422|409/.test(one)), []);
  },
);
