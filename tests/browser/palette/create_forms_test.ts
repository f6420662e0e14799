import assert from "node:assert/strict";
import { globalOffers } from "../../gates/palette/global.ts";
import type { Page } from "../../packages/playwright.ts";
import { intercept } from "../../support/interception.ts";
import { find, palette, pointsAt, pressOpen } from "../../support/palette_pages.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest } from "../../support/stage.ts";
import { openTasks } from "../../support/example_tasks.ts";

const creates = globalOffers.filter(({ command }) => /^(create|invite|install)\./.test(command));
/** Pages to start from, one after the other. */
const starts = ["tasks", "inbox", "settings/preferences", "projects", "settings/workflows"];
/** Each word begins with a shortcut. */
const [early, late] = ["Cut jags ", "from planks"];

/** Chooses a command by key or mouse, and types before and after the server responds. */
async function createBy(page: Page, title: string, hand: "keys" | "mouse") {
  await pressOpen(page);
  await find(page, title);
  await pointsAt(page, title);
  const { promise: typed, resolve } = Promise.withResolvers<void>();
  await intercept(page, (url) => /^\/workspace\/(?!live)/.test(url.pathname), async (route) => {
    await typed;
    await route.continue();
  });
  if (hand === "keys") await page.keyboard.press("Enter");
  else await palette(page).locator("#palette-items .here").click();
  await page.keyboard.type(early);
  resolve();
  await page.locator("form :is(input, textarea):focus").waitFor();
  await page.waitForFunction(
    (early) => {
      // deno-lint-ignore no-explicit-any -- a global of the page, not of this module
      const field = (globalThis as any).document.activeElement;
      return field.form?.action && field.value === early;
    },
    early,
  );
  await page.keyboard.type(late);
  const focused = page.locator("form :is(input, textarea):focus");
  assert.equal(await focused.inputValue(), early + late);
  await page.unrouteAll();
  await focused.fill("");
}

browserTest("text typed after a create command goes into the command's form", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  const ways = creates.flatMap(({ title }) => [[title, "keys"], [title, "mouse"]] as const);
  for (const [at, [title, hand]] of shareOf(ways).entries()) {
    await stage.step(`${title} by ${hand}`, async () => {
      await page.goto(`/workspace/${starts[at % starts.length]}`);
      await createBy(page, title, hand);
    });
  }
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "text typed after a create command goes into its form, even if the form or another field was open",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await page.keyboard.press("q");
    await createBy(page, "Create workflow", "keys");
    assert.equal(new URL(page.url()).pathname, "/workspace/settings/workflows");
    await page.locator("#main").focus();
    await createBy(page, "Create workflow", "keys");
    assert.deepEqual(visit.complaints, []);
  },
);
