import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { actOn, choose, row } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, field } from "../../support/writing.ts";

/** Records whether the page was printed, in place of the print dialog. */
async function watchPrint(page: Page) {
  await page.addInitScript("globalThis.print = () => document.body.dataset.printed = 'yes'");
  return () => page.locator("body[data-printed]").waitFor();
}

/** Returns the text that a stylesheet puts before or after an element. */
function contentOf(place: Locator, part: string): Promise<string> {
  return place.evaluate((one, part) => {
    const page = globalThis as unknown as {
      getComputedStyle(of: unknown, part: string): Record<string, string>;
    };
    return page.getComputedStyle(one, part).content!;
  }, part);
}

browserTest("a task is printed from its menu, on its page and in a list", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  const printed = await watchPrint(page);
  await begin(page);
  await page.reload();
  await actOn(page, "Print…");
  await printed();
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
  await page.goto("/workspace/tasks");
  await row(page, "Mend the gate").focus();
  await page.keyboard.press(".");
  await page.getByRole("option", { name: "Print…" }).click();
  await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
  await printed();
  assert.equal(new URL(page.url()).hash, "");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a printed task shows its reference, full times, and all collapsed parts, without buttons",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await choose(page, "Priority", "High");
    await page.locator("#value-priority", { hasText: "High" }).waitFor();
    await field(page, "Comment").fill("Ask first.");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".comment").waitFor();
    await page.emulateMedia({ media: "print" });
    const times = page.locator("main time");
    for (const time of await times.all()) {
      const said = await contentOf(time, "::after");
      assert.match(said, /\d{4}.*\d{2}:\d{2}/, "a moment with its year");
    }
    assert.ok(await times.count() >= 3);
    const title = page.getByRole("heading", { level: 1 });
    const before = await contentOf(title, "::before");
    assert.match(before, /ENG-1/);
    await page.locator(".event-run li", { hasText: "changed the priority from" }).waitFor();
    for (const tool of [".bar", ".comment-tools", ".additions", ".edit-link", ".comment-form"]) {
      for (const one of await page.locator(tool).all()) {
        assert.equal(await one.isVisible(), false, tool);
      }
    }
    const pdf = await page.pdf();
    assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
    assert.ok(wide <= 0);
  },
);

browserTest(
  "a printed board has all columns, and a printed list has full names and no buttons",
  async ({ enter }) => {
    await using visit = await enter({ width: 1000 });
    const { page } = visit;
    await begin(page);
    await page.goto("/workspace/tasks?layout=board");
    await page.emulateMedia({ media: "print" });
    for (const column of await page.locator(".column").all()) {
      const { x, width } = (await column.boundingBox())!;
      assert.ok(x + width <= 1000, `up to ${x + width}`);
    }
    assert.equal(await page.locator(".column-head .button:visible").count(), 0);
    await page.goto("/workspace/tasks");
    const row = page.locator("#main .row").first();
    await row.waitFor();
    assert.equal(await page.locator("#main .button:visible").count(), 0);
    // The width of portrait paper, which equals a phone's
    await page.setViewportSize({ width: 717, height: 1000 });
    assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
    assert.ok(await row.locator(".row-reference").isVisible());
    const title = row.locator(".row-title");
    await title.evaluate((one) => one.textContent = "Harbour ".repeat(40));
    const cut = await title.evaluate((one) => one.scrollWidth > one.clientWidth);
    assert.equal(cut, false);
  },
);
