import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { createAndListTasks, createTasks, numberedNames } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

const opened = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const steps = (page: Page) => page.getByRole("navigation", { name: "Tasks in this list" });
const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent");

browserTest(
  "J and K move between tasks in the list's order, and Back focuses the row of the last one",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 20));
    await page.setViewportSize({ width: 1440, height: 400 });
    await row(page, "Jar 20").focus();
    const entries = await page.evaluate<number>("history.length");
    await page.keyboard.press("Enter");
    await opened(page, "Jar 20");
    assert.match(await steps(page).innerText(), /1 of 20/);
    const place = JSON.stringify(await page.locator("#bar .bar-new").boundingBox());
    await page.keyboard.press("k");
    await page.getByText("This is the first task in the list.").waitFor();
    await page.evaluate("scrollTo(0, 80)");
    for (let at = 19; at > 5; at--) await page.keyboard.press("j");
    await opened(page, "Jar 6");
    assert.equal(await page.evaluate("scrollY"), 0, "a task is read from its top");
    await page.keyboard.press("k");
    await opened(page, "Jar 7");
    assert.match(await steps(page).innerText(), /14 of 20/);
    assert.equal(JSON.stringify(await page.locator("#bar .bar-new").boundingBox()), place);
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await page.locator("#value-priority", { hasText: "High" }).waitFor();
    assert.match(await steps(page).innerText(), /14 of 20/, "a change leaves it");
    await page.reload();
    await steps(page).getByRole("link", { name: "Next: Jar 6", exact: true }).click();
    await opened(page, "Jar 6");
    assert.equal(await page.evaluate("document.activeElement.id"), "next-task");
    assert.equal(await page.evaluate("history.length"), entries + 1, "a step leaves no entry");
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Jar 6" }).waitFor();
    const { y, height } = (await row(page, "Jar 6").boundingBox())!;
    assert.ok(y > 44 && y + height <= page.viewportSize()!.height, `${y}: it is in sight`);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("the last loaded row of a list says that there is more", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 60));
  const shown = await page.locator("#main .row-title").count();
  await row(page, "Jar 60").click();
  await opened(page, "Jar 60");
  assert.match(await steps(page).innerText(), new RegExp(`1 of ${shown}\\+`));
});

browserTest("the last task says so and keeps the focus", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  await row(page, "Birch").click();
  await opened(page, "Birch");
  await steps(page).getByRole("link", { name: "Next: Ash" }).press("Enter");
  await opened(page, "Ash");
  assert.equal(await page.evaluate("document.activeElement.id"), "next-task");
  await page.keyboard.press("j");
  await page.getByText("This is the last task shown in the list.").waitFor();
  await page.goBack();
  await row(page, "Ash").waitFor();
  await page.locator(".row-title:focus").waitFor();
  assert.equal(await focused(page), "Ash");
});

browserTest(
  "a task opened from a filtered board leads to its neighbors on the board",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Oak", "Ash", "Birch", "Old oak"]);
    await page.goto("/workspace/tasks?layout=board&q=oak");
    await row(page, "Old oak").focus();
    await page.keyboard.press("Enter");
    await opened(page, "Old oak");
    assert.match(await steps(page).innerText(), /1 of 2/);
    await page.keyboard.press("j");
    await opened(page, "Oak");
    await page.keyboard.press("Escape");
    await page.locator(".card .row-title:focus", { hasText: "Oak" }).waitFor();
  },
);

browserTest("J and K move between sub-tasks from a focused sub-task", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createTasks(page, server.url, ["Ash", "Birch"]);
  await createTasks(page, server.url, ["Leaf", "Twig"], { parentId: "ENG-2" });
  await page.goto("/workspace/tasks");
  await row(page, "Birch").click();
  await opened(page, "Birch");
  await steps(page).waitFor();
  const subTasks = page.locator(".sub-tasks .row-title");
  await subTasks.first().focus();
  await page.keyboard.press("j");
  assert.equal(await focused(page), await subTasks.last().textContent());
  await page.getByRole("heading", { level: 1, name: "Birch" }).waitFor();
});

browserTest(
  "in a browser without the Navigation API, a task's list is found by URL",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.addInitScript("Object.defineProperty(globalThis, 'navigation', { value: null })");
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await page.goto("/workspace/tasks?sort=title");
    await row(page, "Birch").click();
    await opened(page, "Birch");
    await steps(page).waitFor();
    await page.keyboard.press(/^1/.test(await steps(page).innerText()) ? "j" : "k");
    await opened(page, "Ash");
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
    assert.equal(new URL(page.url()).search, "?sort=title");
  },
);

browserTest("a task opened from elsewhere has no next task", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  await page.goto("/workspace/tasks/ENG-1");
  await opened(page, "Ash");
  assert.equal(await steps(page).count(), 0);
  await page.keyboard.press("j");
  await page.goto("/workspace/tasks");
  const other = await page.context().newPage();
  await other.goto("/workspace/tasks/ENG-1");
  await opened(other, "Ash");
  assert.equal(await steps(other).count(), 0, "in a tab of its own");
});

browserTest(
  "links to the next and previous task are accessible and don't make the page wider, light or dark",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Oak"]);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto("/workspace/tasks");
      for (const name of ["Birch", "Ash"]) {
        if (name === "Birch") await row(page, name).click();
        else await page.keyboard.press("j");
        await opened(page, name);
        // A narrow bar has no room for the count
        const state = width === 1440 ? "visible" : "attached";
        await steps(page).getByText(name === "Birch" ? "2 of 3" : "3 of 3").waitFor({ state });
        const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
        assert.equal(wide, width);
        await requireAccessibleThemes(page, `${name}, ${width} px wide`);
      }
    }
  },
);
