import assert from "node:assert/strict";
import { choose, compose, openTask, tells } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { colleagues } from "../support/colleagues.ts";
import { ask } from "../support/remote_person.ts";
import { browserTest } from "../support/stage.ts";
import { openFirstTask, openTasks } from "../support/example_tasks.ts";

browserTest(
  "a key and the Undo button revert a property that was changed in the list",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    const priority = page.getByRole("main").getByRole("link", { name: /^Priority: / });
    const news = page.getByRole("status");
    for (const undo of ["key", "button"]) {
      await priority.click();
      await page.getByRole("option", { name: "Urgent" }).click();
      await news.getByText("Priority of ENG-1 changed").waitFor();
      assert.equal(await priority.getAttribute("aria-label"), "Priority: Urgent");
      if (undo === "key") await page.keyboard.press("Control+z");
      else await news.getByRole("button", { name: "Undo" }).click();
      await news.getByText("Undone: changes to ENG-1").waitFor();
      assert.equal(await priority.getAttribute("aria-label"), "Priority: No priority");
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a message stays while its Undo has the focus", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await page.clock.install();
  await compose(page, { title: "Mend the gate" });
  const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
  await undo.waitFor();
  await undo.focus();
  await undo.hover();
  await page.mouse.move(0, 0);
  await page.clock.runFor(25_000);
  assert.equal(await undo.count(), 1);
  await undo.blur();
  await page.clock.runFor(25_000);
  assert.equal(await undo.count(), 0);
});

browserTest(
  "timeline entries can be undone later, by keyboard and without JavaScript",
  async ({ enter }) => {
    for (const javaScript of [true, false]) {
      await using visit = await enter({ javaScript }, `ada${Number(javaScript)}@example.com`);
      const { page } = visit;
      await openFirstTask(page, { title: "Mend the gate", priority: "low" });
      const activity = page.getByRole("region", { name: "Activity" });
      if (javaScript) {
        await choose(page, "Priority", "Urgent");
      } else {
        await page.getByRole("link", { name: /^Priority/ }).click();
        await page.getByRole("option", { name: "Urgent" }).or(
          page.getByRole("button", { name: "Urgent" }),
        ).first().click();
      }
      await tells(page, "Properties", "Urgent");
      const entry = activity.getByRole("listitem").filter({ hasText: "Urgent" }).first();
      await entry.waitFor();
      await page.reload();
      const words = "changed the priority";
      const undo = entry.getByRole("button", { name: `Undo: ${words}`, exact: true });
      await undo.focus();
      await page.keyboard.press("Enter");
      await page.getByText("Undone: changes to ENG-1").waitFor();
      const properties = page.getByRole("complementary", { name: "Properties" });
      await properties.getByText("Low", { exact: true }).waitFor();
      const undone = activity.locator(".event-run", { hasText: words });
      await undone.getByText("undone").first().waitFor();
      const entries = await activity.locator(".timeline > li").count();
      assert.equal(entries, 2, "the creation, and the change with its undo");
      const redo = undone.getByRole("button", { name: `Redo: ${words}` });
      if (javaScript) await page.locator(".event-undo button:focus", { hasText: "Redo" }).waitFor();
      else await redo.focus();
      await page.keyboard.press("Enter");
      await properties.getByText("Urgent", { exact: true }).waitFor();
      await undo.waitFor();
      await undone.locator("summary").click();
      await undone.getByText("with Redo").waitFor();
      if (javaScript) await requireAccessible(page, "an undone change, and what that did");
      assert.deepEqual(visit.complaints, []);
    }
  },
);

browserTest("consecutive small changes are undone together", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await openFirstTask(page, { title: "Mend the gate", priority: "low" });
  for (const priority of ["High", "Medium", "Urgent"]) {
    await choose(page, "Priority", priority);
    // The page shows the change before the server has made it
    await page.getByText(`Priority of ENG-1 changed to ${priority}`).waitFor();
  }
  const run = page.locator(".event-run");
  await run.locator("summary").waitFor();
  await run.locator(":scope > .event-undo button").click();
  await page.getByText("Undone: changes to ENG-1").waitFor();
  await tells(page, "Properties", "Low");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "Undo keeps a colleague's later change and says so",
  async (stage) => {
    await using people = await colleagues(stage);
    const { server } = stage;
    const { ada, grace: { page } } = people;
    await compose(page, { title: "Mend the gate", priority: "low" });
    await openTask(page, "Mend the gate");
    await choose(page, "Priority", "Urgent");
    await page.getByText(/^Priority of .* changed/).waitFor();
    const reference = new URL(page.url()).pathname.split("/").at(-1);
    const request = `PATCH /workspaces/${ada.workspaceId}/tasks/${reference}`;
    await ask(server.url, request, { token: ada.token, body: { priority: "medium" } });
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Nothing was undone. Someone has since changed the priority.")
      .waitFor();
    await tells(page, "Properties", "Medium");
  },
);
