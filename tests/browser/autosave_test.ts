import assert from "node:assert/strict";
import { browserTest } from "../support/stage.ts";
import { begin, edit, field, leave, note, post, taskPage } from "../support/writing.ts";

browserTest(
  "a description saves automatically and says so, and Esc reverts it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await edit(page, "description");
    const text = field(page, "Description");
    await text.press("End");
    await page.keyboard.type(" Much.");
    await page.getByText("Saved", { exact: true }).waitFor();
    assert.equal(await text.inputValue(), "It squeaks. Much.");
    await page.getByRole("link", { name: "Discard changes" }).waitFor();
    await page.keyboard.type(" Oil it.");
    await page.getByText("Saved", { exact: true }).waitFor();
    const other = await visit.context.newPage();
    await other.goto("/workspace/tasks/ENG-1");
    await other.getByText("It squeaks. Much. Oil it.").waitFor();
    await other.close();
    await page.bringToFront();
    await leave(page);
    await page.getByText("It squeaks.", { exact: true }).waitFor();
    await page.reload();
    await page.getByText("It squeaks.", { exact: true }).waitFor();
    await edit(page, "description");
    assert.equal(await note(page).count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("Esc reports the discarded text, and Undo restores it", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await edit(page, "description");
  await field(page, "Description").fill("It squeaks loudly.");
  await page.getByText("Saved", { exact: true }).waitFor();
  await leave(page);
  await page.locator("#toasts").getByText("Changes discarded. You can undo this.")
    .waitFor();
  await page.getByText("It squeaks.", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("It squeaks loudly.").waitFor();
  await edit(page, "description");
  await field(page, "Description").press("Escape");
  await page.locator("#open-edit-description:focus").waitFor();
  assert.equal(await page.getByText("is discarded").count(), 0, "nothing was written");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "leaving a description saves it, and Save then saves later edits",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await edit(page, "description");
    await field(page, "Description").fill("It hangs.");
    await field(page, "Comment").focus();
    await page.getByText("Saved", { exact: true }).waitFor();
    await field(page, "Description").fill("It hangs well.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("It hangs well.").waitFor();
    assert.equal(await note(page).count(), 0);
  },
);

browserTest(
  "automatic saving doesn't overwrite a description that someone else changed",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.clock.install();
    await begin(page);
    await edit(page, "description");
    await post(page, { editing: "description", description: "Theirs", version: "1" });
    await field(page, "Description").fill("Mine");
    await page.clock.fastForward(10_000);
    await page.getByText(/changed the description.*while you were editing/).waitFor();
    assert.equal(await field(page, "Description").inputValue(), "Mine");
    await page.locator(".stale-text", { hasText: "Theirs" }).waitFor();
    const sent: string[] = [];
    page.on("request", (one) => one.url().endsWith(taskPage) && sent.push(one.method()));
    await field(page, "Description").fill("Mine again");
    await field(page, "Comment").focus();
    await page.clock.fastForward(60_000);
    // Once this request is answered, all earlier requests have been seen
    await page.evaluate("fetch('/health')");
    assert.deepEqual(sent.filter((method) => method === "POST"), []);
  },
);

browserTest("leaving a title saves it", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await edit(page, "title");
  await field(page, "Title").fill("Mend the fence");
  await field(page, "Comment").focus();
  await page.getByText("Saved", { exact: true }).waitFor();
  await page.reload();
  assert.equal(await field(page, "Title").inputValue(), "Mend the fence");
});
