import assert from "node:assert/strict";
import { choose, pill, row, tells } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field, leave, note, post, taskPage } from "../../support/writing.ts";

browserTest("an unfinished comment survives leaving the page in any way", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  const comment = field(page, "Comment");
  await comment.pressSequentially("Half a\nthought");
  assert.equal(await note(page).count(), 0, "what one is typing was never away");
  const ways: Record<string, () => Promise<unknown>> = {
    reload: () => page.reload(),
    async "a link and Back"() {
      await page.getByRole("link", { name: "Tasks", exact: true }).click();
      await row(page, "Mend the gate").waitFor();
      await page.goBack();
    },
    async Escape() {
      await page.locator("#main").focus();
      await page.keyboard.press("Escape");
      await row(page, "Mend the gate").click();
    },
    async "another tab"() {
      const other = await visit.context.newPage();
      await other.goto(taskPage);
      await note(other).waitFor();
      assert.equal(await field(other, "Comment").inputValue(), "Half a\nthought");
      await other.close();
    },
  };
  for (const [way, go] of Object.entries(ways)) {
    await go();
    await note(page).waitFor();
    assert.equal(await comment.inputValue(), "Half a\nthought", way);
  }
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.locator(".comment", { hasText: "thought" }).waitFor();
  assert.equal(await comment.inputValue(), "");
  assert.equal(await note(page).count(), 0);
  await page.reload();
  assert.equal(await comment.inputValue(), "", "what was sent doesn't come back");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "an open text keeps its edits when another field changes",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await edit(page, "description");
    const description = field(page, "Description");
    await description.fill("It squeaks in the rain.");
    await choose(page, "Priority", "Urgent");
    await tells(page, "Properties", "Urgent");
    assert.equal(await description.inputValue(), "It squeaks in the rain.");
    assert.equal(await note(page).count(), 0);
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".markdown", { hasText: "in the rain" }).waitFor();
    assert.equal(new URL(page.url()).search, "");
  },
);

browserTest(
  "an unfinished edit is restored, and can be discarded",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const [title, description] = [field(page, "Title"), field(page, "Description")];
    await edit(page, "title");
    await title.fill("Mend the garden gate");
    await edit(page, "description");
    await description.fill("It squeaks in the rain.");
    await leave(page);
    await edit(page, "title");
    assert.equal(await title.inputValue(), "Mend the garden gate");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Mend the garden gate" }).waitFor();

    await edit(page, "description");
    assert.equal(await description.inputValue(), "It squeaks in the rain.");
    await page.getByRole("button", { name: "Discard" }).click();
    assert.equal(await description.inputValue(), "It squeaks.");
    await page.getByText("Draft discarded").waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).and(page.locator("form button"))
      .first().click();
    assert.equal(await description.inputValue(), "It squeaks in the rain.");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.reload();
    assert.equal(await description.inputValue(), "It squeaks.");
    assert.equal(await note(page).count(), 0);
  },
);

browserTest("an unfinished edit of a changed text shows both versions", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await edit(page, "description");
  await field(page, "Description").fill("Mine");
  await leave(page);
  await post(page, { editing: "description", description: "Theirs", version: "1" });
  await page.reload();
  await edit(page, "description");
  assert.equal(await field(page, "Description").inputValue(), "Mine");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/while you were editing/).waitFor();
  assert.equal(await field(page, "Description").inputValue(), "Mine");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".markdown", { hasText: "Mine" }).waitFor();

  await edit(page, "description");
  await field(page, "Description").fill("Theirs too");
  await leave(page);
  await post(page, { editing: "description", description: "Theirs too", version: "3" });
  await page.reload();
  await edit(page, "description");
  assert.equal(await note(page).count(), 0, "it is what was saved");
});

browserTest(
  "the composer keeps its values and text until the task or draft is created",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const title = field(page, "Title");
    const status = pill(page, "Status");
    await page.keyboard.press("c");
    await title.fill("Mend the gate");
    await status.click();
    await page.getByRole("option", { name: "Planned" }).click();
    await status.getByText("Planned").waitFor();
    await page.reload();
    await note(page).waitFor();
    assert.equal(await title.inputValue(), "Mend the gate");
    await status.getByText("Planned").waitFor();
    for (const made of ["Escape", "Close", "Create task"]) {
      if (made === "Escape") await page.keyboard.press("Escape");
      else await page.getByRole("dialog").getByRole("button", { name: made }).click();
      await page.getByRole("status").getByText(/saved as a draft|created/).waitFor();
      await page.getByRole("button", { name: "Dismiss" }).click();
      await page.keyboard.press("c");
      await page.locator("form[data-composer] [name=title]:focus").waitFor();
      assert.equal(await title.inputValue(), "");
      assert.equal(await note(page).count(), 0);
      await title.fill("Mend the fence");
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "text typed while a comment is being sent stays in the field and on the device",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await intercept(page, "**/comments", async (route) => {
      await held;
      await route.continue();
    });
    await field(page, "Comment").fill("Oil it.");
    const sent = page.waitForRequest("**/comments");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await sent;
    await field(page, "Comment").fill("Oil it. Then paint it.");
    release();
    await page.locator(".comment", { hasText: "Oil it." }).waitFor();
    await allAnswered(page);
    assert.equal(await field(page, "Comment").inputValue(), "Oil it. Then paint it.");
    await page.reload();
    await note(page).waitFor();
    assert.equal(await field(page, "Comment").inputValue(), "Oil it. Then paint it.");
    assert.deepEqual(visit.complaints, []);
  },
);
