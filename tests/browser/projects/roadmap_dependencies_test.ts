import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { intercept } from "../../support/interception.ts";
import { atRoadmap, draggable, inDays, name, rowOf, tableOf } from "../../support/roadmap.ts";
import { browserTest } from "../../support/stage.ts";

/** Returns a line's color, and the color that its class names. */
const strokeOf = (line: Locator, called: string) =>
  line.evaluate((one, called) => {
    const page = globalThis as unknown as {
      getComputedStyle(of: unknown): { stroke: string };
    };
    const { style } = one as unknown as { style: { stroke: string } };
    const drawn = page.getComputedStyle(one).stroke;
    style.stroke = `var(${called})`;
    const named = page.getComputedStyle(one).stroke;
    style.stroke = "";
    return drawn === named;
  }, called);

/** Presses a key like an input method that is composing a letter. */
const composes = (page: Page, key: string, more: object = {}) =>
  page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", ${
      JSON.stringify({ key, isComposing: true, bubbles: true, cancelable: true, ...more })
    }))`,
  );

browserTest(
  "the roadmap shows dependencies and conflicts, has keys, ignores composed text, and prints as a table",
  async (stage) => {
    const { visit, page, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    const line = page.locator(".roadmap-waits");
    await stage.step(
      "Alt, Shift, and arrows move the end of a project without its start",
      async () => {
        await name(page, "Walls").focus();
        for (let day = 0; day < 3; day++) await page.keyboard.press("Alt+Shift+ArrowRight");
        await page.getByRole("status").getByText(/^Walls: /).waitFor();
        assert.deepEqual(await dates("WAL"), [inDays(12), inDays(33)]);
        await page.keyboard.press("Alt+Shift+ArrowLeft");
        await page.locator("[data-project=WAL]").and(page.locator(`[data-target="${inDays(32)}"]`))
          .waitFor();
        assert.deepEqual(await dates("WAL"), [inDays(12), inDays(32)]);
      },
    );
    await stage.step("dropping with Ctrl moves dependent projects, if online", async () => {
      const before = [await dates("FOU"), await dates("WAL")];
      const drag = async () => {
        const end = page.locator("[data-bar=FOU] .bar-ground");
        const { x, y, width, height } = (await end.boundingBox())!;
        const day = await page.locator("#roadmap").evaluate((one) =>
          one.querySelector(".roadmap-bars")!.clientWidth /
          Number((one as unknown as { dataset: { days: string } }).dataset.days)
        );
        await page.mouse.move(x + width - 3, y + height / 2);
        await page.mouse.down();
        await page.mouse.move(x + width - 3 + 4 * day, y + height / 2, { steps: 5 });
      };
      await intercept(page, "**/dates", (route) => route.abort());
      await drag();
      await page.mouse.up();
      await page.getByText("Can't reach the server. The dates weren't changed.").waitFor();
      await page.unroute("**/dates");
      await page.locator(`[data-project=FOU][data-target="${inDays(10)}"]`).waitFor();
      assert.deepEqual([await dates("FOU"), await dates("WAL")], before);
      await page.reload();
      await draggable(page);
      await name(page, "Walls").waitFor();
      await drag();
      await page.keyboard.down("Control");
      await page.mouse.up();
      await page.keyboard.up("Control");
      await page.getByRole("status").getByText(/^Foundations: .*WAL moved too$/).waitFor();
      assert.deepEqual([await dates("FOU"), await dates("WAL")], [
        [inDays(-10), inDays(14)],
        [inDays(14), inDays(34)],
      ]);
      await page.keyboard.press("Control+z");
      await page.getByRole("status").getByText("Undone: changes to FOU, WAL").waitFor();
    });
    await stage.step("a dependency without a conflict has a plain line", async () => {
      assert.equal(await line.count(), 1);
      assert.ok(await strokeOf(line.locator("line").first(), "--icon"));
      assert.equal(await rowOf(page, "Walls").locator(".roadmap-trouble").count(), 0);
    });
    await stage.step("shortcuts don't act during text composition, or if turned off", async () => {
      const zoom = () => page.locator("#roadmap").getAttribute("data-zoom");
      await composes(page, "+");
      await composes(page, "ArrowRight", { altKey: true });
      await page.evaluate("document.body.dataset.shortcuts = 'off'");
      await page.keyboard.press("+");
      assert.equal(await zoom(), "months");
      assert.equal(await page.locator("[data-moving]").count(), 0);
      await page.evaluate("document.body.dataset.shortcuts = ''");
      await page.keyboard.press("+");
      await page.locator("#roadmap[data-zoom=weeks]").waitFor();
      await page.keyboard.press("-");
      await page.locator("#roadmap[data-zoom=months]").waitFor();
    });
    await stage.step("an early start is red, described, and can be filtered", async () => {
      await rest("PATCH projects/WAL", { startDate: inDays(5) });
      await page.reload();
      await draggable(page);
      await page.locator(".roadmap-waits[data-early]").waitFor({ state: "attached" });
      assert.ok(await strokeOf(line.locator("line").first(), "--red"));
      await rowOf(page, "Walls").locator(".roadmap-trouble").waitFor();
      const told = await rowOf(page, "Walls").getByRole("rowheader").textContent();
      assert.match(told!, /Starts before the target date of Foundations/);
      await page.keyboard.press("f");
      await page.getByRole("option", { name: "Starts too early" }).click();
      await name(page, "Foundations").waitFor({ state: "detached" });
      await name(page, "Walls").waitFor();
      await page.goto("/workspace/roadmap");
      await draggable(page);
    });
    await stage.step("a printed roadmap is a table without buttons", async () => {
      await name(page, "Walls").waitFor();
      await page.emulateMedia({ media: "print" });
      await tableOf(page).waitFor();
      const read = await tableOf(page).innerText();
      assert.match(read, /Concrete poured/);
      assert.match(read, /Starts before the target date of Foundations/);
      for (
        const tool of [
          "#roadmap > svg",
          ".bar .button",
          ".roadmap-carry",
          ".sidebar",
          "#main form",
          "#main .button",
        ]
      ) {
        for (const one of await page.locator(tool).all()) {
          assert.equal(await one.isVisible(), false, tool);
        }
      }
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${wide} px too wide`);
    });
    await stage.step("in portrait orientation, the longest text has its own line", async () => {
      await page.setViewportSize({ width: 717, height: 1040 });
      const milestones = tableOf(page).getByText(/^Milestone Concrete poured/);
      const { width } = (await milestones.boundingBox())!;
      assert.ok(width > 600, `${width} px`);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${wide} px too wide`);
    });
    const unreached = /ERR_FAILED|Failed to (load|fetch)/;
    assert.deepEqual(visit.complaints.filter((one) => !unreached.test(one)), []);
  },
);
