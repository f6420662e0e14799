import assert from "node:assert/strict";
import { fingerOn } from "../../support/board.ts";
import {
  atRoadmap,
  dayOnScreen,
  draggable,
  inDays,
  name,
  news,
  said,
} from "../../support/roadmap.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a project without dates can be moved onto the timeline by mouse, touch, or a key, with one Undo",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    const row = page.locator(".roadmap-undated", { hasText: "Attic" });
    await row.waitFor();
    const from = async () => {
      const { x, y, height } = (await row.boundingBox())!;
      return { x: x + 60, y: y + height / 2 };
    };
    const takeBack = async (begin: number) => {
      await news(page, /^Attic: /);
      assert.deepEqual(await dates("ATT"), [inDays(begin), inDays(begin + 27)]);
      await page.keyboard.press("Control+z");
      await news(page, "Undone: changes to ATT");
      assert.deepEqual(await dates("ATT"), [null, null]);
      await row.waitFor();
    };

    const start = await from();
    const to = await dayOnScreen(page, 6.5);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(to.x - 90, to.y + 60, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.locator(".bar-of[data-moving] .bar-days").waitFor();
    await page.mouse.up();
    await said(page, /^Attic: /);
    await takeBack(6);

    const touched = await from();
    const there = await dayOnScreen(page, 9.5);
    const finger = await fingerOn(page);
    await finger("touchStart", touched.x, touched.y);
    await page.locator(".bar-of[visibility=hidden]").waitFor({ state: "attached" });
    await finger("touchMove", there.x - 40, there.y + 30);
    await finger("touchMove", there.x, there.y);
    await page.locator(".bar-of[data-moving]").waitFor();
    await finger("touchEnd");
    await takeBack(9);

    await row.getByRole("link", { name: "Attic", exact: true }).focus();
    for (let day = 0; day < 3; day++) await page.keyboard.press("Alt+ArrowRight");
    await name(page, "Attic").and(page.locator(":focus")).waitFor();
    await takeBack(2);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a project that is dropped beside the timeline or canceled with Esc gets no dates",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    const row = page.locator(".roadmap-undated", { hasText: "Attic" });
    const { x, y, height } = (await row.boundingBox())!;
    const to = await dayOnScreen(page, 4);
    const hold = async () => {
      await page.mouse.move(x + 60, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.locator(".bar-of[data-moving] .bar-days").waitFor();
    };
    await hold();
    await page.mouse.move(x + 200, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await said(page, "Attic not changed");
    await hold();
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator(".bar-of:not([data-bar])").waitFor({ state: "detached" });
    assert.deepEqual(await dates("ATT"), [null, null]);
    assert.equal(new URL(page.url()).pathname, "/workspace/roadmap");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a collapsed group of the roadmap stays collapsed, also on a phone",
  async (stage) => {
    const { visit, page, rest } = await atRoadmap(stage);
    await using _ = visit;
    await rest("PATCH projects/GAR", { status: "active" });
    await page.goto("/workspace/roadmap?group=status");
    await draggable(page);
    const fold = (of: string) => page.getByRole("button", { name: new RegExp(`^${of}`) });
    await fold("Active").click();
    await name(page, "Garden").waitFor({ state: "detached" });
    await fold("Active").and(page.locator("[aria-expanded=false]:focus")).waitFor();
    await name(page, "Walls").waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto("/workspace/roadmap?group=status");
    await draggable(page);
    await name(page, "Walls").waitFor();
    assert.equal(await name(page, "Garden").count(), 0);
    await fold("Active").click();
    await name(page, "Garden").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
