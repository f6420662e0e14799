import assert from "node:assert/strict";
import type { Locator } from "../../packages/playwright.ts";
import { byKeys, card } from "../../support/board.ts";
import { goByKeys, openTask, row } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { menuField, openComposer } from "../../support/composing.ts";
import { focusSays, listen, waitForAnnouncement } from "../../support/announcements.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks, postComments } from "../../support/example_tasks.ts";
import { field } from "../../support/writing.ts";

browserTest(
  "a screen reader announces a page's name, a list's number of tasks, and a task opened by J",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const heard = await listen(page);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await waitForAnnouncement(page, heard, "ENG-3 Cedar");
    await page.keyboard.press("j");
    await waitForAnnouncement(page, heard, "ENG-2 Birch");
    await page.keyboard.press("Escape");
    await waitForAnnouncement(page, heard, "Tasks, 3 tasks");
    await page.locator(".row-title:focus", { hasText: "Birch" }).waitFor();
    await goByKeys(page, "d");
    await waitForAnnouncement(page, heard, "Drafts");
    await goByKeys(page, "t");
    await waitForAnnouncement(page, heard, "Tasks, 3 tasks");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a screen reader announces the number of filtered tasks, and a menu without matches",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash", "Birch"]);
    await createTasks(page, server.url, ["Elm"], { status: "planned" });
    await page.goto("/workspace/tasks");
    const heard = await listen(page);
    await page.keyboard.press("f");
    await menuField(page).waitFor();
    await page.keyboard.type("zzz");
    await waitForAnnouncement(page, heard, "No matches");
    await menuField(page).fill("planned");
    await page.keyboard.press("Enter");
    await waitForAnnouncement(page, heard, "1 task");
    await page.keyboard.press("q");
    await page.locator("[data-text-filter]:focus").waitFor();
    await page.keyboard.type("ash");
    await page.keyboard.press("Enter");
    await waitForAnnouncement(page, heard, "0 tasks");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a message is announced once, wherever it appears, and not again on the next page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    const heard = await listen(page);
    const created = (said: string[]) => said.filter((one) => one.includes("created"));

    await openComposer(page);
    await page.getByLabel("Create more").check();
    await field(page, "Title").fill("Birch");
    await page.keyboard.press("Enter");
    assert.equal(created(await waitForAnnouncement(page, heard, /^ENG-2 created/)).length, 1);
    await page.getByLabel("Create more").uncheck();
    await field(page, "Title").fill("Cedar");
    await page.keyboard.press("Enter");
    const said = await waitForAnnouncement(page, heard, /^ENG-3 created/);
    await page.locator(".row-title:focus", { hasText: "Cedar" }).waitFor();
    await goByKeys(page, "d");
    said.push(...await waitForAnnouncement(page, heard, "Drafts"));
    assert.equal(created(said).length, 1);
    await page.getByRole("status").getByText("ENG-3 created").waitFor();

    await page.goto("/workspace/tasks?layout=board");
    await byKeys(page, { card: "Ash", to: "planned", at: 0, keys: ["Alt+ArrowRight"] });
    await page.getByRole("status").getByText("ENG-1 moved to Planned").waitFor();
    await card(page, "Ash").getByRole("link", { name: "Ash" }).focus();
    await page.keyboard.press("Control+z");
    const moves = await waitForAnnouncement(page, heard, /^Undone: changes to ENG-1/);
    assert.deepEqual(moves.filter((one) => one.includes("moved")), [
      "ENG-1 moved to Planned, 1 of 1",
    ]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the composer announces choices made with a key's menu, and mention suggestions",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const heard = await listen(page);
    await openComposer(page);
    await page.keyboard.press("Alt+Shift+P");
    await menuField(page).waitFor();
    await page.keyboard.type("urg");
    await page.keyboard.press("Enter");
    await waitForAnnouncement(page, heard, "Priority: Urgent");
    await field(page, "Description").focus();
    await page.keyboard.type("@ada");
    await waitForAnnouncement(page, heard, "Members: 1. Ada Lovelace");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a screen reader announces a row's selection, reference, and labels",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Birch"], { priority: "high" });
    await page.goto("/workspace/tasks");
    await page.keyboard.press("j");
    assert.deepEqual(await focusSays(page), {
      role: "link",
      name: "Birch",
      description: "Priority: High, ENG-2, Status: Backlog, No assignee",
    });
    await page.keyboard.press("x");
    const selected = "Selected, Priority: High, ENG-2, Status: Backlog, No assignee";
    assert.equal((await focusSays(page)).description, selected);
    await page.keyboard.press("j");
    assert.doesNotMatch((await focusSays(page)).description, /Selected/);
    await page.keyboard.press("k");
    assert.equal((await focusSays(page)).description, selected);
    await page.keyboard.press("p");
    await menuField(page).waitFor();
    await page.keyboard.type("low");
    await page.keyboard.press("Enter");
    await page.locator('.row-title:focus[aria-description*="Priority: Low"]').waitFor();
    assert.equal((await focusSays(page)).name, "Birch");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a menu is named after its task, its button announces a menu, and the message names the new value",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    const heard = await listen(page);
    await row(page, "Ash").focus();
    await page.keyboard.press("p");
    await menuField(page).waitFor();
    assert.equal((await focusSays(page)).name, "Filter: Priority of ENG-1");
    await page.getByRole("dialog", { name: "Priority of ENG-1" }).waitFor();
    await page.keyboard.type("urg");
    await page.keyboard.press("Enter");
    await waitForAnnouncement(page, heard, /^Priority of ENG-1 changed to Urgent/);
    await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
    await page.keyboard.press("l");
    await menuField(page).waitFor();
    for (const [typed, news] of [["bug", "Bug added"], ["feat", "Feature added"]]) {
      await page.keyboard.type(typed!);
      await page.keyboard.press("Enter");
      await waitForAnnouncement(page, heard, new RegExp(`^Label ${news}`));
    }
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
    await page.keyboard.press("Tab");
    const mark = page.locator(".row [data-menu]:focus");
    assert.equal(await mark.getAttribute("aria-haspopup"), "dialog");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "G then N moves the focus to a message's button, and Esc closes the message and returns the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await row(page, "Ash").focus();
    await page.keyboard.press("p");
    await menuField(page).waitFor();
    await page.keyboard.type("urg");
    await page.keyboard.press("Enter");
    const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
    await undo.waitFor();
    await allAnswered(page);
    await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
    await goByKeys(page, "n");
    assert.equal((await focusSays(page)).name, "Undo");
    await page.keyboard.press("Escape");
    await undo.waitFor({ state: "detached" });
    await page.locator(".row-title:focus", { hasText: "Ash" }).waitFor();
    assert.ok(page.url().endsWith("/workspace/tasks"), "Esc goes nowhere else");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "after a dialog without an opener closes, the focus is on the page, and after a copied comment link on that link",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
    await createAndListTasks(page, server.url, ["Ash"]);
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await keys.waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#main:focus").waitFor();
    await postComments(page, server.url, "ENG-1", ["Ready."]);
    await openTask(page, "Ash");
    const link = page.getByRole("link", { name: /^Copy link to/ });
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Comment link copied").waitFor();
    assert.equal(await page.locator(".comment:target").count(), 1);
    assert.match((await focusSays(page)).name, /^Copy link to/);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a comment is announced once, and each page and panel has a single main heading",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await page.keyboard.press("f");
    await page.getByRole("combobox", { name: "Find: Filter", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Birch").focus();
    await page.keyboard.press("Space");
    const title = page.getByRole("heading", { level: 2, name: "Birch", exact: true });
    await title.waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    const firstOf = (place: string) =>
      page.locator(place).getByRole("heading").or(page.locator(`${place} form`)).first();

    await page.goto("/workspace/tasks/ENG-1?add=approval");
    assert.equal(await firstOf("#main article").innerText(), "Ash");
    await page.goto("/workspace/tasks/ENG-1");
    const heard = await listen(page);
    await field(page, "Comment").fill("It squeaks.");
    await page.keyboard.press("Control+Enter");
    const said = await waitForAnnouncement(page, heard, /^Comment added/);
    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("Still.");
    await page.keyboard.press("Control+Enter");
    said.push(...await waitForAnnouncement(page, heard, /^Comment added/));
    assert.equal(said.filter((one) => one.includes("Comment added")).length, 2);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a link in a sub-task's row or a card is announced with its task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Twig"], { parentId: "ENG-1" });
    await openTask(page, "Ash");
    const described = async (mark: Locator) => {
      await mark.focus();
      const id = await mark.getAttribute("aria-describedby");
      return await page.locator(`[id="${id}"]`).innerText();
    };
    const subTask = page.locator(".sub-tasks .row", { hasText: "Twig" });
    assert.equal(await described(subTask.getByRole("link", { name: /^Priority/ })), "Twig");
    await page.goto("/workspace/tasks?layout=board");
    assert.equal(
      await described(card(page, "Ash").getByRole("link", { name: /^Priority/ })),
      "Ash",
    );
    assert.deepEqual(visit.complaints, []);
  },
);
