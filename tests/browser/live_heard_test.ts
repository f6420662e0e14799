import assert from "node:assert/strict";
import { row } from "../support/browser_walk.ts";
import { colleagues, listens } from "../support/colleagues.ts";
import { hears, listen } from "../support/hearing.ts";
import { ask } from "../support/remote_person.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "that others changed a list is heard with up to three tasks, once for many changes, and once more for those after it",
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
    const begun = await page.evaluate<number>("Date.now()");
    await make("Oil the hinge", "Mend the gate");
    const said = await hears(page, heard, /^List updated: ACM-1(, ACM-2)?$/);
    await make("Paint the gate", "Hang the gate", "Shut the gate");
    said.push(...await heard());
    const passed = await page.evaluate<number>("Date.now()") - begun;
    const often = said.filter((one) => one.startsWith("List updated")).length;
    assert.ok(often <= 1 + passed / 10_000, `it was heard ${often} times in ${passed} ms`);
    await make("Sand the gate");
    await page.clock.fastForward(10_000);
    await hears(page, heard, "List updated");
    await page.clock.fastForward(60_000);
    assert.deepEqual(await heard(), [], "there is nothing more to say");
    assert.equal(await page.locator("#changed").getAttribute("role"), "status");
  },
);

browserTest(
  "of a task's page it is heard who did what, and that somebody commented",
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
    await hears(page, heard, /^Page updated: ada changed the priority .*High$/);
    await asked(`POST ${path}/ACM-1/comments`, { body: "It **squeaks**." });
    await page.locator(".comment").getByText("squeaks").waitFor();
    await page.clock.fastForward(10_000);
    await hears(page, heard, /^Page updated: ada commented$/);
  },
);
