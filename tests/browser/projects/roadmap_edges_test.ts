import assert from "node:assert/strict";
import { requireAccessible } from "../../support/chromium.ts";
import { atRoadmap, barOf, draggable, inDays, name, tableOf } from "../../support/roadmap.ts";
import { browserTest } from "../../support/stage.ts";

interface Box {
  getBoundingClientRect(): { x: number };
}

interface Chart {
  scrollLeft: number;
  querySelector(of: string): { clientWidth: number };
  querySelectorAll(of: string): { getAttribute(name: string): string }[];
}

browserTest(
  "an arrow at the edge leads to a bar out of view, by mouse and keyboard, and the visible month has its name",
  async (stage) => {
    const { visit, page, rest } = await atRoadmap(stage);
    await using _ = visit;
    const days = { startDate: inDays(300), targetDate: inDays(320) };
    await rest("POST projects", { name: "Tower", key: "TOW", ...days });
    await page.reload();
    await draggable(page);
    const there = (project: string) => page.getByRole("button", { name: `Show bar: ${project}` });
    const edges = async () => {
      const [chart, table] = await Promise.all([
        page.locator("#roadmap").boundingBox(),
        tableOf(page).boundingBox(),
      ]);
      return { from: table!.x + table!.width, to: chart!.x + chart!.width };
    };
    const seen = async (project: string) => {
      await there(project).waitFor({ state: "hidden" });
      const [{ from, to }, { x }] = [await edges(), await barOf(page, project)];
      assert.ok(x >= from && x < to, `${project} at ${x}, of ${from} to ${to}`);
    };

    await there("Tower").waitFor();
    await there("Garden").waitFor({ state: "hidden" });
    const right = (await there("Tower").boundingBox())!;
    assert.ok(right.x + right.width <= (await edges()).to && right.x > (await edges()).to - 60);
    await requireAccessible(page, "a roadmap with bars beyond its edge");
    await there("Tower").click();
    await seen("Tower");
    await name(page, "Tower").and(page.locator(":focus")).waitFor();

    const left = (await there("Garden").boundingBox())!;
    assert.ok(Math.abs(left.x - (await edges()).from) < 10);
    await name(page, "Garden").focus();
    await page.keyboard.press("Tab");
    await there("Garden").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await seen("Garden");
    await there("Tower").waitFor();

    // A third of a month beyond its start line, which is at the edge
    await page.locator("#roadmap").evaluate((one) => {
      const chart = one as unknown as Chart;
      const month = chart.querySelectorAll(".roadmap-ticks [data-zoom=months]")[3]!;
      const at = parseFloat(month.getAttribute("x"));
      chart.scrollLeft = at / 100 * chart.querySelector(".roadmap-bars").clientWidth + 50;
    });
    const month = page.locator(".roadmap-ticks text[data-zoom=months]").nth(3);
    const { from } = await edges();
    await page.waitForFunction(
      ([text, from]) =>
        Math.abs((text as Box).getBoundingClientRect().x - (from as number) - 6) < 2,
      [await month.elementHandle(), from] as const,
    );
    assert.deepEqual(visit.complaints, []);
  },
);
