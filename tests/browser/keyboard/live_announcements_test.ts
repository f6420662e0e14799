import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { colleagues, listens } from "../../support/colleagues.ts";
import { listen, pausesBetween, waitForAnnouncement } from "../../support/announcements.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a screen reader announces a list's changes once in ten seconds, with up to three references",
  async (stage) => {
    await using people = await colleagues(stage);
    const { ada: { token, workspaceId, teamId }, grace: { page } } = people;
    const make = async (...titles: string[]) => {
      for (const title of titles) {
        const request = `POST /workspaces/${workspaceId}/tasks`;
        await ask(stage.server.url, request, { token, body: { title, teamId } });
        await row(page, title).waitFor();
      }
    };
    await page.clock.install();
    await page.goto("/workspace/tasks");
    const heard = await listen(page);
    await listens(page);
    await make("Oil the hinge", "Mend the gate");
    const said = await waitForAnnouncement(page, heard, /^List updated: ACM-1(, ACM-2)?$/);
    await make("Paint the gate", "Hang the gate", "Shut the gate", "Sand the gate");
    // The page's clock stops just before the ten seconds and just after, however slow the machine is
    const left = await page.evaluate<number>("9_500 - (Date.now() - heardAt.at(-1)[1])");
    if (left > 0) await page.clock.fastForward(left);
    await page.clock.fastForward(1_000);
    said.push(...await waitForAnnouncement(page, heard, /^List updated/));
    for (const one of said.filter((text) => text.startsWith("List updated"))) {
      assert.match(one, /^List updated(: ACM-\d(, ACM-\d){0,2})?$/);
    }
    const pauses = await pausesBetween(page, "List updated");
    assert.ok(pauses.length > 0 && pauses.every((one) => one > 9_900), `${pauses} ms`);
    await page.clock.fastForward(60_000);
    assert.deepEqual(await heard(), [], "nothing has changed since");
    assert.equal(await page.locator("#changed").getAttribute("role"), "status");
  },
);

browserTest(
  "a page's changes are announced at once, without the changes of the page before",
  async (stage) => {
    await using people = await colleagues(stage);
    const { ada: { token, workspaceId, teamId }, grace: { page } } = people;
    const path = `/workspaces/${workspaceId}/tasks`;
    const make = async (title: string) => {
      await ask(stage.server.url, `POST ${path}`, { token, body: { title, teamId } });
      await row(page, title).waitFor();
    };
    await page.clock.install();
    await page.goto("/workspace/tasks");
    const heard = await listen(page);
    await listens(page);
    await make("Oil the hinge");
    await waitForAnnouncement(page, heard, "List updated: ACM-1");
    await make("Mend the gate");
    await row(page, "Oil the hinge").click();
    await page.waitForURL("**/ACM-1");
    await listens(page);
    const body = { body: "It squeaks." };
    await ask(stage.server.url, `POST ${path}/ACM-1/comments`, { token, body });
    await page.locator(".comment").getByText("squeaks").waitFor();
    const shownAt = await page.evaluate<number>("Date.now()");
    const said = await waitForAnnouncement(page, heard, /updated/);
    assert.equal(said.at(-1), "Page updated: ada commented");
    const waited = await page.evaluate<number>(`heardAt.at(-1)[1] - ${shownAt}`);
    assert.ok(waited < 5_000, `announced ${waited} ms after the comment was shown`);
  },
);

browserTest(
  "on a task's page, a screen reader announces who changed what, and who commented",
  async (stage) => {
    await using people = await colleagues(stage);
    const { ada: { token, workspaceId, teamId }, grace: { page } } = people;
    const path = `/workspaces/${workspaceId}/tasks`;
    const asked = (request: string, body: object) =>
      ask(stage.server.url, request, { token, body });
    await asked(`POST ${path}`, { title: "Oil the hinge", teamId });
    await page.clock.install();
    await page.goto("/workspace/tasks/ACM-1");
    const heard = await listen(page);
    await listens(page);
    await asked(`PATCH ${path}/ACM-1`, { priority: "high" });
    await page.getByRole("link", { name: "High" }).waitFor();
    await waitForAnnouncement(page, heard, /^Page updated: ada changed the priority .*High$/);
    await asked(`POST ${path}/ACM-1/comments`, { body: "It **squeaks**." });
    await page.locator(".comment").getByText("squeaks").waitFor();
    await page.clock.fastForward(10_000);
    await waitForAnnouncement(page, heard, /^Page updated: ada commented$/);
  },
);
