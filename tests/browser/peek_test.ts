import assert from "node:assert/strict";
import { row } from "../support/browser_walk.ts";
import { isClosedOn, isOn, peek, peekAt } from "../support/peeking.ts";
import { createAndListTasks, numberedNames } from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "Space opens a task in the panel, J, K, and arrows show others, and Space or Esc closes the panel",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 5));
    const address = page.url();
    const entries = await page.evaluate<number>("history.length");
    const panel = await peek(page, "Jar 5");
    await isOn(page, "Jar 5");
    await panel.getByRole("complementary", { name: "Properties" }).waitFor();
    await panel.getByRole("region", { name: "Activity" }).waitFor();
    await page.keyboard.press("j");
    await isOn(page, "Jar 4");
    await page.keyboard.press("ArrowDown");
    await isOn(page, "Jar 3");
    await page.keyboard.press("ArrowUp");
    await isOn(page, "Jar 4");
    await page.keyboard.press("k");
    await isOn(page, "Jar 5");
    await page.keyboard.press("k");
    await isOn(page, "Jar 5");
    assert.equal(await page.locator("#main .row[data-peeked]").count(), 1);
    await page.keyboard.press("Space");
    await isClosedOn(page, "Jar 5");
    assert.equal(await page.locator("#main .row[data-peeked]").count(), 0);
    await peek(page, "Jar 2");
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Jar 2");
    assert.equal(page.url(), address);
    assert.equal(await page.evaluate("history.length"), entries);
    assert.equal(await page.evaluate("scrollY"), 0, "Space scrolls nothing");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("holding Space shows the panel until Space is released", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, numberedNames("Jar", 3));
  await row(page, "Jar 3").focus();
  await page.keyboard.down("Space");
  await page.keyboard.down("Space");
  await peekAt(page, "Jar 3").waitFor();
  await page.keyboard.press("j");
  await isOn(page, "Jar 2");
  await page.keyboard.up("Space");
  await isClosedOn(page, "Jar 2");
});

browserTest(
  "Enter opens the task in the panel as a page, and Back returns to its row without the panel",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await peek(page, "Jar 3");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tasks/ENG-2");
    await page.locator("#main.detail h1", { hasText: "Jar 2" }).waitFor();
    assert.equal(await page.locator("#peek").isVisible(), false);
    await page.goBack();
    await isClosedOn(page, "Jar 2");
    // From inside the panel as well
    await peek(page, "Jar 1");
    await page.keyboard.press("Tab");
    await page.locator("#peek:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#main.detail h1", { hasText: "Jar 1" }).waitFor();
    assert.match(
      await page.getByRole("navigation", { name: "Tasks in this list" }).innerText(),
      /3 of 3/,
    );
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Jar 1");
  },
);

browserTest(
  "shortcuts act on the task in the panel, also from inside, and the row shows the result",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 4));
    const panel = await peek(page, "Jar 3");
    const line = page.locator("#main .row", { hasText: "Jar 3" });
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).waitFor();
    const menu = (await page.locator("#menu").boundingBox())!;
    const value = (await panel.locator("#value-priority").boundingBox())!;
    assert.ok(Math.abs(menu.x - value.x) < 2, "it opens where one looks");
    await page.keyboard.type("high");
    await page.keyboard.press("Enter");
    await panel.locator("#value-priority", { hasText: "High" }).waitFor();
    await line.getByRole("link", { name: "Priority: High" }).waitFor();
    await isOn(page, "Jar 3");
    // The panel follows a row that moves to another group
    await page.keyboard.press("s");
    await page.keyboard.type("progr");
    await page.keyboard.press("Enter");
    await panel.locator("#value-status", { hasText: "In progress" }).waitFor();
    await page.getByRole("region", { name: "In progress" }).or(page.locator("#group-progressed"))
      .getByRole("link", { name: "Jar 3", exact: true }).waitFor();
    await isOn(page, "Jar 3");
    await panel.getByText("ENG-3", { exact: false }).first().waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#peek:focus").waitFor();
    await page.keyboard.press("i");
    await page.getByRole("status").getByText("ENG-3").waitFor();
    await panel.locator("#value-assignee", { hasText: "Ada" }).waitFor();
    await page.keyboard.press("Alt+f");
    await panel.getByRole("button", { name: "Favorite", pressed: true }).waitFor();
    await page.keyboard.press("x");
    await page.getByRole("checkbox", { name: "Select ENG-3: Jar 3", checked: true }).waitFor();
    await page.keyboard.press("x");
    await page.keyboard.press("Control+z");
    assert.deepEqual(visit.complaints, []);
  },
);
