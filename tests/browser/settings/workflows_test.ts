import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { fingerOn } from "../../support/board.ts";
import { signIn } from "../../support/browser_walk.ts";
import { signUpRemotely } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

const path = "/workspace/settings/workflows";
const states = (page: Page) => page.getByRole("list", { name: "States of Default" });
const item = (page: Page, name: string) =>
  states(page).getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
const names = (page: Page) => states(page).locator("bdi").allInnerTexts();
const news = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();
/** Moves a state, and waits until the server has stored its position. */
async function puts(page: Page, name: string, place: number, put: () => Promise<void>) {
  const sent = page.waitForResponse((answer) => answer.url().endsWith("/place"));
  await put();
  assert.equal((await sent).status(), 200);
  await page.reload();
  await states(page).locator(`li:nth-child(${place})`).filter({ hasText: name }).waitFor();
}

browserTest(
  "by keyboard, a state is added, renamed, moved, restored by Undo, and removed",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto(path);
    await page.locator("[id^=add-state-]").focus();
    await page.keyboard.press("Enter");
    await page.locator("#field-name:focus").waitFor();
    await page.keyboard.type("In review");
    await page.keyboard.press("Control+Enter");
    await news(page, "State In review added to Default");
    await page.locator("[id^=add-state-]:focus").waitFor();
    assert.deepEqual((await names(page)).slice(2, 4), ["In progress", "In review"]);

    await item(page, "In review").getByRole("link", { name: "Edit the state" }).focus();
    await puts(page, "In review", 3, () => page.keyboard.press("Alt+ArrowUp"));
    await page.keyboard.press("Control+z");
    await news(page, "In review moved back");

    await item(page, "In review").getByRole("link", { name: "Edit the state" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#field-name:focus").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Done");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Use Done only once.").waitFor();
    assert.equal(await page.locator("#field-name").inputValue(), "Done");
    await page.locator("#field-name").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Checking");
    await page.keyboard.press("Control+Enter");
    await news(page, "State Checking saved");
    await page.keyboard.press("Control+z");
    await news(page, "State change undone");

    await item(page, "In review").getByRole("link", { name: "Remove the state" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Move tasks in In review to").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Control+Enter");
    await news(page, "State In review removed. Tasks in this state moved to In progress.");
    assert.equal((await names(page)).length, 5);
    assert.deepEqual(visit.complaints.filter((one) => !one.includes("422")), []);
  },
);

browserTest(
  "states are dragged by mouse, and by touch after a long press",
  async ({ server, open }) => {
    await signUpRemotely(server, "ada@example.com");
    for (const touch of [false, true]) {
      await using visit = await open(touch ? { width: 390, touch } : {});
      const { page } = visit;
      await signIn(page, server, "ada@example.com", path);
      const from = (await item(page, "Backlog").boundingBox())!;
      const to = (await item(page, "In progress").boundingBox())!;
      const end = [to.x + 60, to.y + to.height - 4] as const;
      await puts(page, "Backlog", 3, async () => {
        if (touch) {
          const finger = await fingerOn(page);
          await finger("touchStart", from.x + 60, from.y + from.height / 2);
          await states(page).locator(".moving").waitFor();
          await finger("touchMove", ...end);
          await finger("touchEnd");
        } else {
          await page.mouse.move(from.x + 60, from.y + from.height / 2);
          await page.mouse.down();
          await page.mouse.move(...end, { steps: 5 });
          await states(page).locator(".moving").waitFor();
          await page.mouse.up();
        }
      });
      await item(page, "Backlog").getByRole("link", { name: "Edit the state" }).focus();
      await puts(page, "Backlog", 1, () => page.keyboard.press("Alt+Home"));
      assert.deepEqual(visit.complaints, []);
    }
  },
);
