import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { longPress } from "../../support/long_press.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

/** Returns truncated names of pages and groups, squeezed buttons next to them, and parts outside their frame. */
const lacking = (page: Page) =>
  page.evaluate(() => {
    // deno-lint-ignore no-explicit-any -- the page's own, which this module doesn't know
    const { document } = globalThis as any;
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const cut = all(".bar h1, #main :is(h2, h3):not(.unseen)")
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.textContent);
    const squeezed = all('.bar-new, .stage .button[data-shape="icon"]')
      .filter((one) => one.checkVisibility() && one.offsetWidth < 36)
      .map((one) => one.getAttribute("aria-label"));
    const value = document.querySelector(".rail-value > span:not(.rail-none)");
    if (value) value.textContent = "Harbour".repeat(20);
    const outside = all(".md-bar > .button, .rail dl > div")
      .filter((one) => {
        const frame = one.parentElement.getBoundingClientRect();
        return one.checkVisibility() && one.getBoundingClientRect().right > frame.right + 1;
      })
      .map((one) => one.getAttribute("aria-label") ?? one.textContent);
    return [...cut, ...squeezed, ...outside] as string[];
  });

browserTest(
  "on narrow screens, names aren't truncated, buttons fit fingers, and nothing overflows",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 390 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 12));
    const team = "/workspace/tasks?teamId=ENG";
    const lists = [team, `${team}&layout=board`, "/workspace/tasks?group=assignee&layout=board"];
    const others = ["/workspace/tasks?assigneeId=me", "/workspace/inbox", "/workspace/drafts"]
      .concat("/workspace/teams/ENG", "/workspace/tasks/ENG-1?edit=description");
    for (const width of [360, 390, 768]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of [...lists, ...others]) {
        await page.goto(path);
        assert.deepEqual(await lacking(page), [], `${path} at ${width} px`);
      }
    }
  },
);

browserTest(
  "on narrow screens, a task's bar has room for a long reference and hides the position in the list",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 360 });
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await page.getByRole("link", { name: "Birch", exact: true }).tap();
    await page.locator("#bar [data-steps] a[href]").waitFor();
    assert.equal(await page.locator("[data-steps-count]").isVisible(), false);
    const bar = (reference: string) =>
      page.evaluate((reference) => {
        // deno-lint-ignore no-explicit-any -- the page's own, which this module doesn't know
        const { document, innerWidth } = globalThis as any;
        const named = document.querySelector("#bar .bar-reference");
        named.textContent = reference;
        const { bottom } = document.querySelector("#bar").getBoundingClientRect();
        const outside = [...document.querySelectorAll("#bar .button"), named]
          .filter((one) => {
            const at = one.getBoundingClientRect();
            // The touch target is 8 px wider than the visible button
            const cut = one.scrollWidth > one.offsetWidth + 8;
            return one.checkVisibility() && (at.right > innerWidth || at.bottom > bottom || cut);
          })
          .map((one) => one.className);
        return { outside: outside as string[], high: named.offsetHeight as number };
      }, reference);
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const usual = await bar("ENG-1");
      assert.deepEqual(await bar("ENG-1234"), usual, `${width} px`);
      assert.deepEqual((await bar("ENGINEERIN-12345")).outside, []);
    }
    await requireAccessible(page, "the bar over a task on a narrow screen", "#bar");
  },
);

browserTest(
  "shortcuts appear only on devices with a keyboard, in the menus",
  async ({ server, enter }) => {
    const keys = "kbd:visible, .menu-press:visible";
    const read = async (page: Page) => (await page.locator(keys).allInnerTexts()).join(" ");
    await using visit = await enter({ touch: true, width: 1000 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await page.getByRole("link", { name: "Display", exact: true }).tap();
    await page.getByRole("option", { name: "Board" }).waitFor();
    assert.equal(await read(page), "");
    await page.keyboard.press("Escape");
    await page.locator("#menu:popover-open").waitFor({ state: "detached" });
    await longPress(page, "Jar 2");
    await page.getByRole("option", { name: "Copy link" }).waitFor();
    assert.equal(await read(page), "");
    await page.getByRole("option", { name: "Select", exact: true }).tap();
    await page.getByRole("region", { name: "Selected tasks" }).waitFor();
    assert.equal(await read(page), "");
    await using other = await enter({}, "bob@example.com");
    await createAndListTasks(other.page, server.url, numberedNames("Jar", 3));
    await other.page.getByRole("link", { name: "Display", exact: true }).click();
    await other.page.getByRole("option", { name: "Board" }).waitFor();
    assert.equal(await read(other.page), "Ctrl B");
  },
);
