import assert from "node:assert/strict";
import { byKeys, card } from "../../support/board.ts";
import { allAnswered } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

browserTest(
  "a card moved from one label's column to another's loses the first label",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"], { tags: "Bug" });
    await createTasks(page, server.url, ["Birch"], { tags: "Feature" });
    await page.goto("/workspace/tasks?layout=board&group=label");
    const labels = () => card(page, "Ash").locator(".row-labels .label").allTextContents();
    const before = await labels();
    await byKeys(page, { card: "Ash", to: "", at: 0, keys: ["Alt+ArrowRight"] });
    await page.getByRole("status").getByText("ENG-1 moved to Feature").waitFor();
    await allAnswered(page);
    await page.reload();
    assert.equal(await card(page, "Ash").count(), 1);
    assert.deepEqual([before, await labels()], [["Bug"], ["Feature"]]);
    assert.deepEqual(visit.complaints, []);
  },
);
