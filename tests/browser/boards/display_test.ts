import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { card } from "../../support/board.ts";
import { row } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const BOARD = "/workspace/tasks?layout=board&group=priority";

/** The content of a card for each part that Display can hide. */
const parts = {
  Priority: "[data-menu='priority']",
  Reference: ".row-reference",
  Labels: ".row-labels",
  Deadline: ".row-deadline",
  Assignee: "[data-menu='assignee']",
};

async function stockBoard(page: Page, origin: string) {
  await createTasks(page, origin, ["Ash"]);
  const fields = { assigneeId: "me", deadlineAt: "2030-12-24", tags: "Bug", status: "planned" };
  await createTasks(page, origin, ["Birch, which has a name that is longer than a card is wide"], {
    ...fields,
    priority: "high",
  });
  await createTasks(page, origin, ["Oak"], { status: "completed" });
  await page.goto(BOARD);
}

async function display(page: Page, group: string, choice: string) {
  await page.getByRole("link", { name: "Display", exact: true }).click();
  await page.getByRole("group", { name: group }).getByRole("option", { name: choice }).click();
  await page.keyboard.press("Escape");
}

browserTest(
  "Display sets the shown parts and the height of cards, also for the list, and the choices stay",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    const birch = page.locator(".card", { hasText: "Birch" });
    const before = (await birch.boundingBox())!;
    await display(page, "Density", "Compact");
    await page.locator('#main[data-density="compact"]').waitFor();
    const after = (await birch.boundingBox())!;
    assert.ok(after.height < before.height - 16, `${after.height} of ${before.height}`);
    for (const [name, selector] of Object.entries(parts)) {
      const part = birch.locator(selector);
      assert.ok(await part.isVisible(), name);
      await display(page, "Show on cards", name);
      await part.waitFor({ state: "hidden" });
    }
    await birch.hover();
    const actions = (await birch.locator(".row-actions").boundingBox())!;
    assert.ok(actions.x > after.x + after.width / 2, "what is left stands where it stood");
    await page.goto("/workspace/tasks");
    assert.ok(await page.locator(".row-reference").first().isHidden(), "as of the list");
    await page.goto(BOARD);
    assert.ok(await birch.locator(".row-reference").isHidden());
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Display hides closed tasks on a board, with their columns",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url);
    await display(page, "Completed and cancelled", "None");
    await card(page, "Oak").waitFor({ state: "detached" });
    await page.goto("/workspace/tasks?layout=board");
    assert.equal(await page.locator("#board > .column").count(), 5);
    await display(page, "Completed and cancelled", "None");
    await page.locator("#group-completed").waitFor({ state: "detached" });
    assert.equal(await page.locator("#board > .column").count(), 3);
    assert.equal(await row(page, "Ash").count(), 1);
  },
);
