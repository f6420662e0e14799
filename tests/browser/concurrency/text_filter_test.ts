import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import type { Visit } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

/** Delays responses until the test releases them. @param asks whether to delay a request */
async function hold(page: Page, asks: (url: URL) => boolean) {
  const go = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await intercept(page, asks, async (route) => {
    asked.resolve();
    await go.promise;
    await route.continue().catch(() => {});
  });
  return { asked: asked.promise, go: () => go.resolve() };
}

async function begin(visit: Visit, origin: string) {
  const { page } = visit;
  await createTasks(page, origin, ["Ash", "Birch"]);
  await createTasks(page, origin, ["Ash tall", "Oak tall"], { priority: "high" });
  await page.goto("/workspace/tasks");
  await page.locator("#add-filter").click();
  await page.locator('#menu [role="combobox"]:focus').waitFor();
}

const choice = (page: Page) =>
  page.getByRole("group", { name: "Priority" }).getByRole("option", { name: /^High/ });

/** Types into the field while the menu stays open, faster than a person can. */
const type = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const field = document.getElementById("text-filter-words");
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event("input", { bubbles: true }));
  })()`);

/** Requires both filters in the list, its URL, the field, and the chips. */
async function both(page: Page) {
  await page.waitForURL((url) => {
    const { q, priority } = Object.fromEntries(url.searchParams);
    return q === "ash" && priority === "high";
  });
  await row(page, "Oak tall").waitFor({ state: "detached" });
  await row(page, "Ash tall").waitFor();
  assert.equal(await page.locator("#main .row").count(), 1);
  assert.equal(await page.locator(".chip").count(), 1);
  assert.equal(await page.locator("#text-filter-words").inputValue(), "ash");
}

const typed = (url: URL) => url.searchParams.has("q");
const chosen = (url: URL) => url.searchParams.has("priority") && !url.searchParams.has("q");

browserTest(
  "a filter that is chosen during a text search is kept, together with the text",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(visit, server.url);
    const held = await hold(page, typed);
    await type(page, "ash");
    await held.asked;
    await choice(page).click();
    await page.locator(".chip").waitFor();
    held.go();
    await both(page);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "text that is typed while a filtered list loads is kept, together with the filter",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(visit, server.url);
    const held = await hold(page, chosen);
    await choice(page).click();
    await held.asked;
    await type(page, "ash");
    await page.evaluate(`document.getElementById("text-filter").requestSubmit()`);
    held.go();
    await both(page);
    assert.deepEqual(visit.complaints, []);
  },
);
