import assert from "node:assert/strict";
import type { Locator } from "../packages/playwright.ts";
import { actOn, choose, row } from "../support/browser_walk.ts";
import { createAndListTasks } from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";
import { begin, field } from "../support/writing.ts";

async function box(place: Locator) {
  const { x, y, width, height } = (await place.boundingBox())!;
  return { left: x, top: y, right: x + width, bottom: y + height, width, height };
}

browserTest(
  "Ctrl+Z undoes the reported change while a menu is open, and the menu shows the result",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    const news = page.getByRole("status");
    await row(page, "Birch").focus();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await news.getByText(/^Priority of .* changed/).waitFor();
    await page.keyboard.press("p");
    const filter = page.locator('#menu [role="combobox"]:focus');
    await filter.waitFor();
    await page.keyboard.type("u");
    await page.keyboard.press("Control+z");
    assert.equal(await filter.inputValue(), "", "what is typed is undone first");
    await page.locator('#menu [aria-selected="true"]', { hasText: "High" }).waitFor();
    await page.keyboard.press("Control+z");
    await news.getByText("Undone: changes to ENG-2").waitFor();
    await page.locator('#menu [aria-selected="true"]', { hasText: "No priority" }).waitFor();
    await filter.waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a message about the last task works while the composer is open for the next task",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.keyboard.press("c");
    const title = field(page, "Title");
    await page.getByLabel("Create more").check();
    await title.fill("Ash");
    await page.keyboard.press("Enter");
    const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
    await undo.waitFor();
    await title.fill("Birch");
    await undo.click();
    await page.getByText("ENG-1 archived").first().waitFor();
    assert.equal(await title.inputValue(), "Birch", "the composer stays");
    await page.keyboard.press("Escape");
    await title.waitFor({ state: "detached" });
    await page.keyboard.press("j");
    assert.equal(await page.locator("#main .row").count(), 0);
    await page.locator("body > #toasts").waitFor({ state: "attached" });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "on a phone, a message covers no buttons, and its Undo is large enough to tap",
  async ({ enter }) => {
    await using visit = await enter({ width: 390 });
    const { page } = visit;
    await begin(page);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await choose(page, "Priority", "Urgent");
    const toast = page.locator("#toasts .toast");
    await toast.getByText(/^Priority of .* changed/).waitFor();
    const news = await box(toast);
    const leavesAlone = async (thing: Locator) => {
      const button = await box(thing);
      const apart = news.bottom <= button.top || button.bottom <= news.top ||
        news.right <= button.left || button.right <= news.left;
      assert.ok(apart, JSON.stringify({ news, button }));
    };
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await leavesAlone(page.getByRole("button", { name: "Comment", exact: true }));
    await page.evaluate("scrollTo(0, 0)");
    const properties = page.getByRole("complementary", { name: "Properties" });
    for (const one of await properties.getByRole("link").all()) await leavesAlone(one);
    assert.ok(news.left >= 0 && news.right <= 390);
    const undo = await box(toast.getByRole("button", { name: "Undo" }));
    assert.ok(undo.width >= 44 && undo.height >= 44, JSON.stringify(undo));
  },
);

browserTest(
  "a message offers only useful actions, such as Undo after a restore, but no link to the open page",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const news = page.getByRole("status");
    await choose(page, "Priority", "Urgent");
    await news.getByRole("button", { name: "Undo" }).click();
    await news.getByText("Undone: changes to ENG-1").waitFor();
    assert.equal(await news.getByRole("link", { name: "Open" }).count(), 0);
    await actOn(page, "Archive");
    await page.getByRole("main").getByRole("button", { name: "Restore" }).click();
    await news.getByText("ENG-1 restored").waitFor();
    await news.getByRole("button", { name: "Undo" }).click();
    await page.getByText("This task is archived.").waitFor();
    const undo = await box(news.getByRole("button", { name: "Redo" }));
    assert.ok(undo.width >= 24 && undo.height >= 24);
  },
);

browserTest(
  "a title near its limit shows how many characters are left, and a longer one is kept",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.keyboard.press("c");
    const title = field(page, "Title");
    await title.fill("x".repeat(461));
    assert.equal(await page.getByText(/characters? left/).count(), 0);
    await title.press("y");
    await page.getByText("50 characters left").waitFor();
    await title.fill("z".repeat(513));
    await page.getByText("1 character too many").waitFor();
    assert.equal((await title.inputValue()).length, 513);
    await page.keyboard.press("Enter");
    assert.equal(
      await title.evaluate((one) =>
        (one as unknown as { validity: { valid: boolean } }).validity.valid
      ),
      false,
    );
    assert.ok(await title.isVisible(), "it isn't sent");
    await title.press("Backspace");
    await page.getByText("0 characters left").waitFor();
    await page.keyboard.press("Enter");
    await row(page, "z".repeat(512)).waitFor();
  },
);
