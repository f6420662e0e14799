import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import {
  BY_HAND,
  byMouse,
  card,
  cardsByColumn,
  requireCards,
  stockBoard,
} from "../../support/board.ts";
import {
  actOn,
  choose,
  enterCode,
  openTask,
  row,
  signInOnPages,
} from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { colleagues } from "../../support/colleagues.ts";
import { intercept } from "../../support/interception.ts";
import { ask } from "../../support/remote_person.ts";
import { selected } from "../../support/selecting.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

const news = (page: Page) => page.locator("#toasts .toast");
const undo = (page: Page) => page.keyboard.press("Control+z");

/** Changes the focused task's priority by keyboard. */
async function prioritise(page: Page, title: string, priority: string) {
  await row(page, title).focus();
  const reference = (await row(page, title).getAttribute("href"))?.split("/").at(-1);
  await page.keyboard.press("p");
  await page.getByRole("option", { name: priority }).click();
  await news(page).getByText(`Priority of ${reference} changed to ${priority}`).waitFor();
}

const priorities = (page: Page) =>
  page.getByRole("main").getByRole("link", { name: /^Priority: / })
    .evaluateAll((marks) => marks.map((mark) => mark.ariaLabel?.replace("Priority: ", "")));

browserTest(
  "pressing Ctrl+Z twice undoes two moves on a board, even while the first undo is running",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, ["Ash", "Birch"]);
    const before = await cardsByColumn(page);
    await byMouse(page, { card: "Ash", to: "planned", at: 0, keys: [] });
    await news(page).getByText("ENG-1 moved to Planned").waitFor();
    const once = await cardsByColumn(page);
    await byMouse(page, { card: "Oak", to: "backlogged", at: 1, keys: [] });
    // Immediately, before the response to the last drop
    await undo(page);
    await requireCards(page, once, "the last drag is taken back");
    await byMouse(page, { card: "Oak", to: "backlogged", at: 1, keys: [] });
    await undo(page);
    await undo(page);
    await requireCards(page, before, "both are");
    await allAnswered(page);
    await page.reload();
    assert.deepEqual(await cardsByColumn(page), before, "for good");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "acts of five kinds are undone in turn, each on its own page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, ["Ash", "Birch", "Cedar"]);
    const before = await cardsByColumn(page);
    await byMouse(page, { card: "Ash", to: "planned", at: 0, keys: [] });
    await news(page).getByText("ENG-1 moved to Planned").waitFor();
    const dragged = await cardsByColumn(page);
    await prioritise(page, "Birch", "Urgent");
    for (const title of ["Cedar", "Birch"]) {
      await row(page, title).focus();
      await page.keyboard.press("x");
      await card(page, title).locator(".row-select:checked").waitFor();
    }
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await news(page).getByText("Priority of 2 tasks changed to High").waitFor();
    await openTask(page, "Oak");
    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("Oil it.");
    await page.keyboard.press("Control+Enter");
    const said = page.locator(".comment").getByText("Oil it.", { exact: true });
    await said.waitFor();
    await actOn(page, "Archive");
    await news(page).getByText(/archived$/).waitFor();
    const archived = page.getByText("This task is archived.");
    await archived.waitFor();

    await undo(page);
    await archived.waitFor({ state: "detached" });
    assert.equal(await said.count(), 1);
    await undo(page);
    await said.waitFor({ state: "detached" });
    await undo(page);
    await news(page).getByText("Undone: priority of 2 tasks").waitFor();
    await page.locator("#board").waitFor();
    assert.deepEqual((await selected(page)).toSorted(), ["Birch", "Cedar"]);
    const prioritised = ["Urgent"];
    const set = async () => (await priorities(page)).filter((one) => one !== "No priority");
    assert.deepEqual(await set(), prioritised);
    await undo(page);
    await news(page).getByText("Undone: changes to ENG-2").waitFor();
    assert.deepEqual(await set(), []);
    await requireCards(page, dragged, "the drag stands");
    await undo(page);
    await news(page).getByText("Undone: changes to ENG-1").waitFor();
    await requireCards(page, before, "all is as it was");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "if a change can't be undone, Ctrl+Z says so and continues with the change before it",
  async (stage) => {
    await using people = await colleagues(stage);
    const { ada: { token, workspaceId }, grace: { page } } = people;
    await createAndListTasks(page, stage.server.url, ["Ash", "Birch", "Cedar"]);
    for (const title of ["Ash", "Birch", "Cedar"]) await prioritise(page, title, "Urgent");
    const [third, second] = await page.locator(".row-reference").allTextContents();
    const path = `/workspaces/${workspaceId}/tasks`;
    await ask(stage.server.url, `PATCH ${path}/${third}`, { token, body: { priority: "low" } });
    await openTask(page, "Birch");
    await page.getByRole("region", { name: "Activity" }).getByRole("button", { name: "Undo" })
      .last().click();
    await news(page).getByText(`Undone: changes to ${second}`).waitFor();
    await page.getByRole("link", { name: "Back to list" }).click();
    await row(page, "Ash").waitFor();
    await undo(page);
    await news(page).getByText("Nothing was undone. Someone has since changed the priority.")
      .waitFor();
    await undo(page);
    await news(page).getByText("You already undid this change.").waitFor();
    await undo(page);
    await news(page).getByText("Undone: changes to").waitFor();
    assert.deepEqual(await priorities(page), ["Low", "No priority", "No priority"]);
  },
);

browserTest(
  "acts can still be undone after their messages and a reload, until their person signs out",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    for (const priority of ["High", "Low", "Urgent"]) await prioritise(page, "Ash", priority);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await undo(page);
    await news(page).getByText("Undone: changes to ENG-1").waitFor();
    await page.reload();
    await undo(page);
    await news(page).getByText("Undone: changes to ENG-1").waitFor();
    assert.deepEqual(await priorities(page), ["No priority", "High"]);

    const asked: string[] = [];
    page.on("request", (request) => {
      // Pages report by themselves that they are open
      if (!request.url().endsWith("/here")) asked.push(request.method());
    });
    const nothingIsAsked = async () => {
      asked.length = 0;
      await undo(page);
      await page.evaluate(() => fetch("/health"));
      assert.ok(!asked.includes("POST"), asked.join(" "));
    };
    await page.getByRole("button", { name: "Acme" }).click();
    await page.getByRole("option", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await signInOnPages(page, server, "ada@example.com");
    await row(page, "Ash").waitFor();
    await nothingIsAsked();
    assert.deepEqual(await priorities(page), ["No priority", "High"]);

    await prioritise(page, "Birch", "Low");
    await page.context().clearCookies();
    await page.goto("/auth/signup");
    await enterCode(page, server, "grace@example.com", "Continue");
    await page.getByLabel("Workspace name").fill("Other");
    await page.getByLabel("Your name").fill("Grace Hopper");
    await page.getByLabel("First team").fill("Engineering");
    await page.getByLabel("Team key").fill("ENG");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.waitForURL("**/workspace/tasks");
    await nothingIsAsked();
    await page.context().clearCookies();
    await signInOnPages(page, server, "ada@example.com");
    await row(page, "Ash").waitFor();
    await nothingIsAsked();
  },
);

browserTest(
  "in a field without a message, Ctrl+Z undoes typing, and holding it undoes only one act",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    for (const priority of ["High", "Low"]) await prioritise(page, "Ash", priority);
    await openTask(page, "Ash");
    await page.getByRole("button", { name: "Dismiss" }).click();
    const asked: string[] = [];
    page.on("request", (request) => {
      // Pages report by themselves that they are open
      if (!request.url().endsWith("/here")) asked.push(request.method());
    });
    await page.getByRole("textbox", { name: "Comment", exact: true }).focus();
    await undo(page);
    await page.evaluate(() => fetch("/health"));
    assert.ok(!asked.includes("POST"), asked.join(" "));
    await page.keyboard.press("Escape");
    await page.locator("#main:focus").waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Ash").focus();
    await page.keyboard.down("Control");
    for (let n = 0; n < 5; n++) await page.keyboard.down("z");
    await page.keyboard.up("z");
    await page.keyboard.up("Control");
    await news(page).getByText("Undone: changes to ENG-1").waitFor();
    await allAnswered(page);
    assert.deepEqual(await priorities(page), ["High"]);
    await choose(page, "Priority", "Urgent");
    await news(page).getByText(/^Priority of .* changed to Urgent/).waitFor();
  },
);

browserTest(
  "Ctrl+Z waits for a running choice or move, then undoes it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockBoard(page, server.url, BY_HAND, ["Ash", "Birch"]);
    const before = await cardsByColumn(page);
    await prioritise(page, "Ash", "High");
    let letGo = () => {};
    const hold = async () => {
      const held = new Promise<void>((resolve) => letGo = resolve);
      await intercept(page, "**/workspace/tasks/ENG-*", async (route) => {
        if (route.request().method() === "POST") await held;
        await route.continue();
      });
      await intercept(page, "**/place", async (route) => {
        await held;
        await route.continue();
      });
    };
    await hold();
    await row(page, "Ash").focus();
    await page.keyboard.press("p");
    await Promise.all([
      page.waitForRequest((request) => request.method() === "POST"),
      page.getByRole("option", { name: "Low" }).click(),
    ]);
    await undo(page);
    letGo();
    await news(page).getByText("Undone: changes to ENG-1").waitFor();
    const set = async () => (await priorities(page)).filter((one) => one !== "No priority");
    assert.deepEqual(await set(), ["High"]);

    await page.unrouteAll();
    await hold();
    await byMouse(page, { card: "Ash", to: "planned", at: 0, keys: [] });
    const once = await cardsByColumn(page);
    await byMouse(page, { card: "Oak", to: "planned", at: 0, keys: [] });
    await undo(page);
    letGo();
    await requireCards(page, once, "the last drag alone");
    await allAnswered(page);
    await undo(page);
    await requireCards(page, before, "both drags");
    assert.deepEqual(await set(), ["High"]);
    assert.deepEqual(visit.complaints, []);
  },
);
