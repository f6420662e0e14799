import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { compose, openTask, row } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";
import { createAndListTasks, createTasks, numberedNames } from "../support/example_tasks.ts";
import { selected, waitForSelectionCount } from "../support/selecting.ts";

const jars = (page: Page, origin: string) =>
  createAndListTasks(page, origin, numberedNames("Jar", 6));

browserTest(
  "X selects the focused or hovered row, and deselects it again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await row(page, "Jar 5").focus();
    await page.keyboard.press("x");
    assert.deepEqual(await selected(page), ["Jar 5"]);
    await waitForSelectionCount(page, "1 selected");
    await page.evaluate("document.activeElement.blur()");
    await row(page, "Jar 2").hover();
    await page.keyboard.press("x");
    assert.deepEqual(await selected(page), ["Jar 5", "Jar 2"]);
    await page.keyboard.press("x");
    assert.deepEqual(await selected(page), ["Jar 5"]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await selected(page), []);
    await page.locator("#selection").waitFor({ state: "hidden" });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Shift with J, K, and arrows extends the selection, and the opposite key shrinks it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await row(page, "Jar 5").focus();
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+ArrowDown");
    assert.deepEqual(await selected(page), ["Jar 5", "Jar 4", "Jar 3"]);
    await page.keyboard.press("Shift+K");
    await page.keyboard.press("Shift+ArrowUp");
    assert.deepEqual(await selected(page), ["Jar 5"]);
    for (const key of ["j", "j", "j", "Shift+J"]) await page.keyboard.press(key);
    assert.deepEqual(await selected(page), ["Jar 5", "Jar 2", "Jar 1"]);
  },
);

browserTest(
  "checkboxes select rows by mouse, and with Shift a range without collapsed groups",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await createTasks(page, server.url, ["Lid 1", "Lid 2"], { status: "planned" });
    await createTasks(page, server.url, ["Cup 1", "Cup 2"], { status: "progressed" });
    await page.reload();
    const box = (title: string) => page.getByRole("checkbox", { name: title });
    await row(page, "Cup 2").hover();
    await box(": Cup 2").click();
    assert.deepEqual(await selected(page), ["Cup 2"]);
    await page.getByRole("heading", { name: "Planned" }).click();
    await row(page, "Jar 5").click({ modifiers: ["Shift"] });
    assert.deepEqual(await selected(page), ["Cup 2", "Cup 1", "Jar 6", "Jar 5"]);
    assert.equal(visit.context.pages().length, 1, "a window opened");
    const ofGroup = box("Select all in Backlog");
    const isMixed = () => ofGroup.evaluate((box) => Reflect.get(box, "indeterminate"));
    assert.equal(await isMixed(), true);
    await ofGroup.click();
    assert.equal((await selected(page)).length, 8);
    assert.equal(await isMixed(), false);
    await ofGroup.click();
    assert.deepEqual(await selected(page), ["Cup 2", "Cup 1"]);
  },
);

browserTest(
  "a selection survives changes, a reload, filters, and Back, but not reopening the list",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await row(page, "Jar 4").focus();
    await page.keyboard.press("Shift+J");
    await compose(page, { title: "Jar 7" });
    await row(page, "Jar 7").waitFor();
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3"]);
    await page.reload();
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3"]);
    await page.keyboard.press("q");
    await page.keyboard.type("Jar 4");
    await row(page, "Jar 3").waitFor({ state: "detached" });
    assert.deepEqual(await selected(page), ["Jar 4"]);
    await page.getByRole("button", { name: "Deselect 1 task that isn't shown" }).waitFor();
    await page.getByRole("link", { name: "Clear text" }).click();
    await row(page, "Jar 3").waitFor();
    await page.getByRole("button", { name: "Show as a board" }).click();
    await page.locator(".card").first().waitFor();
    assert.deepEqual((await selected(page)).sort(), ["Jar 3", "Jar 4"]);
    await page.getByRole("button", { name: "Show as a list" }).click();
    await page.locator("#main.list").waitFor();
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3"]);
    await openTask(page, "Jar 1");
    await page.goBack();
    await row(page, "Jar 1").waitFor();
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3"]);
    await openTask(page, "Jar 1");
    await page.getByRole("navigation").getByRole("link", { name: "Tasks", exact: true }).click();
    await row(page, "Jar 1").waitFor();
    assert.deepEqual(await selected(page), []);
  },
);

browserTest(
  "if a filter's record is missing, selecting the rest explains why nothing was added",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, numberedNames("Jar", 80), { tags: "Bug" });
    await page.goto("/workspace/tasks?label=Bug");
    const shown = await page.locator(".row").count();
    await page.keyboard.press("Control+a");
    await waitForSelectionCount(page, `${shown} selected`);
    // As if its reference had changed
    await page.evaluate(
      `history.replaceState(history.state, "", location.href.replace("Bug", "Bugs"))`,
    );
    await page.getByRole("button", { name: "Select all 80" }).click();
    await page.getByRole("status").getByText("No more tasks were selected.").waitFor();
    assert.equal((await selected(page)).length, shown);
  },
);

browserTest(
  "Ctrl+A selects all visible tasks and offers to select the rest, with their number",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 80));
    const shown = await page.locator(".row").count();
    assert.ok(shown < 80);
    await page.keyboard.press("Control+a");
    await waitForSelectionCount(page, `${shown} selected`);
    assert.equal((await selected(page)).length, shown);
    const further = page.getByRole("button", { name: /^Select (all|up to) / });
    assert.equal(await further.innerText(), "Select all 80");
    await further.click();
    await waitForSelectionCount(page, "80 selected");
    assert.equal(await further.count(), 0);
    await page.getByRole("button", { name: `Deselect ${80 - shown} tasks that aren't shown` })
      .click();
    await waitForSelectionCount(page, `${shown} selected`);
    await page.getByRole("searchbox", { name: "Filter by text" }).focus();
    await page.keyboard.press("Control+a");
    await waitForSelectionCount(page, `${shown} selected`);
    // As if an action could change only 70 tasks
    await page.locator("#selection").evaluate((bar) => bar.setAttribute("data-most", "70"));
    await further.click();
    await waitForSelectionCount(page, "70 selected");
  },
);
