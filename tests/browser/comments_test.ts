import type { Page } from "../packages/playwright.ts";
import assert from "node:assert/strict";
import { choose, mark, tells } from "../support/browser_walk.ts";
import { correct, deleteComment, newComment, say } from "../support/commenting.ts";
import {
  createTasks,
  numberedNames,
  openFirstTask,
  openTasks,
  postComments,
} from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";

/** Posts, edits, and deletes a comment on a task. */
async function saySomething(page: Page) {
  await openFirstTask(page, { title: "Mend the gate" });
  await say(page, "The hinge is **gone**.");
  await page.locator(".comment strong", { hasText: "gone" }).waitFor();
  assert.equal(await newComment(page).inputValue(), "");

  await correct(page, "The hinge is *bent*.");
  await page.locator(".comment em", { hasText: "bent" }).waitFor();

  await deleteComment(page);
  await tells(page, "Activity", "deleted a comment by");
  assert.equal(await page.locator(".comment").count(), 0);
}

browserTest(
  "a person can post a comment on a task, and then edit and delete it",
  async ({ enter }) => {
    await using visit = await enter();
    await saySomething(visit.page);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an unfinished comment survives a change of the task's properties",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    const field = newComment(page);
    await field.fill("Half a thought");
    await choose(page, "Priority", "Urgent");
    await tells(page, "Activity", "changed the priority from");
    assert.equal(await field.inputValue(), "Half a thought");
  },
);

/** Opens a task with more comments than its page shows at first. */
async function discuss(page: Page, origin: string) {
  await createTasks(page, origin, ["Mend the gate"]);
  await postComments(page, origin, "ENG-1", numberedNames("Word", 105));
  await page.goto("/workspace/tasks/ENG-1");
  await comment(page, "Word 6").waitFor();
  assert.equal(await page.locator(".comment").count(), 100);
}

const comment = (page: Page, text: string) => page.getByText(text, { exact: true });
const earlier = (page: Page) => page.getByRole("link", { name: "Show earlier comments" });

browserTest(
  "one key press shows earlier comments in place, and the URL includes them",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await discuss(page, server.url);
    const notReloaded = await mark(page);
    const field = newComment(page);
    await field.fill("Half a thought");
    await earlier(page).focus();
    await page.keyboard.press("Enter");
    await comment(page, "Word 1").waitFor();
    assert.equal(await page.locator(".comment").count(), 105);
    assert.match(page.url(), /\/ENG-1\?comments=200$/);
    assert.equal(await earlier(page).count(), 0);
    assert.equal(await field.inputValue(), "Half a thought");

    await choose(page, "Priority", "Urgent");
    await tells(page, "Activity", "changed the priority from");
    assert.equal(await page.locator(".comment").count(), 105);
    await notReloaded();
    await page.reload();
    assert.equal(await page.locator(".comment").count(), 105);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a comment on a task that was archived in another tab can still be copied",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await newComment(page).fill("Half a\nthought");
    const answer = await page.request.post("/workspace/tasks/ENG-1", {
      form: { act: "archive" },
      headers: { origin: new URL(page.url()).origin },
    });
    assert.ok(answer.ok());
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByRole("heading", { name: "Your text wasn't saved" }).waitFor();
    const kept = newComment(page);
    assert.equal(await kept.inputValue(), "Half a\nthought");
    assert.equal(await kept.isEditable(), false);
    await page.getByRole("alert").getByText("archived").waitFor();
    await page.getByRole("link", { name: "Go back to the page" }).click();
    await page.getByRole("button", { name: "Restore" }).waitFor();
  },
);

browserTest(
  "a comment that is too long keeps its whole text and shows the number of excess characters",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    const field = newComment(page);
    await field.fill(`${"word ".repeat(4_000)}three`);
    await page.getByRole("status").getByText("5 characters too many").waitFor();
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    assert.equal((await field.inputValue()).length, 20_005);
    await field.fill("word ".repeat(3_999));
    await page.getByText("5 characters left").waitFor();
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".comment").waitFor();
  },
);

browserTest(
  "the rest of a long description appears in place, and Back returns to the list",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const description = numberedNames("- The gate hangs crooked. Day", 900).join("\n");
    await openTasks(page, ["Mend the gate"], { description });
    await page.getByRole("link", { name: "Mend the gate", exact: true }).click();
    const link = page.getByRole("link", { name: "Show all", exact: true });
    await link.focus();
    const scrolled = await page.evaluate<number>("scrollY");
    assert.ok(scrolled > 1000, `${scrolled}`);
    await page.keyboard.press("Enter");
    await page.getByText("Day 900", { exact: false }).waitFor();
    await page.locator(".markdown:focus").waitFor();
    assert.equal(await page.evaluate("scrollY"), scrolled);
    await page.goBack();
    await page.waitForURL("**/workspace/tasks");
  },
);
