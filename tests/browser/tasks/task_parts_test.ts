import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { actOn, choose, mark, openTask, row, tells } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

async function begin(page: Page) {
  await openTasks(page, ["Paint the fence", "Mend the gate"]);
  await openTask(page, "Mend the gate");
}

const open = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const region = (page: Page, name: string) => page.getByRole("region", { name });

browserTest(
  "Enter adds sub-tasks one after another, and the page shows their progress",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const notReloaded = await mark(page);
    await open(page, "Sub-task");
    const field = page.getByRole("textbox", { name: "New sub-task" });
    await page.locator("#new-sub-task-title:focus").waitFor();
    await page.keyboard.type("Oil the hinges\nPaint it\n", { delay: 5 });
    await row(page, "Oil the hinges").waitFor();
    await row(page, "Paint it").waitFor();
    assert.equal(await field.inputValue(), "");
    await page.locator("#new-sub-task-title:focus").waitFor();
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    await page.locator("#add-sub-task:focus").waitFor();
    await page.keyboard.press("p");
    await page.getByRole("combobox", { name: "Filter: Priority" }).waitFor();
    const [menu, rail] = [page.locator("#menu"), page.locator(".rail")].map((one) =>
      one.boundingBox()
    );
    assert.ok((await menu)!.x >= (await rail)!.x, "a key's menu stands at the task's own property");
    await page.keyboard.press("Escape");
    await region(page, "Sub-tasks").getByRole("link", { name: /Status/ }).first().click();
    await page.getByRole("option", { name: "Completed" }).click();
    await page.getByRole("progressbar", { name: "1 of 2 done" }).waitFor();
    await notReloaded();
    await page.reload();
    await page.getByRole("progressbar", { name: "1 of 2 done" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "sub-tasks that are typed faster than the server responds are all created",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await open(page, "Sub-task");
    await page.locator("#new-sub-task-title:focus").waitFor();
    await intercept(page, "**/workspace/tasks/ENG-2", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.keyboard.type("Oil the hinges\nPaint it\nSweep\n", { delay: 5 });
    for (const name of ["Oil the hinges", "Paint it", "Sweep"]) await row(page, name).waitFor();
    assert.equal(await region(page, "Sub-tasks").locator(".row").count(), 3);
  },
);

browserTest(
  "a task found while typing is related, and Undo removes the relation",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await open(page, "Relation");
    await page.getByRole("option", { name: "Blocked by" }).click();
    await page.getByRole("combobox", { name: "Find: ENG-2: blocked by" }).waitFor();
    await page.keyboard.type("fence");
    await page.keyboard.press("Enter");
    const relations = region(page, "Relations");
    await relations.getByRole("link", { name: /Paint the fence/ }).waitFor();
    await tells(page, "Activity", "is blocked by");

    await page.getByRole("link", { name: "Add a relation" }).click();
    await page.getByRole("option", { name: /^Blocks/ }).click();
    await page.getByRole("combobox", { name: "Find: ENG-2: blocks" }).fill("ENG-1");
    await page.getByRole("option", { name: /Paint the fence/ }).click();
    const menu = page.locator("#menu:popover-open");
    await menu.getByRole("alert").getByText("in a circle").waitFor();
    const find = page.getByRole("combobox", { name: "Find: ENG-2: blocks" });
    await page.locator("#menu [role=combobox]:focus").waitFor();
    assert.equal(await find.inputValue(), "ENG-1", "what was typed is still there");
    await requireAccessible(page, "a relation that was refused");
    await page.keyboard.type("x");
    await menu.getByRole("alert").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Remove: blocked by ENG-1" }).click();
    await relations.waitFor({ state: "detached" });
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await relations.getByRole("link", { name: /Paint the fence/ }).waitFor();
  },
);

browserTest(
  "a completed blocker is struck through, and the warning disappears",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const address = page.url();
    await open(page, "Relation");
    await page.getByRole("option", { name: "Blocked by" }).click();
    await page.getByRole("combobox", { name: "Find: ENG-2: blocked by" }).waitFor();
    await page.keyboard.type("fence");
    await page.keyboard.press("Enter");
    const title = region(page, "Relations").locator(".detail-item-title");
    await title.waitFor();
    const looks = () =>
      Promise.all([
        page.evaluate<string>(
          "getComputedStyle(document.querySelector('.detail-item-title')).textDecorationLine",
        ),
        page.locator(".detail-kind[data-warns]").count(),
      ]);
    assert.deepEqual(await looks(), ["none", 1]);
    await title.click();
    await page.getByRole("heading", { level: 1, name: "Paint the fence" }).waitFor();
    await choose(page, "Status", "Completed");
    await page.getByText("Status of ENG-1 changed to Completed").waitFor();
    await page.goto(address);
    assert.deepEqual(await looks(), ["line-through", 0]);
    await region(page, "Relations").getByRole("link", { name: /^Completed: ENG-1/ }).waitFor();
  },
);

browserTest(
  "a task is made a sub-task and standalone again, with Undo",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await actOn(page, "Convert to sub-task…");
    await page.getByRole("combobox", { name: "Find: Parent task" }).waitFor();
    await page.keyboard.type("fence");
    await page.getByRole("option", { name: /Paint the fence/ }).click();
    const part = page.getByText("Sub-task of", { exact: true });
    await part.waitFor();
    await actOn(page, "Convert to standalone task");
    await part.waitFor({ state: "detached" });
    await page.locator("#toasts").getByRole("button", { name: "Undo" }).click();
    await part.waitFor();
  },
);

browserTest("a link is added, edited in place, and removed", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await open(page, "Link");
  await page.locator("input[name=url]:focus").waitFor();
  await page.keyboard.type("example.com/hinges");
  await page.keyboard.press("Enter");
  const links = region(page, "Links");
  await links.getByRole("link", { name: "example.com /hinges", exact: true }).waitFor();
  await page.getByRole("link", { name: "Edit link example.com" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Hinges");
  await page.getByRole("button", { name: "Save" }).click();
  await links.getByRole("link", { name: "Hinges example.com" }).waitFor();
  await page.getByRole("link", { name: "Edit link Hinges" }).click();
  await page.getByRole("button", { name: "Remove link" }).click();
  await links.waitFor({ state: "detached" });
  await tells(page, "Activity", "changed 3 links");
  assert.deepEqual(visit.complaints, []);
});

browserTest("a person follows a task and unfollows it", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await page.getByRole("button", { name: "Unfollow" }).click();
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  await page.getByRole("button", { name: "Unfollow" }).waitFor();
});

browserTest(
  "a reference typed before the kind of relation is kept for each kind, and further words filter the kinds",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const relations = region(page, "Relations");
    await open(page, "Relation");
    const field = page.getByRole("combobox", { name: "Find: Relation" });
    await field.waitFor();
    await page.keyboard.type("eng-1");
    await page.keyboard.press("Enter");
    await relations.getByText("Blocked by").waitFor();
    await relations.getByRole("link", { name: /Paint the fence/ }).waitFor();

    await page.getByRole("link", { name: "Add a relation" }).click();
    await field.fill("duplicate of eng-1");
    await page.getByRole("option", { name: "Duplicate of ENG-1" }).waitFor();
    await requireAccessible(page, "a reference typed among the kinds of relations");
    await field.fill("fence");
    await page.getByRole("option", { name: "Related to: “fence”…" }).click();
    const find = page.getByRole("combobox", { name: "Find: ENG-2: related to" });
    await page.getByRole("option", { name: /Paint the fence/ }).waitFor();
    assert.equal(await find.inputValue(), "fence");
    await page.keyboard.press("Enter");
    await relations.getByText("Related to").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a task's parent is found in a menu and set, and then removed", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  const parent = page.getByRole("link", { name: /^Parent task/ });
  await parent.click();
  await page.getByRole("combobox", { name: "Find: Parent task" }).waitFor();
  await page.keyboard.type("fence");
  await page.keyboard.press("Enter");
  await page.getByText("Sub-task of", { exact: true }).waitFor();
  await parent.click();
  await page.getByRole("option", { name: "No parent task" }).click();
  await page.getByText("Sub-task of", { exact: true }).waitFor({ state: "detached" });
});
