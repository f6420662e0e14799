import assert from "node:assert/strict";
import { choose } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";
import { createTasks, numberedNames } from "../support/example_tasks.ts";
import { edit, field, post, taskPage } from "../support/writing.ts";

// Behavior without scripts is tested in tests/web/plain_*_test.ts, which read no styles. These steps need a real browser.
browserTest(
  "without scripts, controls that need scripts are hidden, and the others fit the page",
  async ({ server, enter, step }) => {
    await using visit = await enter({ javaScript: false });
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await createTasks(page, server.url, numberedNames("Jar", 9));
    await createTasks(page, server.url, numberedNames("Lid", 21), { status: "planned" });
    const isHidden = async (selector: string) =>
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);

    await step("a list shows neither a button for the panel nor the panel", async () => {
      await page.goto("/workspace/tasks");
      assert.ok(await page.locator(".row-title").first().isVisible());
      await isHidden(".row-peek");
      await isHidden("#peek");
    });
    await step("the button for selected tasks stays above the groups", async () => {
      const act = page.getByRole("button", { name: "Actions for selected tasks" });
      const { x, y, width, height } = (await act.boundingBox())!;
      const top = `document.elementFromPoint(${x + width / 2}, ${y + height / 2}).textContent`;
      for (let by = 0; by < 120; by += 12) {
        await page.evaluate(`scrollTo(0, ${by})`);
        assert.equal(await page.evaluate(top), "Actions for selected tasks", `scrolled by ${by}`);
      }
    });
    await step("the composer has lists instead of menus", async () => {
      await page.goto("/workspace/tasks/compose");
      await isHidden("#pills");
      assert.ok(await page.getByRole("combobox", { name: "Priority" }).isVisible());
    });
    await step("a task has no formatting bar, and no dead links", async () => {
      await page.goto(taskPage);
      await field(page, "Comment").waitFor();
      await isHidden(".md-bar");
      for (const link of await page.locator("a:not([href])").all()) {
        assert.equal(await link.isVisible(), false);
      }
    });
    await step("controls that scripts replace with menus and dragging are visible", async () => {
      const made = { name: "Lighthouse", key: "LIG" };
      const headers = { origin: server.url };
      await page.request.post("/workspace/projects/new", { form: made, headers });
      for (
        const [address, control] of [
          [`${taskPage}/relations/relatesTo`, page.getByRole("button", { name: "Find" })],
          [`${taskPage}?add=approval`, page.locator("#approver")],
          ["/workspace/roadmap", page.getByRole("link", { name: "Set dates for Lighthouse" })],
        ] as const
      ) {
        await page.goto(address);
        assert.ok(await control.isVisible(), `${address}: ${control}`);
      }
      await page.goto(taskPage);
    });
    await step("a message offers Undo but no Dismiss", async () => {
      await choose(page, "Priority", "Urgent");
      const message = page.getByRole("status");
      await message.getByRole("button", { name: "Undo" }).waitFor();
      assert.equal(await message.getByRole("button", { name: "Dismiss" }).count(), 0);
    });
    assert.deepEqual(visit.complaints, []);
    await step("both titles of a conflict fit a phone", async () => {
      await page.setViewportSize({ width: 390, height: 900 });
      await edit(page, "title");
      // The changed priority created the second version
      await post(page, { editing: "title", title: "Theirs", version: "2" });
      await field(page, "Title").fill("Mine");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("region", { name: "Current version" }).getByText("Theirs").waitFor();
      assert.equal(await field(page, "Title").inputValue(), "Mine");
      const wide = "Math.max(document.documentElement.scrollWidth, innerWidth)";
      assert.equal(await page.evaluate(wide), 390);
    });
  },
);
