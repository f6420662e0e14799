import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";

browserTest(
  "filter chips beyond the edge fade out, and the last one can be scrolled into view",
  async ({ server, enter }) => {
    await using visit = await enter({ width: 390, touch: true });
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Mend the gate"]);
    await page.goto("/workspace/tasks?status=planned&priority=urgent,high&assigneeId=me");
    await page.locator(".chip").first().waitFor();
    const [more, fades, end] = await page.evaluate<[number, string, number]>(`{
      const chips = document.querySelector(".chips");
      const more = chips.scrollWidth - chips.clientWidth;
      chips.scrollLeft = 1e6;
      const { right } = chips.getBoundingClientRect();
      const last = chips.lastElementChild.getBoundingClientRect();
      [more, getComputedStyle(chips).maskImage, right - last.right];
    }`);
    assert.ok(more > 0, `${more}: they need more room than there is`);
    assert.match(fades, /^linear-gradient\(to left/);
    assert.ok(end >= 24, `${end} px between the last one and the edge`);
  },
);

browserTest("a menu that needs scrolling ends within a row", async ({ server, enter, step }) => {
  for (const width of [1440, 390]) {
    await step(`${width} px`, async () => {
      await using visit = await enter({ width, touch: width < 768 }, `ada${width}@example.com`);
      const { page } = visit;
      await createAndListTasks(page, server.url, ["Mend the gate"]);
      await row(page, "Mend the gate").click({ button: "right" });
      const menu = page.locator("#menu:popover-open");
      await menu.getByRole("option").first().waitFor();
      const cut = await page.evaluate<number[]>(`{
        const end = document.querySelector("#menu").getBoundingClientRect().bottom;
        const rows = [...document.querySelectorAll("#menu .menu-item")].map((row) =>
          row.getBoundingClientRect()
        );
        rows.filter(({ top, bottom }) => top < end && bottom > end)
          .map(({ top, height }) => (end - top) / height);
      }`);
      assert.equal(cut.length, 1, `rows that are seen in part: ${cut}`);
      assert.ok(cut[0]! > 0.25 && cut[0]! < 0.8, `${cut[0]} of a row is seen`);
    });
  }
});
