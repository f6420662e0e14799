import assert from "node:assert/strict";
import { choose, compose, openTask, row, tells } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { colleagues } from "../../support/colleagues.ts";
import { listen, waitForAnnouncement } from "../../support/announcements.ts";
import { ask } from "../../support/remote_person.ts";
import { select, selected } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask, openTasks } from "../../support/example_tasks.ts";

browserTest(
  "Undo on another page leads back to the list and selects the changed tasks again",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Gate", "Fence", "Shed"], { priority: "low" });
    await row(page, "Shed").waitFor();
    await select(page, "Gate", "Shed");
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "Urgent" }).click();
    await page.getByText("Priority of 2 tasks changed to Urgent").waitFor();
    await openTask(page, "Fence");
    await page.keyboard.press("Control+z");
    await page.getByText("Undone: priority of 2 tasks (now Low)").waitFor();
    await page.waitForURL("**/workspace/tasks");
    assert.deepEqual((await selected(page)).toSorted(), ["Gate", "Shed"]);
    assert.equal(await page.getByRole("link", { name: "Priority: Low" }).count(), 3);
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: "Fence" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Undo stays on a list that shows the task, or otherwise opens a page that does, and focuses its row",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Gate", "Fence"], { priority: "low" });
    await openTask(page, "Gate");
    await choose(page, "Priority", "Urgent");
    await page.getByText("Priority of ENG-1 changed").waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Fence").waitFor();
    await page.locator(".row-title:focus", { hasText: "Gate" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("Undone: changes to ENG-1").waitFor();
    await page.waitForURL("**/workspace/tasks");
    assert.equal(await page.getByRole("link", { name: "Priority: Low" }).count(), 2);
    await page.locator(".row-title:focus", { hasText: "Gate" }).waitFor();
    await page.goto("/workspace/tasks?priority=low");
    await openTask(page, "Gate");
    await choose(page, "Priority", "Urgent");
    await page.getByText("Priority of ENG-1 changed").waitFor();
    await page.keyboard.press("Escape");
    await row(page, "Gate").waitFor({ state: "detached" });
    await row(page, "Fence").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("heading", { level: 1, name: "Gate" }).waitFor();
    await page.getByText("Undone: changes to ENG-1").waitFor();
    await tells(page, "Properties", "Low");
    await page.goBack();
    await row(page, "Gate").focus();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "High" }).click();
    await page.getByText("Priority of ENG-1 changed").waitFor();
    // A page that replaces the list's forward history
    await page.getByRole("link", { name: "Settings" }).or(
      page.getByRole("link", { name: "Inbox" }),
    ).first().click();
    await row(page, "Fence").waitFor({ state: "detached" });
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone: changes to ENG-1").waitFor();
    await row(page, "Gate").and(page.locator(":focus")).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "undoing two hundred changes skips the seven that a colleague changed, and names them",
  async (stage) => {
    await using people = await colleagues(stage);
    const { server } = stage;
    const { ada: { token, workspaceId, teamId }, grace: { page } } = people;
    const path = `/workspaces/${workspaceId}/tasks`;
    for (let n = 1; n <= 200; n++) {
      const body = { title: `Post ${n}`, teamId };
      assert.equal((await ask(server.url, `POST ${path}`, { token, body })).status, 201);
    }
    await page.goto("/workspace/tasks");
    await page.getByRole("link", { name: "Post 200", exact: true }).focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("button", { name: "Select up to 250" }).click();
    await page.getByRole("region", { name: "Selected tasks" }).getByText("200 selected").waitFor();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "Urgent" }).click();
    await page.getByText("Priority of 200 tasks changed to Urgent").waitFor();
    const { body: made } = await ask(server.url, `GET ${path}`, { token });
    for (const { id } of made.tasks.slice(0, 7)) {
      await ask(server.url, `PATCH ${path}/${id}`, { token, body: { priority: "medium" } });
    }
    await page.keyboard.press("Control+z");
    const news = page.getByRole("status").filter({
      hasText: "Undone: priority of 193 tasks (now No priority)",
    });
    await news.getByText(
      /Not undone: (ACM-\d+, ){4}ACM-\d+ and 2 more: Someone has since changed the priority/,
    )
      .waitFor();
    await news.getByText("Show all 7", { exact: true }).click();
    const told = await news.locator("details a").allTextContents();
    assert.deepEqual(
      told.toSorted(),
      made.tasks.slice(0, 7)
        .map(({ reference }: { reference: string }) => reference).toSorted(),
    );
    const { body } = await ask(server.url, `GET ${path}?limit=250`, { token });
    const counts = Map.groupBy(body.tasks as { priority: string }[], ({ priority }) => priority);
    assert.deepEqual([counts.get("none")?.length, counts.get("medium")?.length], [193, 7]);
  },
);

browserTest(
  "Ctrl+Z says only once that there is nothing to undo, and leaves the offered Redo",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    const none = "Nothing to undo";
    const news = page.locator("#toasts .toast");
    await page.goto("/workspace/tasks");
    const heard = await listen(page);
    for (let n = 0; n < 3; n++) await page.keyboard.press("Control+z");
    await news.getByText(none).waitFor();
    assert.equal(
      (await waitForAnnouncement(page, heard, none)).filter((one) => one === none).length,
      1,
    );
    assert.equal(await news.count(), 1);
    await compose(page, { title: "Mend the gate" });
    await page.locator(".row").waitFor();
    await page.keyboard.press("Control+z");
    await news.getByText("ENG-1 archived").waitFor();
    await heard();
    await page.keyboard.press("Control+z");
    await waitForAnnouncement(page, heard, none);
    await news.getByRole("button", { name: "Redo" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Ctrl+Z in an emptied field restores its text, and a double click on Undo undoes only one change",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    for (const priority of ["Low", "High"]) {
      await choose(page, "Priority", priority);
      await page.getByText(`Priority of ENG-1 changed to ${priority}`).waitFor();
    }
    const comment = page.getByRole("textbox", { name: "Comment", exact: true });
    await comment.pressSequentially("a");
    for (const key of ["Backspace", "Control+z"]) await page.keyboard.press(key);
    assert.equal(await comment.inputValue(), "a");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).dblclick();
    await page.getByText("Undone: changes to ENG-1").waitFor();
    await allAnswered(page);
    await tells(page, "Properties", "Low");
    assert.deepEqual(visit.complaints, []);
  },
);
