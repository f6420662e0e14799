import assert from "node:assert/strict";
import { choose, row, tells } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { intercept } from "../../support/interception.ts";
import { looksOf } from "../../support/open_pages.ts";
import { ask, type RemotePerson } from "../../support/remote_person.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { edit, field } from "../../support/writing.ts";

/** Sends requests over REST as a person. */
const over = ({ server }: Stage, { token, workspaceId }: RemotePerson) =>
(
  request: string,
  body?: unknown,
) => {
  const [method, path] = request.split(" ");
  return ask(server.url, `${method} /workspaces/${workspaceId}/${path}`, { token, body });
};

/** Two people, and a task of theirs. */
async function withTask(stage: Stage) {
  const people = await colleagues(stage);
  const send = over(stage, people.ada);
  const made = { title: "Mend the gate", teamId: people.ada.teamId, description: "It hangs." };
  const { body } = await send("POST tasks", made);
  const { id } = body.task as { id: string };
  return { people, send, id, page: people.grace.page };
}

browserTest(
  "Back works during a live update, whose response is then ignored",
  async (stage) => {
    const { people, send, id, page } = await withTask(stage);
    await using _ = people;
    await page.goto("/workspace/tasks");
    await listens(page);
    await row(page, "Mend the gate").click();
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: open, resolve: answer } = Promise.withResolvers<void>();
    await intercept(page, `**/workspace/tasks/*`, async (route) => {
      const { "backlog-live": live } = route.request().headers();
      if (live && route.request().method() === "GET") {
        ask();
        await open;
      }
      await route.continue().catch(() => {});
    });
    await send(`PATCH tasks/${id}`, { title: "Paint the gate" });
    await asked;
    await page.goBack();
    await row(page, "Paint the gate").waitFor();
    const late = page.waitForEvent(
      "requestfinished",
      (one) => one.url().includes("/tasks/") && "backlog-live" in one.headers(),
    );
    answer();
    await late;
    await allAnswered(page);
    assert.equal(await page.locator("#main[data-list]").count(), 1);
    assert.equal(await page.getByRole("heading", { level: 1, name: "Paint the gate" }).count(), 0);
    assert.equal(new URL(page.url()).pathname, "/workspace/tasks");
    assert.deepEqual(people.grace.complaints, []);
  },
);

browserTest(
  "a live update takes no focus and doesn't overwrite typed or rejected text",
  async (stage) => {
    const { people, send, id, page } = await withTask(stage);
    await using _ = people;
    const typed = async (text: string) => {
      await page.locator(".rail", { hasText: text }).waitFor();
      assert.ok(await field(page, "Comment").evaluate((one) => one.matches(":focus")), text);
    };
    await page.goto(`/workspace/tasks/${id}`);
    await listens(page);
    await edit(page, "title");
    // A refused save keeps the typed text, which isn't stored as saved
    await field(page, "Title").fill("Mend\u0007 it");
    await field(page, "Title").press("Enter");
    await page.getByText("Remove the control character").first().waitFor();
    await field(page, "Comment").focus();
    await page.keyboard.type("I have");
    await send(`PATCH tasks/${id}`, { title: "Paint the gate", priority: "urgent" });
    await typed("Urgent");
    await page.keyboard.type(" a spanner");
    assert.equal(await field(page, "Comment").inputValue(), "I have a spanner");
    assert.equal(await field(page, "Title").inputValue(), "Mend\u0007 it");
    await field(page, "Title").fill("Mend it");
    await field(page, "Title").press("Enter");
    // A newer version by another person isn't overwritten without notice
    await page.getByRole("region", { name: "Current version" }).getByText("Paint the gate")
      .waitFor();
    const { body } = await send(`GET tasks/${id}`);
    assert.equal(body.task.title, "Paint the gate");
  },
);

browserTest(
  "a person's own change updates their other tabs, but not the tab in which it was made",
  async (stage) => {
    const { people, send, id, page } = await withTask(stage);
    await using _ = people;
    const tab = await people.grace.context.newPage();
    for (const one of [tab, page]) {
      await one.goto(`/workspace/tasks/${id}`);
      await listens(one);
    }
    const looks = looksOf(page);
    for (const priority of ["Urgent", "High", "Medium", "Low"]) {
      await choose(page, "Priority", priority);
      await tells(tab, "Properties", priority);
    }
    await send(`PATCH tasks/${id}`, { title: "Paint the gate" });
    await page.getByRole("heading", { level: 1, name: "Paint the gate" }).waitFor();
    // On a busy machine, the page can reload again if events arrived separately, but not for each of its own acts
    assert.ok(looks() <= 2, `it looked ${looks()} times for one change of somebody else`);
  },
);
