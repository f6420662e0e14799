import assert from "node:assert/strict";
import type { Page, Route } from "../../packages/playwright.ts";
import { compose } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import {
  actionsOf,
  find,
  openPalette,
  palette,
  paletteField,
  pointsAt,
  result,
  settled,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

const answers = "**/api/workspace/command?*";

/** Delays responses by what was requested: search words, or a record's ID. */
async function hold(page: Page) {
  const held = new Map<string, PromiseWithResolvers<Route>>();
  const of = (asked: string) => {
    if (!held.has(asked)) held.set(asked, Promise.withResolvers());
    return held.get(asked)!;
  };
  await intercept(page, answers, (route) => {
    const { searchParams } = new URL(route.request().url());
    of(searchParams.get("record") ?? searchParams.get("q") ?? "").resolve(route);
  });
  return {
    /** Waits until a request was sent. */
    asked: (what: string) => of(what).promise,
    /** Releases a response, even one that nobody waits for anymore. */
    let: async (what: string) => {
      await (await of(what).promise).continue().catch(() => {});
      await page.evaluate(async () => void await fetch("/health"));
    },
  };
}

/** Types a text at once, and returns the highlighted result in the next frame. */
const inNextFrame = (page: Page, typed: string): Promise<string> =>
  paletteField(page).evaluate(async (field, typed) => {
    Object.assign(field, { value: typed });
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const { requestAnimationFrame } = globalThis as unknown as {
      requestAnimationFrame(next: (at: number) => void): void;
    };
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return field.ownerDocument.querySelector("#palette-items .here")?.textContent ?? "";
  }, typed);

browserTest(
  "local results appear in the next frame, in the workspace and on the public site",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await openPalette(page);
    await find(page, "mend");
    await hold(page);
    assert.match(await inNextFrame(page, "the gate"), /Mend the gate/);
    assert.match(await inNextFrame(page, "ENG-1"), /Mend the gate/);
    assert.match(await inNextFrame(page, "open task the gate"), /Mend the gate/);
    assert.equal(await inNextFrame(page, "open project the gate"), "");
    assert.match(await inNextFrame(page, "open dra"), /Open drafts/);
    assert.match(await inNextFrame(page, "open setings"), /Open settings/);
    await palette(page).getByRole("status").getByText("Searching…").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/settings/preferences");
    await page.goto("/");
    await openPalette(page);
    assert.match(await inNextFrame(page, "rest"), /REST API/);
    assert.match(await inNextFrame(page, "open taks"), /Open tasks/);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "results for earlier text never appear, however late they arrive",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"], { description: "The latch" });
    await compose(page, { title: "Paint the fence", description: "The brush" });
    await page.goto("/workspace/settings/preferences");
    await openPalette(page);
    const held = await hold(page);
    const shown = await page.locator("#palette-items").evaluateHandle((list) => {
      const shown: string[] = [];
      const { MutationObserver } = globalThis as unknown as {
        MutationObserver: new (look: () => void) => {
          observe(place: unknown, what: { childList: boolean }): void;
        };
      };
      new MutationObserver(() => shown.push(list.textContent ?? "")).observe(list, {
        childList: true,
      });
      return shown;
    });
    const type = async (typed: string) => {
      await paletteField(page).fill(typed);
      await held.asked(typed);
    };
    await type("#latch");
    await type("#brush");
    await held.let("#latch");
    await palette(page).locator("[data-note]").getByText("Searching for “#brush”…").waitFor();
    await held.let("#brush");
    await settled(page, "#brush");
    await type("#the latch");
    await type("#the brush");
    await held.let("#the brush");
    await settled(page, "#the brush");
    await held.let("#the latch");
    await pointsAt(page, "Paint the fence");
    assert.deepEqual((await shown.jsonValue()).filter((text) => text.includes("gate")), []);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the selected row keeps its position when the server's results arrive",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["open dra"]);
    await page.goto("/workspace/settings/preferences");
    await openPalette(page);
    const held = await hold(page);
    await page.keyboard.type("open dra");
    await pointsAt(page, "Open drafts");
    assert.equal(await result(page, "ENG-1").count(), 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await held.let("open dra");
    await settled(page, "open dra");
    // An exact name would come first
    await result(page, "ENG-1").first().waitFor();
    const first = palette(page).locator("#palette-items [role=option]").first();
    await first.and(page.locator(".here")).getByText("Open drafts").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/drafts");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a record's actions are requested again if they arrive late, fail, or belong to another record",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate", "Mend the fence"]);
    await openPalette(page);
    await find(page, "#mend");
    const rows = palette(page).locator("#palette-items [role=option]");
    const ids = await page.evaluate(async (url) => {
      const { results } = await (await fetch(url)).json();
      return results.map(({ id }: { id: string }) => id);
    }, "/api/workspace/command?q=%23mend");
    const held = await hold(page);
    await rows.nth(0).and(page.locator(".here")).waitFor();
    await page.keyboard.press("Control+k");
    await actionsOf(page).getByText("Loading actions…").waitFor();
    await held.asked(ids[0]);
    await page.keyboard.press("Escape");
    await actionsOf(page).waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    await rows.nth(1).and(page.locator(".here")).waitFor();
    await page.keyboard.press("Control+k");
    await held.let(ids[0]);
    await actionsOf(page).getByText("Loading actions…").waitFor();
    assert.equal(await actionsOf(page).getByRole("option").count(), 0);
    await held.let(ids[1]);
    await pointsAt(page, "Mark task", actionsOf(page));
    await actionsOf(page).getByPlaceholder("Actions on ENG-1…").waitFor();
    await page.keyboard.press("Escape");
    await actionsOf(page).waitFor({ state: "detached" });
    await page.unroute(answers);
    await intercept(page, answers, (route) => route.abort());
    await page.keyboard.press("Control+k");
    const again = actionsOf(page).getByRole("button", { name: "Try again" });
    await actionsOf(page).getByText("Can't reach the server").waitFor();
    await page.unroute(answers);
    await again.click();
    await pointsAt(page, "Mark task", actionsOf(page));
    await again.waitFor({ state: "detached" });
  },
);
