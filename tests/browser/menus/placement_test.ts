import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { choose, compose, signIn, tells } from "../../support/browser_walk.ts";
import { ask, signUpRemotely } from "../../support/remote_person.ts";
import type { Visited } from "../../support/house_server.ts";
import { browserTest } from "../../support/stage.ts";

/** Acme with a project that has a milestone, and a second team. */
async function populate(server: Visited) {
  const { token, workspaceId, teamId } = await signUpRemotely(server, "ada@example.com");
  const make = async (path: string, body: Record<string, unknown>) => {
    const made = await ask(server.url, `POST /workspaces/${workspaceId}/${path}`, { token, body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
  };
  await make("projects", { name: "Gatehouse", key: "GAT" });
  await make("projects/GAT/milestones", { name: "Foundations" });
  await make("teams", { name: "Support", key: "SUP" });
  return teamId;
}

/** Moves a new task into the project, its milestone, and the other team, by the menus on its page. */
async function place(page: Page, teamId: string, title: string) {
  await page.goto(`/workspace/tasks?teamId=${teamId}`);
  await compose(page, { title });
  await page.getByRole("link", { name: title }).click();
  await choose(page, "Project", "Gatehouse");
  await tells(page, "Activity", "moved the task to the project");
  await choose(page, "Milestone", "Foundations");
  await tells(page, "Activity", "moved the task to the milestone");
  const before = page.url();
  await choose(page, "Team", "Support");
  await page.waitForURL(/\/workspace\/tasks\/SUP-\d$/);
  await tells(page, "Activity", "moved the task from team");
  await tells(page, "Properties", "Foundations");
  const now = page.url().split("/").at(-1)!;
  await page.getByRole("banner").getByText(now, { exact: true }).waitFor();
  await page.goto(before);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

browserTest(
  "a task is moved to a project, a milestone, and another team",
  async ({ server, open }) => {
    const teamId = await populate(server);
    await using visit = await open();
    await signIn(visit.page, server, "ada@example.com");
    await place(visit.page, teamId, "Mend the gate");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a key in the list moves a task to a project, and the list shows it",
  async ({ server, open }) => {
    await populate(server);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    await compose(page, { title: "Mend the gate" });
    const row = page.getByRole("link", { name: "Mend the gate", exact: true });
    await row.waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    await page.getByRole("option", { name: /^Gatehouse/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Project: Gatehouse" }).waitFor();

    await page.keyboard.press(".");
    await page.getByRole("option", { name: "Move to another team" }).click();
    await page.getByRole("option", { name: /^Support/ }).click();
    await page.getByRole("status").getByText(/^[A-Z]+-1 moved\. Its new reference is SUP-1\.$/)
      .waitFor();

    await page.goto("/workspace/tasks?group=project");
    await page.getByRole("heading", { name: "Gatehouse" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
