import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { isClosedOn, isOn, peek } from "../../support/peeking.ts";
import { createAndListTasks, createTasks, numberedNames } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

browserTest("a reload closes the panel", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  await peek(page, "Ash");
  await page.reload();
  await row(page, "Ash").waitFor();
  assert.equal(await page.locator("#peek").isVisible(), false);
  await page.locator("#main .row-title:focus", { hasText: "Ash" }).waitFor();
});

browserTest(
  "Tab moves into the panel and back to the list, where J, K, and Esc still work",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    const panel = await peek(page, "Jar 4");
    await page.locator("#announced").getByText("Peek: ENG-4 Jar 4").waitFor({ state: "attached" });
    await page.keyboard.press("Tab");
    await page.locator("#peek:focus").waitFor();
    await page.keyboard.press("Shift+Tab");
    await isOn(page, "Jar 4");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await panel.getByRole("button", { name: "Previous" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("j");
    await isOn(page, "Jar 3");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Jar 3");
  },
);

browserTest("an undo appears in the panel and in the row", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 2));
  const panel = await peek(page, "Jar 2");
  await page.keyboard.press("p");
  await page.keyboard.type("urg");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Priority of ENG-2 changed").waitFor();
  await panel.locator("#value-priority", { hasText: "Urgent" }).waitFor();
  await page.keyboard.press("Control+z");
  await panel.locator("#value-priority", { hasText: "No priority" }).waitFor();
  await page.locator("#main .row", { hasText: "Jar 2" })
    .getByRole("link", { name: "Priority: No priority" }).waitFor();
});

browserTest(
  "a task that leaves its list stays in the panel, and J moves to the row that took its place",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    await page.goto("/workspace/tasks?status=backlogged,planned");
    const panel = await peek(page, "Jar 3");
    await page.keyboard.press("s");
    await page.keyboard.type("compl");
    await page.keyboard.press("Enter");
    await page.locator("#main").getByRole("link", { name: "Jar 3" }).waitFor({ state: "detached" });
    await panel.waitFor();
    // Keys still act on it
    await page.keyboard.press("p");
    await page.keyboard.type("low");
    await page.keyboard.press("Enter");
    await panel.locator("#value-priority", { hasText: "Low" }).waitFor();
    await page.keyboard.press("j");
    await isOn(page, "Jar 2");
    await page.keyboard.press("k");
    await isOn(page, "Jar 4");
  },
);

browserTest("on a board, the panel follows the focused card", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createTasks(page, server.url, numberedNames("Jar", 3));
  await createTasks(page, server.url, ["Lid"], { status: "completed" });
  await page.goto("/workspace/tasks?layout=board");
  await peek(page, "Jar 3");
  await page.keyboard.press("j");
  await isOn(page, "Jar 2");
  await page.keyboard.press("ArrowDown");
  await isOn(page, "Jar 1");
  await page.keyboard.press("ArrowRight");
  await isOn(page, "Lid");
  const card = (await page.locator(".card[data-peeked]").boundingBox())!;
  const panel = (await page.locator("#peek").boundingBox())!;
  assert.ok(card.x + card.width <= panel.x, "the panel doesn't cover it");
  await page.keyboard.press("Escape");
  await isClosedOn(page, "Lid");
});
