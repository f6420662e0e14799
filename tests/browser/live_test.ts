import assert from "node:assert/strict";
import { row } from "../support/browser_walk.ts";
import { colleagues, listens, overRest } from "../support/colleagues.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "other people's changes appear in an open list, on a board, and on a task's page",
  async (stage) => {
    await using people = await colleagues(stage);
    const { make, inside } = overRest(stage, people.ada);
    const { page } = people.grace;
    const gate = await make("Mend the gate");
    await page.goto("/workspace/tasks");
    await listens(page);
    await make("Oil the hinge");
    await row(page, "Oil the hinge").waitFor();
    await inside(`PATCH tasks/${gate.id}`, { title: "Mend the garden gate" });
    await row(page, "Mend the garden gate").waitFor();

    await page.goto("/workspace/tasks?layout=board");
    await listens(page);
    await inside(`PATCH tasks/${gate.id}`, { status: "progressed" });
    await page.locator('[data-column="progressed"], .column').getByText("Mend the garden gate")
      .first().waitFor();

    const other = people.heinz.page;
    await other.goto(`/workspace/tasks/${gate.id}`);
    await listens(other);
    await inside(`PATCH tasks/${gate.id}`, { title: "Paint the gate", priority: "urgent" });
    await other.getByRole("heading", { level: 1, name: "Paint the gate" }).waitFor();
    await inside(`POST tasks/${gate.id}/comments`, { body: "It is green now." });
    await other.getByText("It is green now.").waitFor();
    assert.deepEqual([...people.grace.complaints, ...people.heinz.complaints], []);
  },
);

browserTest(
  "typed text stays while others change the same task, and the rest of the page updates",
  async (stage) => {
    await using people = await colleagues(stage);
    const { make, inside } = overRest(stage, people.ada);
    const { page } = people.grace;
    const gate = await make("Mend the gate", { description: "It hangs." });
    await page.goto(`/workspace/tasks/${gate.id}?edit=description`);
    await listens(page);
    const text = page.getByRole("textbox", { name: "Description" });
    await text.press("End");
    await text.pressSequentially(" It squeaks");
    await inside(`PATCH tasks/${gate.id}`, { title: "Mend the garden gate", priority: "high" });
    await page.getByRole("heading", { level: 1, name: "Mend the garden gate" }).waitFor();
    await text.pressSequentially(" too.");
    assert.equal(await text.inputValue(), "It hangs. It squeaks too.");
    await inside(`PATCH tasks/${gate.id}`, { description: "It hangs askew." });
    await inside(`POST tasks/${gate.id}/comments`, { body: "I looked at it." });
    await page.getByText("I looked at it.").waitFor();
    assert.equal(await text.inputValue(), "It hangs. It squeaks too.", "nobody writes over it");

    await page.goto(`/workspace/tasks/${gate.id}`);
    await listens(page);
    const comment = page.getByRole("textbox", { name: "Comment" });
    await comment.pressSequentially("I have a ");
    await inside(`PATCH tasks/${gate.id}`, { title: "Hang the gate" });
    await page.getByRole("heading", { level: 1, name: "Hang the gate" }).waitFor();
    await comment.pressSequentially("spanner");
    assert.equal(await comment.inputValue(), "I have a spanner");
    assert.ok(await comment.evaluate((field) => field.matches(":focus")));
  },
);
