import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { card } from "../../support/board.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { isClosedOn, isOn, peek, peekAt } from "../../support/peeking.ts";
import {
  createAndListTasks,
  createTasks,
  numberedNames,
  postComments,
} from "../../support/example_tasks.ts";
import { longPress } from "../../support/long_press.ts";
import { browserTest } from "../../support/stage.ts";

const line = (page: Page, title: string) =>
  page.locator("#main .row", { has: page.getByRole("link", { name: title, exact: true }) });

browserTest("a row's button and a row's menu open the panel", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 4));
  await line(page, "Jar 3").hover();
  await line(page, "Jar 3").getByRole("link", { name: "Peek" }).click();
  await isOn(page, "Jar 3");
  const panel = page.locator("#peek");
  await line(page, "Jar 4").getByRole("link", { name: "Status" }).click();
  await page.getByRole("option", { name: "Completed" }).waitFor();
  await page.keyboard.press("Escape");
  await peekAt(page, "Jar 4").waitFor();
  await page.locator("#main .row[data-peeked]:focus-within", { hasText: "Jar 4" }).waitFor();
  await panel.getByRole("button", { name: "Next" }).click();
  await isOn(page, "Jar 3");
  await panel.getByRole("button", { name: "Previous" }).click();
  await isOn(page, "Jar 4");
  await panel.getByRole("button", { name: "Previous", disabled: true }).press("Enter");
  await page.getByRole("status").getByText("This is the first task in the list.").waitFor();
  await panel.getByRole("button", { name: "Close" }).click();
  await isClosedOn(page, "Jar 4");
  await row(page, "Jar 2").click({ button: "right" });
  await page.getByRole("option", { name: "Peek" }).click();
  await isOn(page, "Jar 2");
  await panel.getByRole("link", { name: "Open full page" }).click();
  await page.waitForURL("**/tasks/ENG-2");
  await page.locator("#main.detail h1", { hasText: "Jar 2" }).waitFor();
  await page.getByRole("banner").getByRole("link", { name: "More actions" }).click();
  await page.getByRole("option", { name: "Follow" }).or(
    page.getByRole("option", { name: "Unfollow" }),
  )
    .first().waitFor();
  assert.equal(await page.getByRole("option", { name: "Peek" }).count(), 0, "there is no list");
  await page.keyboard.press("Escape");
  await page.goBack();
  await isClosedOn(page, "Jar 2");
  assert.deepEqual(visit.complaints, []);
});

browserTest("opening the panel doesn't move the list behind it", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 30));
  await row(page, "Jar 20").focus();
  await page.evaluate("scrollTo(0, 60)");
  const place = JSON.stringify(await row(page, "Jar 20").boundingBox());
  await peek(page, "Jar 20");
  assert.equal(JSON.stringify(await row(page, "Jar 20").boundingBox()), place);
  await page.keyboard.press("Escape");
  await isClosedOn(page, "Jar 20");
  assert.equal(JSON.stringify(await row(page, "Jar 20").boundingBox()), place);
});

browserTest(
  "by touch, the panel is a sheet, and the list behind it is inactive",
  async ({ server, enter }) => {
    await using visit = await enter({ touch: true, width: 390 });
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    await longPress(page, "Jar 3");
    await page.getByRole("option", { name: "Peek" }).tap();
    const panel = peekAt(page, "Jar 3");
    await panel.waitFor();
    const sheet = (await page.locator("#peek").boundingBox())!;
    assert.deepEqual(sheet, { x: 0, y: 0, width: 390, height: 900 });
    assert.equal(await page.locator("#peek").getAttribute("aria-modal"), "true");
    await page.locator("#peek:focus").waitFor();
    await row(page, "Jar 1").evaluate((link) => (link as unknown as { focus(): void }).focus());
    assert.equal(await page.evaluate("document.activeElement.id"), "peek");
    await panel.locator("#value-priority").tap();
    await page.getByRole("option", { name: "High" }).tap();
    await panel.locator("#value-priority", { hasText: "High" }).waitFor();
    await panel.getByRole("button", { name: "Next" }).tap();
    await peekAt(page, "Jar 2").waitFor();
    await page.keyboard.press("j");
    await peekAt(page, "Jar 1").waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#peek :focus").waitFor();
    await page.locator("#peek").getByRole("button", { name: "Close" }).tap();
    await isClosedOn(page, "Jar 1");
    assert.equal(await page.locator(".stage").getAttribute("inert"), null);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a board's card also has a button for the panel", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 3));
  await page.goto("/workspace/tasks?layout=board");
  await card(page, "Jar 2").hover();
  await card(page, "Jar 2").getByRole("link", { name: "Peek" }).click();
  await isOn(page, "Jar 2");
});

browserTest(
  "axe-core finds nothing in an open panel, light or dark",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await createTasks(page, server.url, ["Leaf"], { parentId: "ENG-2" });
    await postComments(page, server.url, "ENG-2", ["Well grown.\n\n- [ ] water"]);
    await page.reload();
    const panel = await peek(page, "Birch");
    await requireAccessibleThemes(page, "beside the list");
    await panel.getByRole("link", { name: "Add a description" }).click();
    await panel.getByRole("textbox", { name: "Description" }).waitFor();
    await requireAccessibleThemes(page, "with a text open");
    await page.keyboard.press("Escape");
    await panel.getByRole("link", { name: "Add a description" }).waitFor();
    await panel.locator("#value-status").click();
    await page.getByRole("option", { name: "In progress" }).waitFor();
    await requireAccessibleThemes(page, "with a menu open");
    await page.keyboard.press("Escape");
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator("#peek[aria-modal]").waitFor();
      await requireAccessibleThemes(page, `as a sheet, ${width} px`);
      const wide = await page.evaluate<number[]>(
        "[document.documentElement.scrollWidth, document.getElementById('peek-page').scrollWidth]",
      );
      assert.ok(Math.max(...wide) <= width, `${wide}: no sideways scroll`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator("#peek:not([aria-modal])").waitFor();
    await page.goto("/workspace/tasks?layout=board");
    await peek(page, "Birch");
    await requireAccessibleThemes(page, "beside the board");
  },
);

browserTest(
  "the panel slides in, unless the person prefers reduced motion",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    const motion = () =>
      page.evaluate<string>("getComputedStyle(document.getElementById('peek')).animationName");
    await peek(page, "Ash");
    assert.equal(await motion(), "none");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    assert.equal(await motion(), "peek");
  },
);

browserTest("the list of shortcuts includes the panel's key", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash"]);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await keys.locator("div", { hasText: /^Peek/ }).getByText("Space").waitFor();
});
