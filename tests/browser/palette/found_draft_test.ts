import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { find, pointsAt, pressOpen } from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

browserTest(
  "a draft opened from the palette has the focus on the Drafts page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate", "Oil the hinge"], { draft: "1" });
    await page.goto("/workspace/tasks");
    const marked = page.locator(".row[aria-current]").filter({ has: row(page, "Mend the gate") });
    const focused = row(page, "Mend the gate").and(page.locator(":focus"));
    await pressOpen(page);
    await find(page, "mend");
    await pointsAt(page, "Mend the gate");
    await page.keyboard.press("Enter");
    await focused.waitFor();
    await marked.waitFor();
    await page.reload();
    await focused.waitFor();
    assert.equal(await page.locator("#bar [aria-current=page]").innerText(), "Mine");
    // Arrows continue from there
    await page.keyboard.press("ArrowUp");
    await page.locator(".row-title:focus", { hasText: "Oil the hinge" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
