import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row } from "../../support/browser_walk.ts";
import type { Visit } from "../../support/chromium.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createTasks, numberedNames } from "../../support/example_tasks.ts";

/** Less than two rows contain, and many times less than the page contains. */
const FEW = 160;

/** A trace event about recalculated styles. */
interface Restyled {
  name: string;
  args: { elementCount?: number };
}

/** Returns the number of elements whose styles an action recalculates before the next frame. */
async function restyled({ page, context }: Visit, act: () => Promise<unknown>): Promise<number> {
  const session = await context.newCDPSession(page);
  const told: Restyled[] = [];
  session.on(
    "Tracing.dataCollected",
    ({ value }) => void told.push(...value as unknown as Restyled[]),
  );
  const whole = new Promise<void>((resolve) =>
    session.once("Tracing.tracingComplete", () => resolve())
  );
  await painted(page);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline"], excludedCategories: ["*"] },
  });
  await act();
  await painted(page);
  await session.send("Tracing.end");
  await whole;
  await session.detach();
  return told.filter(({ name }) => name === "UpdateLayoutTree")
    .reduce((sum, { args }) => sum + (args.elementCount ?? 0), 0);
}

const painted = (page: Page) =>
  page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");

/** Opens a list with more rows than fit on a screen, and focuses one. */
async function inLongList({ server, enter }: Stage): Promise<Visit> {
  const visit = await enter();
  const { page } = visit;
  await createTasks(page, server.url, ["Jar 1"]);
  await createTasks(page, server.url, numberedNames("Jar", 50).slice(1));
  await page.goto("/workspace/tasks?group=none");
  await row(page, "Jar 40").focus();
  return visit;
}

browserTest(
  "an action in a long list restyles only the affected elements",
  async (stage) => {
    await using visit = await inLongList(stage);
    const { page } = visit;
    const press = (key: string) => page.keyboard.press(key);
    const acts: Record<string, () => Promise<unknown>> = {
      "going down a row": () => press("j"),
      async "opening a menu"() {
        await press("p");
        await page.locator("#menu:popover-open [role=combobox]:focus").waitFor();
      },
      async "closing it"() {
        await press("Escape");
        await page.locator(".row-title:focus").waitFor();
      },
    };
    for (const [name, act] of Object.entries(acts)) {
      const count = await restyled(visit, act);
      assert.ok(count > 0 && count < FEW, `${name}: ${count} elements`);
    }
  },
);

browserTest(
  "the previous page is removed as a whole before another kind of page appears",
  async (stage) => {
    await using visit = await inLongList(stage);
    const { page } = visit;
    await page.evaluate(`
      addEventListener("htmx:before:swap", () => {
        globalThis.left ||= document.querySelector("#main :focus, #main .row") === null;
      });
    `);
    await openTask(page, "Jar 40");
    assert.ok(await page.evaluate("left"), "nothing of the list is there");
    await page.locator("#main:focus").waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Jar 40").and(page.locator(":focus")).waitFor();
    await page.evaluate("globalThis.left = false");
    await page.keyboard.press("Control+b");
    await page.locator("#main.board .card").first().waitFor();
    assert.ok(await page.evaluate("left"), "nothing of the list is in the board's way");
    await row(page, "Jar 40").and(page.locator(":focus")).waitFor();
  },
);

browserTest("only the focused or hovered row renders action icons", async (stage) => {
  await using visit = await inLongList(stage);
  const { page } = visit;
  const drawn = () =>
    page.evaluate(`
      [...document.querySelectorAll("#main :is(.row-peek, .row-actions) svg")]
        .filter((icon) => icon.checkVisibility()).map((icon) => icon.closest(".row").id)
    `);
  const title = await row(page, "Jar 40").getAttribute("href");
  const reference = `row-${title?.split("/").at(-1)}`;
  assert.deepEqual(await drawn(), [reference, reference]);
  await row(page, "Jar 39").hover();
  assert.equal((await drawn() as string[]).length, 4);
});
