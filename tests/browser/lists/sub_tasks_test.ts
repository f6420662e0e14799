import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { fingerOn } from "../../support/board.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createTasks, openFirstTask } from "../../support/example_tasks.ts";
import { edit, field, post } from "../../support/writing.ts";

const subTasks = (page: Page) => page.getByRole("region", { name: "Sub-tasks" });
const subTask = (page: Page, name: string) =>
  subTasks(page).locator(".row", { has: page.getByRole("link", { name, exact: true }) });

/** Opens the page of a fence with sub-tasks, oldest first. */
async function family(page: Page, { server }: Stage, names = ["Dig", "Build", "Paint"]) {
  await createTasks(page, server.url, ["Fence"]);
  await createTasks(page, server.url, names, { parentId: "ENG-1" });
  await page.goto("/workspace/tasks/ENG-1");
  await requireOrder(page, names);
}

/** Waits until the sub-tasks are in this order. */
async function requireOrder(page: Page, names: string[]) {
  const listed = subTasks(page).locator(".row-title");
  for (const [at, name] of names.entries()) {
    await listed.nth(at).and(page.getByText(name, { exact: true })).waitFor();
  }
  assert.equal(await listed.count(), names.length);
}

async function middle(place: Locator): Promise<[x: number, y: number]> {
  const { x, y, width, height } = (await place.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

const ways: Record<string, (page: Page, name: string, below: string) => Promise<void>> = {
  async "by mouse"(page, name, below) {
    await page.mouse.move(...await middle(subTask(page, name)));
    await page.mouse.down();
    const [x, y] = await middle(subTask(page, below));
    await page.mouse.move(x, y - 8, { steps: 4 });
    await page.mouse.move(x, y + 8, { steps: 4 });
    await page.mouse.up();
  },
  async "by touch"(page, name, below) {
    const finger = await fingerOn(page);
    const [x, y] = await middle(subTask(page, name));
    await finger("touchStart", x, y);
    await page.locator(".sub-tasks > .moving").waitFor();
    const [, toY] = await middle(subTask(page, below));
    await finger("touchMove", x, (y + toY) / 2);
    await finger("touchMove", x, toY + 8);
    await finger("touchEnd");
  },
  async "by keys"(page, name) {
    await subTask(page, name).locator(".row-title").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
  },
};

for (const [way, move] of Object.entries(ways)) {
  browserTest(
    `a sub-task moved ${way} moves for everyone, and Undo moves it back`,
    async (stage) => {
      const touch = way === "by touch";
      await using visit = await stage.enter(touch ? { touch, width: 390 } : {});
      const { page } = visit;
      await family(page, stage);
      await move(page, "Dig", "Paint");
      await requireOrder(page, ["Build", "Paint", "Dig"]);
      await page.locator("#announced", { hasText: "Dig moved to 3 of 3" }).waitFor({
        state: "attached",
      });
      const news = page.getByRole("status").getByText(/^ENG-\d moved after ENG-\d$/);
      await news.waitFor();
      if (way === "by keys") await page.locator(".row-title:focus", { hasText: "Dig" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/tasks/ENG-1", "it isn't opened");
      await page.reload();
      await requireOrder(page, ["Build", "Paint", "Dig"]);
      await subTask(page, "Dig").locator(".row-title").focus();
      await page.keyboard.press("Alt+ArrowUp");
      await news.waitFor();
      await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
      await requireOrder(page, ["Build", "Paint", "Dig"]);
      assert.deepEqual(visit.complaints, []);
    },
  );
}

browserTest("consecutive moves are all saved, however late the responses", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await family(page, stage, ["One", "Two", "Three", "Four"]);
  await intercept(page, "**/place", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  await subTask(page, "Four").locator(".row-title").focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press("Alt+ArrowUp");
  await subTask(page, "One").locator(".row-title").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.evaluate(`{
    globalThis.orders = [];
    const look = () => {
      const titles = [...document.querySelectorAll(".sub-tasks .row-title")];
      orders.push(titles.map(({ textContent }) => textContent).join(" "));
    };
    look();
    new MutationObserver(look)
      .observe(document.getElementById("main"), { childList: true, subtree: true });
  }`);
  await page.getByRole("status").getByText("ENG-2 moved after ENG-3").waitFor();
  const orders = await page.evaluate<string[]>("orders");
  assert.deepEqual([...new Set(orders)], ["Four Two One Three"], "no older answer is shown");
  await page.reload();
  await requireOrder(page, ["Four", "Two", "One", "Three"]);
});

browserTest("a rejected or unsent move is reverted, with a message", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await family(page, stage);
  const other = (await subTask(page, "Build").locator(".row-reference").textContent())!;
  await post(page, { act: "archive" }, `/workspace/tasks/${other}`);
  await subTask(page, "Build").locator(".row-title").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByRole("status").getByText("This task is archived").waitFor();
  await requireOrder(page, ["Dig", "Paint"]);
  await intercept(page, "**/place", (route) => route.abort());
  await subTask(page, "Paint").locator(".row-title").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText(/Can't reach the server\. ENG-\d moved back\./).waitFor();
  await requireOrder(page, ["Dig", "Paint"]);
  await page.unroute("**/place");
});

browserTest("Esc returns a dragged sub-task to its position", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await family(page, stage);
  await page.mouse.move(...await middle(subTask(page, "Dig")));
  await page.mouse.down();
  const [x, y] = await middle(subTask(page, "Paint"));
  await page.mouse.move(x, y + 8, { steps: 4 });
  await requireOrder(page, ["Build", "Paint", "Dig"]);
  await page.keyboard.press("Escape");
  await requireOrder(page, ["Dig", "Build", "Paint"]);
  await page.mouse.up();
  await requireOrder(page, ["Dig", "Build", "Paint"]);
  assert.equal(new URL(page.url()).pathname, "/workspace/tasks/ENG-1");
});

browserTest("axe-core finds nothing in sub-tasks, light or dark", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await family(page, stage);
  await subTask(page, "Build").locator(".row-title").focus();
  await requireAccessibleThemes(page, "sub-tasks");
});

browserTest(
  "a key turns selected list items into sub-tasks, and one Undo reverts it",
  async (stage) => {
    await using visit = await stage.enter();
    const { page } = visit;
    await openFirstTask(page, {
      title: "Fence",
      description: "Now:\n\n- [x] Dig\n- Build\n- Paint",
    });
    await edit(page, "description");
    const text = field(page, "Description");
    await text.press("Control+Home");
    await page.keyboard.press("Control+Shift+O");
    await page.getByText("Select list items first").waitFor();
    await text.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Control+Shift+O");
    await requireOrder(page, ["Dig", "Build"]);
    await page.getByRole("progressbar", { name: "1 of 2 done" }).waitFor();
    await page.locator("#open-edit-description:focus").waitFor();
    const said = page.locator("#task-description li");
    assert.deepEqual(await said.allInnerTexts(), ["ENG-2 Dig", "ENG-3 Build", "Paint"]);
    assert.equal(await said.getByRole("link", { name: "ENG-3" }).count(), 1);
    await page.getByRole("status").getByText("2 sub-tasks created").waitFor();
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await subTasks(page).waitFor({ state: "detached" });
    assert.deepEqual(await said.allInnerTexts(), ["Dig", "Build", "Paint"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a toolbar button turns list items into sub-tasks, also by touch", async (stage) => {
  await using visit = await stage.enter({ touch: true, width: 390 });
  const { page } = visit;
  await openFirstTask(page, { title: "Fence", description: "- Dig" });
  await edit(page, "description");
  const text = field(page, "Description");
  await text.press("Control+End");
  await page.keyboard.type("\nBuild");
  await text.press("Control+a");
  await page.getByRole("button", { name: "Convert selected lines to sub-tasks" }).tap();
  await requireOrder(page, ["Dig", "Build"]);
});

browserTest("lines that can't become sub-tasks are reported beside the text", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await openFirstTask(page, { title: "Fence", description: "Words" });
  await edit(page, "description");
  const text = field(page, "Description");
  await text.fill(`- ${"w".repeat(600)}`);
  await page.keyboard.press("Control+Shift+O");
  await page.getByRole("alert").getByText("Line 1 can't be a title").waitFor();
  assert.equal((await text.inputValue()).length, 602);
});
