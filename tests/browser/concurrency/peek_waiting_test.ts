import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { holdBack, isClosedOn, isOn, peek, peekAt } from "../../support/peeking.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a late response for another row is dropped, and the panel shows that it is loading",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const letGo = await holdBack(page, "ENG-3", "ENG-2");
    await peek(page, "Ash");
    await page.keyboard.press("k");
    const waiting = (name: string) =>
      page.getByRole("dialog", { name }).getByText("Loading…").waitFor();
    await waiting("ENG-2 Birch");
    letGo("ENG-2");
    await isOn(page, "Birch");
    await page.keyboard.press("k");
    await waiting("ENG-3 Cedar");
    await page.keyboard.press("j");
    await isOn(page, "Birch");
    letGo("ENG-3");
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "Urgent" }).waitFor();
    await page.keyboard.press("Escape");
    await isOn(page, "Birch");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a response about one task doesn't replace the next task in the panel",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await peek(page, "Birch");
    const letGo = await holdBack(page, "ENG-2");
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).waitFor();
    await page.keyboard.type("high");
    await page.keyboard.press("Enter");
    await page.keyboard.press("j");
    await isOn(page, "Ash");
    letGo("ENG-2");
    await page.getByRole("status").getByText("Priority of ENG-2 changed").waitFor();
    await page.locator("#main .row", { hasText: "Birch" })
      .getByRole("link", { name: "Priority: High" }).waitFor();
    await isOn(page, "Ash");
    await page.locator("#peek #value-priority", { hasText: "No priority" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "keys pressed after Tab wait for the panel, then act in it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    const letGo = await holdBack(page, "ENG-1");
    await row(page, "Ash").focus();
    for (const key of ["Space", "Tab", "Tab", "Tab", "Tab", "Enter"]) {
      await page.keyboard.press(key);
    }
    await page.getByText("Loading…").waitFor();
    assert.equal(await page.evaluate("document.activeElement?.textContent"), "Ash");
    letGo("ENG-1");
    // The third control of the panel, after the links to the previous and next task
    await page.getByRole("button", { name: "Favorite", pressed: true }).waitFor();
  },
);

browserTest("Esc closes a panel that is still loading", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  const letGo = await holdBack(page, "ENG-1");
  await row(page, "Ash").focus();
  await page.keyboard.press("Space");
  await page.getByText("Loading…").waitFor();
  await page.keyboard.press("Escape");
  await isClosedOn(page, "Ash");
  letGo("ENG-1");
  await page.keyboard.press("p");
  await page.getByRole("option", { name: "Urgent" }).waitFor();
  assert.equal(await page.locator("#peek").isVisible(), false);
});

browserTest(
  "a panel that can't be loaded says so and offers to try again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await intercept(page, "**/workspace/tasks/ENG-1", (route) => route.abort());
    await row(page, "Ash").focus();
    await page.keyboard.press("Space");
    const panel = page.getByRole("dialog", { name: "ENG-1 Ash" });
    await panel.getByText("This record couldn't be loaded.").waitFor();
    await page.unroute("**/workspace/tasks/ENG-1");
    await panel.getByRole("button", { name: "Try again" }).click();
    await peekAt(page, "Ash").waitFor();
  },
);

browserTest("the panel says if its task was meanwhile deleted", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  // As if the person had lost access to it
  await page.locator('#main [data-peek][href$="ENG-1"]').evaluate((link) =>
    (link as unknown as { href: string }).href = "/workspace/tasks/ENG-99"
  );
  await row(page, "Ash").focus();
  await page.keyboard.press("Space");
  const panel = page.getByRole("dialog", { name: "ENG-1 Ash" });
  await panel.getByRole("heading", { name: "Not found" }).waitFor();
  await page.keyboard.press("k");
  await isOn(page, "Birch");
  await page.keyboard.press("Escape");
  await isClosedOn(page, "Birch");
});
