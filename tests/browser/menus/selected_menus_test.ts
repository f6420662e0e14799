import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { select, selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const jars = (page: Page, origin: string) =>
  createAndListTasks(page, origin, numberedNames("Jar", 5));
const news = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();
const statuses = (page: Page, status: string) =>
  page.getByRole("main").getByRole("link", { name: `Status: ${status}` }).count();

browserTest(
  "a key changes all selected tasks at once, and Undo reverts them and selects them again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await select(page, "Jar 4", "Jar 3", "Jar 2");
    await row(page, "Jar 1").focus();
    await page.keyboard.press("s");
    await page.getByRole("combobox", { name: "Filter: Status of 3 tasks" }).waitFor();
    await page.keyboard.type("prog");
    await page.keyboard.press("Enter");
    await news(page, "Status of 3 tasks changed to In progress");
    assert.equal(await statuses(page, "In progress"), 3);
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3", "Jar 2"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await news(page, "Undone: status of 3 tasks (now Backlog)");
    assert.equal(await statuses(page, "Backlog"), 5);
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3", "Jar 2"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "icons and the right button open the menu for all selected tasks in a selected row, otherwise for one task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await select(page, "Jar 4", "Jar 3");
    const opened = async (name: string) => {
      await page.getByRole("combobox", { name: `Filter: ${name}`, exact: true }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("#menu:popover-open").waitFor({ state: "hidden" });
    };
    const marks = page.getByRole("main").getByRole("link", { name: "Priority: No priority" });
    await marks.nth(1).click();
    await page.locator("#menu:popover-open").waitFor();
    assert.equal(await page.locator(".row.here", { hasText: "Jar 4" }).count(), 1);
    await opened("Priority of 2 tasks");
    await marks.nth(0).click();
    await opened("Priority of ENG-5");
    await page.getByRole("region", { name: "Selected tasks" })
      .getByRole("button", { name: "Labels" }).click();
    await page.getByText("This workspace has no labels yet.").or(
      page.getByRole("combobox", { name: "Filter: Labels of 2 tasks" }),
    ).waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Jar 3").click({ button: "right" });
    await opened("Actions on 2 tasks");
    await row(page, "Jar 5").click({ button: "right" });
    await opened("Actions on ENG-5");
    await row(page, "Jar 3").focus();
    await page.keyboard.press(".");
    await opened("Actions on 2 tasks");
    assert.equal((await selected(page)).length, 2);
  },
);

browserTest(
  "a menu for several tasks shows the values that all or some of them have",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await row(page, "Jar 4").focus();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).waitFor();
    await page.keyboard.press("2");
    await news(page, "Priority of");
    await select(page, "Jar 4", "Jar 3");
    await page.keyboard.press("p");
    const options = page.locator("#menu [role=option]");
    await options.first().waitFor();
    const mixed = page.locator('#menu [aria-checked="mixed"]');
    assert.deepEqual(
      (await mixed.allInnerTexts()).map((text) => text.replaceAll("\n", " ")),
      ["High 1 of 2", "No priority 1 of 2"],
    );
    await requireAccessible(page, "a menu of several, and the bar");
    await page.keyboard.press("3");
    await news(page, "Priority of 2 tasks changed to Medium");
    await page.keyboard.press("p");
    await options.first().waitFor();
    assert.deepEqual(
      await page.locator('#menu [aria-selected="true"]').allInnerTexts(),
      ["Medium"],
    );
  },
);

browserTest(
  "archiving several tasks clears the selection, and Undo restores it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await select(page, "Jar 4", "Jar 3");
    await page.keyboard.press(".");
    await page.getByRole("option", { name: "Archive" }).click();
    await news(page, "2 tasks archived");
    await row(page, "Jar 4").waitFor({ state: "detached" });
    await page.getByRole("region", { name: "Selected tasks" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Control+z");
    await news(page, "2 tasks restored");
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3"]);
  },
);

browserTest("I assigns the selection to the current person", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await jars(page, server.url);
  await select(page, "Jar 4", "Jar 3");
  await page.keyboard.press("i");
  await news(page, "2 tasks assigned to you");
  const mine = page.getByRole("main").getByRole("link", { name: /^Assignee: Ada/ });
  assert.equal(await mine.count(), 2);
  await page.keyboard.press("Escape");
  await row(page, "Jar 1").focus();
  await page.keyboard.press("i");
  await news(page, "ENG-1 assigned to you");
  assert.equal(await mine.count(), 3);
});

browserTest(
  "if one of several tasks is refused, none changes, and the message names it and offers to deselect it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    await select(page, "Jar 4", "Jar 3");
    await page.keyboard.press("s");
    await page.getByRole("option", { name: "Planned" }).waitFor();
    const archive = async (task: string) => {
      const archived = await page.request.post(`/workspace/tasks/${task}`, {
        form: { act: "archive" },
        headers: { origin: server.url },
        maxRedirects: 0,
      });
      assert.equal(archived.status(), 303);
    };
    await archive("ENG-3");
    await page.keyboard.press("2");
    await news(page, "No tasks were changed. ENG-3: This task is archived");
    assert.equal(await statuses(page, "Planned"), 0);
    assert.deepEqual(await selected(page), ["Jar 4"]);
    await page.getByRole("region", { name: "Selected tasks" }).getByText("2 selected").waitFor();
    await page.getByRole("button", { name: "Deselect ENG-3" }).click();
    await page.getByRole("region", { name: "Selected tasks" }).getByText("1 selected").waitFor();
    assert.equal(await page.getByRole("status").innerText(), "");
    await select(page, "Jar 2", "Jar 1");
    await archive("ENG-1");
    await archive("ENG-2");
    await page.keyboard.press("s");
    await page.getByText("ENG-2, ENG-1: This task is archived").waitFor();
    await requireAccessible(page, "why some can't be changed", "#menu");
    await page.getByRole("link", { name: "Deselect these 2 and continue with ENG-4" }).click();
    await page.getByRole("combobox", { name: "Filter: Status of ENG-4" }).waitFor();
    assert.deepEqual(await selected(page), ["Jar 4"]);
    await page.getByRole("option", { name: "Planned" }).waitFor();
    await page.keyboard.press("2");
    await news(page, "Status of ENG-4 changed to Planned");
  },
);

browserTest(
  "selected tasks are added to favorites or followed at once, and Undo reverts only the newly added ones",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await jars(page, server.url);
    const favorites = () =>
      page.locator("#sidebar [data-favorite]").evaluateAll((all) =>
        all.map((one) => /ENG-\d/.exec(one.innerHTML)?.[0])
      );
    const press = async (name: string) => {
      await page.keyboard.press(".");
      await page.locator('#menu [role="combobox"]:focus').waitFor();
      await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
    };
    await row(page, "Jar 3").focus();
    await page.keyboard.press("Alt+f");
    await news(page, "ENG-3 added to favorites");
    await select(page, "Jar 4", "Jar 3", "Jar 2");
    await page.keyboard.press("Alt+f");
    await news(page, "2 tasks added to favorites");
    assert.deepEqual(await favorites(), ["ENG-4", "ENG-2", "ENG-3"]);
    assert.deepEqual(await selected(page), ["Jar 4", "Jar 3", "Jar 2"]);
    await page.keyboard.press("Alt+f");
    await news(page, "3 tasks removed from favorites");
    assert.deepEqual(await favorites(), []);
    await page.getByRole("button", { name: "Undo" }).click();
    await news(page, "3 tasks added to favorites");
    assert.deepEqual(await favorites(), ["ENG-4", "ENG-2", "ENG-3"]);

    await row(page, "Jar 4").focus();
    await press("Unfollow");
    await news(page, "Unfollowed 3 tasks");
    await press("Follow");
    await news(page, "Following 3 tasks");
    await press("Follow");
    await news(page, "No changes: you already follow these tasks");
    await press("Remove from favorites");
    await news(page, "3 tasks removed from favorites");
    assert.deepEqual(visit.complaints, []);
  },
);
