import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask } from "../../support/browser_walk.ts";
import { allAnswered, requireAccessible } from "../../support/chromium.ts";
import { colleagues } from "../../support/colleagues.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask, openTasks } from "../../support/example_tasks.ts";

const list = "- [ ] oil the hinges\n- [x] paint\n- [ ] hang";

async function openList(page: Page) {
  await openFirstTask(page, { title: "Mend the gate", description: list });
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const ticked = (page: Page, name: string) =>
  page.getByRole("checkbox", { name, checked: true }).waitFor();
const unticked = (page: Page, name: string) =>
  page.getByRole("checkbox", { name, checked: false }).waitFor();

browserTest(
  "a description's checkboxes are checked in place by keyboard and keep the focus",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openList(page);
    await box(page, "oil the hinges").focus();
    await page.keyboard.press("Space");
    await ticked(page, "oil the hinges");
    await page.getByRole("region", { name: "Activity" }).getByText("changed the description")
      .first().waitFor({ state: "attached" });
    assert.equal(
      await page.evaluate<string>("document.activeElement.ariaLabel"),
      "oil the hinges",
    );
    await page.keyboard.press("Space");
    await unticked(page, "oil the hinges");
    await box(page, "paint").click();
    await box(page, "hang").click();
    await unticked(page, "paint");
    await ticked(page, "hang");
    await allAnswered(page);
    await page.reload();
    await unticked(page, "oil the hinges");
    await unticked(page, "paint");
    await ticked(page, "hang");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a checkbox returns to its earlier state if its change doesn't reach the server",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openList(page);
    await intercept(page, "**/workspace/tasks/**", (route) => route.abort());
    await box(page, "oil the hinges").click();
    await page.locator("#toasts").getByText("Can't reach the server").waitFor();
    await unticked(page, "oil the hinges");
  },
);

browserTest(
  "two people who check different checkboxes at the same time both succeed",
  async ({ enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await openList(page);
    await allAnswered(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await unticked(other, "hang");
    await Promise.all([box(page, "oil the hinges").click(), box(other, "hang").click()]);
    for (const tab of [page, other]) {
      await ticked(tab, "hang");
      await ticked(tab, "oil the hinges");
    }
  },
);

browserTest(
  "authors can check checkboxes in their comments, and get a message if the checkbox no longer exists",
  async ({ enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await openList(page);
    // Live events don't remove the list in either tab before it is checked
    await context.route("**/workspace/live", (route) => route.abort());
    await page.reload();
    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("- [ ] buy screws");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await box(page, "buy screws").click();
    await page.locator(".comment").getByText("edited").waitFor();
    await ticked(page, "buy screws");
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole("link", { name: "Edit the description" }).click();
    await other.getByRole("textbox", { name: "Description" }).fill("Nothing more");
    await other.getByRole("button", { name: "Save" }).click();
    await other.getByText("Nothing more").waitFor();
    await box(page, "hang").click();
    await page.getByRole("status").getByText("No checkbox matches this text").waitFor();
  },
);

browserTest(
  "checkboxes in other people's comments look disabled and say that they can't be checked",
  async (stage) => {
    const people = await colleagues(stage);
    await using _people = people;
    const [grace, heinz] = [people.grace.page, people.heinz.page];
    await openTasks(grace, ["Mend the gate"], { description: list });
    await openTask(grace, "Mend the gate");
    await heinz.goto(grace.url());
    await heinz.getByRole("textbox", { name: "Comment", exact: true })
      .fill("- [ ] buy screws\n- [x] buy oil");
    await heinz.getByRole("button", { name: "Comment", exact: true }).click();
    const look = (page: Page, name: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('.checklist-box[aria-label="${name}"]')).borderStyle`,
      );
    await ticked(grace, "buy oil");
    for (const name of ["buy screws", "buy oil"]) {
      assert.equal(await box(grace, name).getAttribute("aria-disabled"), "true");
      assert.equal(await box(grace, name).isDisabled(), true);
      assert.equal(await box(heinz, name).isEnabled(), true);
      assert.notEqual(await look(grace, name), await look(heinz, name));
    }
    await requireAccessible(grace, "boxes that can't be ticked");
    await box(heinz, "buy screws").click();
    await ticked(grace, "buy screws");
  },
);

browserTest(
  "a checkbox is beside its text in a right-to-left list",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const description = "- [ ] שמן את הצירים\n- [ ] paint";
    await openFirstTask(page, { title: "Mend the gate", description });
    const places = await page.evaluate<unknown>(
      `[...document.querySelectorAll(".checklist-item")].map((item) => {
    const box = item.querySelector(".checklist-box").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(item.lastChild);
    const words = range.getBoundingClientRect();
    const apart = words.right <= box.left || box.right <= words.left;
    return { apart, right: box.left > words.left };
  })`,
    );
    assert.deepEqual(places, [{ apart: true, right: true }, { apart: true, right: false }]);
  },
);
