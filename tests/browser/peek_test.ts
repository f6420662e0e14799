import assert from "node:assert/strict";
import { row } from "../support/browser_walk.ts";
import { isClosedOn, isOn, peek, peekAt } from "../support/peeking.ts";
import { fillList, numbered, stockList } from "../support/stock.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "Space peeks at a task, J, K and arrows go on with the highlighted row, Space and Esc end it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, numbered("Jar", 5));
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

browserTest("held, Space peeks as long as it is held", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stockList(page, server.url, numbered("Jar", 3));
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
  "Enter opens the task that is peeked at as a page, Back is on its row, and nothing is peeked at",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, numbered("Jar", 3));
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

browserTest("a page that is loaded anew peeks at nothing", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stockList(page, server.url, ["Ash", "Birch"]);
  await peek(page, "Ash");
  await page.reload();
  await row(page, "Ash").waitFor();
  assert.equal(await page.locator("#peek").isVisible(), false);
  await page.locator("#main .row-title:focus", { hasText: "Ash" }).waitFor();
});

browserTest(
  "Tab goes into the panel and back, and there J, K and Esc are the list's still",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, numbered("Jar", 4));
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

browserTest(
  "every key of a task acts on what is peeked at, also from inside, and both show it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, numbered("Jar", 4));
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
    // What moves to another group is followed
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

browserTest("an undo is seen in the panel and in the row", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stockList(page, server.url, numbered("Jar", 2));
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
  "a task that leaves its list stays in sight, and J goes on with what took its place",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, numbered("Jar", 4));
    await page.goto("/workspace/tasks?status=backlogged,planned");
    const panel = await peek(page, "Jar 3");
    await page.keyboard.press("s");
    await page.keyboard.type("compl");
    await page.keyboard.press("Enter");
    await page.locator("#main").getByRole("link", { name: "Jar 3" }).waitFor({ state: "detached" });
    await panel.waitFor();
    // It is still what keys act on
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

browserTest("on a board the panel goes with the card", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await fillList(page, server.url, numbered("Jar", 3));
  await fillList(page, server.url, ["Lid"], { status: "completed" });
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
