import assert from "node:assert/strict";
import { openTask } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, field, leave } from "../../support/writing.ts";
import { openFirstTask } from "../../support/example_tasks.ts";

browserTest(
  "Esc leaves the comment field and keeps its text, and keys act on the task again",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await page.goto("/workspace/tasks");
    await openTask(page, "Mend the gate");
    for (const text of ["", "Half a thought"]) {
      await field(page, "Comment").fill(text);
      await page.keyboard.press("Escape");
      await page.locator("#main:focus").waitFor();
    }
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await page.getByText("Priority of ENG-1 changed to High").waitFor();
    assert.equal(await field(page, "Comment").inputValue(), "Half a thought");
    await field(page, "Comment").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Mend the gate" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "clicking a title or an empty description starts editing",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await page.locator("#main h1").click();
    await page.locator("textarea[name=title]:focus").waitFor();
    await leave(page);
    await page.getByText("No description").click();
    await page.locator("#description-text:focus").waitFor();
    await leave(page);
    // Text selected for copying stays selected
    const title = page.locator("#main h1");
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('#main h1'))");
    await title.dispatchEvent("click");
    await allAnswered(page);
    assert.equal(await field(page, "Title").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a tap on a title doesn't start editing", async ({ enter }) => {
  await using visit = await enter({ touch: true, width: 390 });
  const { page } = visit;
  await begin(page);
  await page.locator("#main h1").tap();
  await allAnswered(page);
  assert.equal(await field(page, "Title").count(), 0);
});

browserTest("a title that is far too long shows a visible message", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await page.getByRole("link", { name: "Edit the title" }).click();
  await field(page, "Title").fill("Gate ".repeat(800));
  const said = page.getByText(/characters too many/);
  await said.waitFor();
  const bottom = await said.evaluate((place) => place.getBoundingClientRect().bottom);
  assert.ok(bottom < page.viewportSize()!.height, `it ends at ${bottom}`);
});
