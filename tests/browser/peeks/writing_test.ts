import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { isClosedOn, isOn, peek, peekAt } from "../../support/peeking.ts";
import { createTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";
import { field, note, post } from "../../support/writing.ts";

/** Creates two tasks, the first one with a description. */
async function stock(page: Page, origin: string) {
  await createTasks(page, origin, ["Ash", "Birch"]);
  await createTasks(page, origin, ["Cedar"], { description: "It *grows*.\n\n- [ ] water" });
  await page.goto("/workspace/tasks");
}

const rowTitles = (page: Page) => page.locator("#main .row-title").allTextContents();

browserTest(
  "a title and a description are edited in the panel, as on the task's page",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const address = page.url();
    const panel = await peek(page, "Cedar");
    await panel.getByRole("link", { name: "Edit the title" }).click();
    await field(page, "Title").and(page.locator(":focus")).waitFor();
    assert.equal(page.url(), address);
    await field(page, "Title").fill("Cedar of Lebanon");
    await page.keyboard.press("Enter");
    const renamed = peekAt(page, "Cedar of Lebanon");
    await renamed.waitFor();
    await row(page, "Cedar of Lebanon").waitFor();
    await page.locator("#open-edit-title:focus").waitFor();
    await renamed.getByRole("link", { name: "Edit the description" }).click();
    await field(page, "Description").waitFor();
    await field(page, "Description").fill("It grows slowly.");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.keyboard.press("Control+Enter");
    await renamed.getByText("It grows slowly.").waitFor();
    await page.locator("#open-edit-description:focus").waitFor();
    await renamed.getByRole("link", { name: "Edit the description" }).click();
    await field(page, "Description").fill("Nonsense");
    await page.keyboard.press("Escape");
    await renamed.getByText("It grows slowly.").waitFor();
    assert.equal(page.url(), address);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Cedar of Lebanon");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a title that is saved on leaving the field immediately appears in the row",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const panel = await peek(page, "Birch");
    await panel.getByRole("link", { name: "Edit the title" }).click();
    await field(page, "Title").fill("Silver birch");
    await field(page, "Comment").focus();
    await row(page, "Silver birch").waitFor();
    await field(page, "Title").waitFor();
    await field(page, "Comment").and(page.locator(":focus")).waitFor();
    assert.deepEqual(await rowTitles(page), ["Cedar", "Silver birch", "Ash"]);
  },
);

browserTest(
  "a comment can be posted in the panel, and unsent text is kept only for its own task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const panel = await peek(page, "Birch");
    await field(page, "Comment").fill("Not **yet**");
    await page.keyboard.press("Control+Enter");
    await panel.locator(".comment strong", { hasText: "yet" }).waitFor();
    await field(page, "Comment").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Space and j are words here");
    assert.equal(await field(page, "Comment").inputValue(), "Space and j are words here");
    await page.keyboard.press("Escape");
    await page.locator("#peek:focus").waitFor();
    await page.keyboard.press("j");
    await isOn(page, "Ash");
    assert.equal(await field(page, "Comment").inputValue(), "");
    assert.equal(await note(page).count(), 0);
    await page.keyboard.press("k");
    await isOn(page, "Birch");
    await note(page).waitFor();
    assert.equal(await field(page, "Comment").inputValue(), "Space and j are words here");
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Birch");
    await page.keyboard.press("Enter");
    await note(page).waitFor();
    assert.equal(await field(page, "Comment").inputValue(), "Space and j are words here");
  },
);

browserTest("checkboxes are checked in the panel", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await stock(page, server.url);
  const panel = await peek(page, "Cedar");
  const told = page.waitForResponse((answer) =>
    answer.request().postData()?.includes("box=") ?? false
  );
  await panel.getByRole("checkbox", { name: "water" }).click();
  assert.equal((await told).status(), 200);
  await panel.getByRole("checkbox", { name: "water", checked: true }).waitFor();
  await page.reload();
  await peek(page, "Cedar");
  await panel.getByRole("checkbox", { name: "water", checked: true }).waitFor();
});

browserTest(
  "a text that someone else changed meanwhile appears beside the edited text in the panel",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const panel = await peek(page, "Cedar");
    await panel.getByRole("link", { name: "Edit the description" }).click();
    await field(page, "Description").waitFor();
    const theirs = { editing: "description", description: "Theirs", version: "1" };
    await post(page, theirs, "/workspace/tasks/ENG-3");
    await field(page, "Description").fill("Mine");
    await panel.getByRole("button", { name: "Save" }).click();
    await panel.getByText(/changed the description.*while you were editing/).waitFor();
    assert.equal(await field(page, "Description").inputValue(), "Mine");
    await panel.locator(".stale-text", { hasText: "Theirs" }).waitFor({ state: "attached" });
    assert.deepEqual(await rowTitles(page), ["Cedar", "Birch", "Ash"], "the list stays");
    await panel.getByRole("button", { name: "Save" }).click();
    await panel.locator("#task-description", { hasText: "Mine" }).waitFor();
  },
);

browserTest(
  "a text being edited in the panel stays open and unchanged while another field changes",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const panel = await peek(page, "Cedar");
    await panel.getByRole("link", { name: "Edit the description" }).click();
    await field(page, "Description").fill("It grows tall");
    await panel.locator("#value-priority").click();
    await page.getByRole("option", { name: "High" }).click();
    await panel.locator("#value-priority", { hasText: "High" }).waitFor();
    assert.equal(await field(page, "Description").inputValue(), "It grows tall");
    await page.locator("#main .row", { hasText: "Cedar" })
      .getByRole("link", { name: "Priority: High" }).waitFor();
  },
);

browserTest(
  "sub-tasks, links, and approval requests can be added in the panel and from its menu",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stock(page, server.url);
    const address = page.url();
    const panel = await peek(page, "Birch");
    await page.keyboard.press(".");
    await page.getByRole("option", { name: "Sub-task", exact: true }).waitFor();
    assert.equal(await page.getByRole("option", { name: "Peek" }).count(), 0);
    await page.keyboard.type("sub-t");
    await page.keyboard.press("Enter");
    await field(page, "New sub-task").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Leaf");
    await page.keyboard.press("Enter");
    await panel.locator(".sub-tasks").getByRole("link", { name: "Leaf", exact: true }).waitFor();
    await field(page, "New sub-task").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#add-sub-task:focus").waitFor();
    await panel.getByRole("link", { name: "Link", exact: true }).click();
    await page.getByPlaceholder("https://").fill("https://example.com/birch");
    await page.keyboard.press("Enter");
    await panel.locator('a[href="https://example.com/birch"]').waitFor();
    assert.equal(page.url(), address);
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('[id]')].map(({ id }) => id)",
    );
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], "no id stands twice");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "links copied from the panel lead to the task's page, and the list's URL stays the same",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await stock(page, server.url);
    const address = page.url();
    const panel = await peek(page, "Birch");
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await page.keyboard.press("Control+.");
    await page.getByRole("status").getByText("ENG-2 copied").waitFor();
    assert.equal(await copied(), "ENG-2");
    await field(page, "Comment").fill("Well");
    await page.keyboard.press("Control+Enter");
    await panel.locator(".comment").hover();
    await panel.getByRole("link", { name: /^Copy link to/ }).click();
    await page.getByRole("status").getByText("Comment link copied").waitFor();
    assert.match(await copied(), /\/workspace\/tasks\/ENG-2\?to=(com_\w+)#\1$/);
    assert.equal(page.url(), address);
    await panel.getByRole("link", { name: /^Quote / }).click();
    await field(page, "Comment").and(page.locator(":focus")).waitFor();
    assert.match(await field(page, "Comment").inputValue(), /^> Well/);
    await page.locator("#peek").focus();
    await page.keyboard.press("Control+Shift+.");
    await page.getByRole("status").getByText("eng-2-birch copied").waitFor();
  },
);
