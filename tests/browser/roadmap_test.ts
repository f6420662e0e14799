import assert from "node:assert/strict";
import { fingerOn } from "../support/board.ts";
import { requireAccessible, requireAccessibleThemes } from "../support/chromium.ts";
import {
  atRoadmap,
  barOf,
  dayWidth,
  inDays,
  name,
  news,
  rowOf,
  said,
  tableOf,
} from "../support/roadmap.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "the roadmap shows projects by their dates, and its table has the same information",
  async (stage) => {
    const { visit, page } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Walls").waitFor();
    await requireAccessibleThemes(page, "the roadmap");
    await page.getByRole("link", { name: "Weeks", exact: true }).click();
    await page.locator("#roadmap[data-zoom=weeks]").waitFor();
    const later = page.getByRole("link", { name: "Next year" });
    assert.match((await later.getAttribute("href"))!, /zoom=weeks/);
    await name(page, "Garden").focus();
    const heard = await name(page, "Garden").getAttribute("aria-description");
    assert.match(heard!, /Overdue\. The target date was .*, No tasks/);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator("#roadmap > svg").first().waitFor({ state: "hidden" });
    const tells = (project: string, what: string | RegExp) =>
      rowOf(page, project).getByText(what).waitFor();
    await tells("Garden", /Overdue\. The target date was/);
    await tells("Garden", /^\d+ \w+ – \d+ \w+$/);
    await tells("Foundations", "Concrete poured");
    await tells("Walls", "Blocked by Foundations");
    assert.equal(await tableOf(page).getByRole("row").count(), 3);
    await requireAccessible(page, "the roadmap on a phone");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "moving a bar by mouse, touch, or keyboard sets the same dates, and one Undo reverts them",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Walls").waitFor();
    const before = await dates("WAL");
    const moved = [inDays(17), inDays(35)];
    const by = 5 * await dayWidth(page);
    const takeBack = async () => {
      await news(page, /^Walls: /);
      assert.deepEqual(await dates("WAL"), moved);
      await page.keyboard.press("Control+z");
      await news(page, "Undone: changes to WAL");
      assert.deepEqual(await dates("WAL"), before);
    };

    const { middle } = await barOf(page, "Walls");
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + by / 2, middle.y, { steps: 3 });
    await page.mouse.move(middle.x + by, middle.y, { steps: 3 });
    await page.mouse.up();
    await said(page, /^Walls: /);
    await takeBack();

    await name(page, "Walls").focus();
    for (let day = 0; day < 5; day++) await page.keyboard.press("Alt+ArrowRight");
    await takeBack();
    await name(page, "Walls").and(page.locator(":focus")).waitFor();

    const at = (await barOf(page, "Walls")).middle;
    const finger = await fingerOn(page);
    await finger("touchStart", at.x, at.y);
    await page.locator("[data-bar][data-moving]").waitFor();
    await finger("touchMove", at.x + by / 2, at.y);
    await finger("touchMove", at.x + by, at.y);
    await finger("touchEnd");
    await takeBack();
    assert.deepEqual(visit.complaints, []);
  },
);
