import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { mark, pill, row } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { createTasks } from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";

const search = (page: Page) => new URL(page.url()).search;
const chips = (page: Page) => page.locator(".chip").allInnerTexts();
const said = async (page: Page) => (await chips(page)).map((text) => text.replace(/\s+/g, " "));

/** Opens a menu by its key and waits until it accepts typed text. */
async function openFilter(page: Page) {
  await page.keyboard.press("f");
  await page.locator('#menu [role="combobox"]:focus').waitFor();
}

async function typeFilter(page: Page, words: string) {
  await openFilter(page);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.locator("#menu:popover-open").waitFor({ state: "hidden" });
}

browserTest(
  'a typed value adds a filter without a field being chosen first, and "not" excludes the value',
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate", "Oil the hinge"]);
    await createTasks(page, server.url, ["Paint the fence"], { tags: "Bug" });
    await page.goto("/workspace/tasks");
    const notReloaded = await mark(page);
    await openFilter(page);
    await page.keyboard.type("not bug");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("bug");
    await page.keyboard.press("Enter");
    await row(page, "Mend the gate").waitFor({ state: "detached" });
    assert.deepEqual(await said(page), ["Label is Bug"]);
    assert.match(search(page), /^\?label=label_\w+$/);
    await typeFilter(page, "not bug");
    await row(page, "Paint the fence").waitFor({ state: "detached" });
    assert.deepEqual(await said(page), ["Label is not Bug"]);
    assert.match(search(page), /^\?notLabel=label_\w+$/);
    await typeFilter(page, "status backl");
    await page.locator("#chip-status").waitFor();
    assert.deepEqual(await said(page), ["Status is Backlog", "Label is not Bug"]);
    await page.goBack();
    await page.locator("#chip-status").waitFor({ state: "detached" });
    await notReloaded();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  'a filter\'s name leads to its values, and "not" before it to the excluded values',
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate", "Oil the hinge"]);
    await createTasks(page, server.url, ["Paint the fence"], { tags: "Bug" });
    await page.goto("/workspace/tasks");
    const values = page.locator("#menu [role=listbox]");
    await openFilter(page);
    assert.equal(await page.getByRole("option", { name: "Label…" }).isVisible(), false);
    await page.keyboard.type("label");
    await page.getByRole("option", { name: "Label…" }).waitFor();
    await page.keyboard.press("Enter");
    await values.and(page.getByLabel("Label is", { exact: true })).waitFor();
    await page.locator('#menu [role="combobox"]:focus').waitFor();
    await page.keyboard.type("bug");
    await page.keyboard.press("Enter");
    await row(page, "Mend the gate").waitFor({ state: "detached" });
    assert.match(search(page), /^\?label=label_\w+$/);
    await page.keyboard.press("Escape");
    await page.goto("/workspace/tasks");
    await openFilter(page);
    await page.keyboard.type("not lab");
    await page.keyboard.press("Enter");
    await values.and(page.getByLabel("Label is not", { exact: true })).waitFor();
    assert.equal(search(page), "");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "each part of a chip opens a menu, for the comparison and each value, or removes the filter",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], { status: "planned" });
    await createTasks(page, server.url, ["Paint the fence"], { status: "progressed" });
    await page.goto("/workspace/tasks?status=planned");
    await row(page, "Oil the hinge").waitFor();

    await page.locator("#chip-values-status").focus();
    await page.keyboard.press("Enter");
    await page.locator('#menu [role="combobox"]:focus').waitFor();
    await page.keyboard.type("progr");
    await page.keyboard.press("Enter");
    await row(page, "Paint the fence").waitFor();
    await page.getByRole("option", { name: "In progress", selected: true }).waitFor();
    assert.deepEqual(await said(page), ["Status is any of Planned, In progress"]);
    assert.equal(search(page), "?status=planned,progressed");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("planned");
    await page.keyboard.press("Enter");
    await row(page, "Oil the hinge").waitFor({ state: "detached" });
    assert.equal(search(page), "?status=progressed");
    await page.keyboard.press("Escape");
    await page.locator("#chip-values-status:focus").waitFor();

    await page.locator("#chip-status").click();
    await requireAccessible(page, "the menu of how it compares");
    await page.getByRole("option", { name: "is not" }).click();
    await row(page, "Mend the gate").waitFor();
    await row(page, "Paint the fence").waitFor({ state: "detached" });
    assert.equal(search(page), "?notStatus=progressed");
    await page.locator("#chip-notStatus:focus").waitFor();

    await page.locator("#chip-remove-notStatus").focus();
    await page.keyboard.press("Enter");
    await row(page, "Paint the fence").waitFor();
    await page.locator("#add-filter:focus").waitFor();
    assert.equal(await page.locator(".filter-bar").count(), 0, "no empty strip stays");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a filter's day can be chosen or typed, and its comparison can be changed",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], { deadlineAt: "2031-04-02" });
    await page.goto("/workspace/tasks");
    await typeFilter(page, "no deadline");
    await row(page, "Oil the hinge").waitFor({ state: "detached" });
    assert.deepEqual(await said(page), ["Deadline is empty"]);
    await page.goto("/workspace/tasks?deadlineAfter=today");
    await row(page, "Oil the hinge").waitFor();
    await page.locator("#chip-values-deadlineAfter").click();
    await page.getByLabel("Another date").fill("2032-01-01");
    await page.getByRole("button", { name: "Set" }).click();
    await page.getByRole("heading", { name: "No matching tasks" }).waitFor();
    assert.equal(search(page), "?deadlineAfter=2032-01-01");
    assert.match((await said(page)).join(), /1 Jan 2032/, "a date reads as it does elsewhere");
    await page.locator("#chip-deadlineAfter").click();
    await page.getByRole("option", { name: "is before" }).click();
    await row(page, "Oil the hinge").waitFor();
    assert.equal(search(page), "?deadlineBefore=2032-01-01");
    await page.locator("#chip-name-deadlineBefore").click();
    await page.locator('#menu [role="combobox"]:focus').waitFor();
    await page.keyboard.type("backlog");
    await page.keyboard.press("Enter");
    await row(page, "Mend the gate").waitFor();
    assert.equal(search(page), "?status=backlogged");
  },
);

browserTest(
  "a new task from a filtered list or its group gets values only from filters with a single value",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], {
      status: "planned",
      tags: "Bug",
      priority: "high",
    });
    await page.goto("/workspace/tasks?priority=high&label=Bug&teamId=ENG&deadlineAt=7d");
    await page.getByRole("heading", { name: "No matching tasks" }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: "Title" }).fill("Paint the fence");
    await page.getByRole("button", { name: "Create task" }).click();
    await row(page, "Paint the fence").waitFor();
    await page.goto("/workspace/tasks?label=Bug&priority=high,urgent&notStatus=backlogged");
    await page.getByRole("link", { name: "New task in Planned" }).click();
    await page.getByRole("textbox", { name: "Title" }).waitFor();
    const starts = await Promise.all(
      ["Status", "Priority", "Labels"].map((name) => pill(page, name).innerText()),
    );
    assert.deepEqual(starts.map((text) => text.split("\n").at(-1)), [
      "Planned",
      "Priority",
      "Bug",
    ]);
  },
);
