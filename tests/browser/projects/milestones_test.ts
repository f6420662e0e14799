import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { menuField, write } from "../../support/composing.ts";
import type { Visited } from "../../support/house_server.ts";
import { ask, signUpRemotely } from "../../support/remote_person.ts";
import { select } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";

/**
 * Two projects with a milestone each. The first one has tasks, two of them in its milestone, and the other one has a
 * single task.
 */
async function populate(server: Visited) {
  const { token, workspaceId, teamId } = await signUpRemotely(server, "ada@example.com");
  const make = async (path: string, body: Record<string, unknown>) => {
    const made = await ask(server.url, `POST /workspaces/${workspaceId}/${path}`, { token, body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  await make("projects", { name: "Gatehouse", key: "GAT" });
  await make("projects", { name: "Harbour", key: "HAR" });
  const { milestone } = await make("projects/GAT/milestones", { name: "Foundations" });
  await make("projects/HAR/milestones", { name: "Quay wall" });
  const placed = { teamId, projectId: "GAT", milestoneId: milestone.id };
  await make("tasks", { title: "Ash", ...placed });
  await make("tasks", { title: "Birch", ...placed });
  await make("tasks", { title: "Cedar", teamId, projectId: "GAT" });
  await make("tasks", { title: "Dogwood", teamId, projectId: "HAR" });
}

const offered = (page: Page) =>
  page.locator("#menu [role=option]:visible > span:not([class])").allInnerTexts();
const news = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();

async function openFurther(page: Page, further: string) {
  await menuField(page).waitFor();
  await page.keyboard.type(further);
  await page.locator("#menu .menu-item.here", { hasText: new RegExp(further, "i") }).waitFor();
  await page.keyboard.press("Enter");
}

browserTest(
  "by keyboard and mouse, only the project's milestones can be chosen, and leaving the project removes the milestone",
  async ({ server, open }) => {
    await populate(server);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/tasks");
    await row(page, "Cedar").focus();
    await page.keyboard.press(".");
    await openFurther(page, "milestone");
    await page.getByRole("option", { name: "Foundations" }).waitFor();
    assert.deepEqual(await offered(page), ["Foundations"]);
    await page.keyboard.press("Enter");
    await news(page, "changed to Foundations");

    await page.locator(".row-project", { hasText: "Gatehouse" }).first().click();
    await page.getByRole("option", { name: /^Harbour/ }).click();
    await news(page, "changed to Harbour. The task was removed from the milestone Foundations.");
    await page.keyboard.press("Control+z");
    await news(page, "Undone: changes to");

    await select(page, "Ash", "Birch");
    await page.keyboard.press(".");
    await openFurther(page, "milestone");
    await page.getByRole("option", { name: "Foundations", selected: true }).waitFor();
    assert.deepEqual(await offered(page), ["No milestone", "Foundations"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await menuField(page).waitFor();
    await page.keyboard.type("harb");
    await page.keyboard.press("Enter");
    await news(
      page,
      "Project of 2 tasks changed to Harbour. 2 of these tasks were removed from their milestones.",
    );
    await page.keyboard.press("Escape");

    await select(page, "Cedar", "Dogwood");
    await page.keyboard.press(".");
    await openFurther(page, "milestone");
    await page.getByText(
      "These tasks aren't all in the same project. A milestone belongs to one project.",
    )
      .waitFor();
    await page.keyboard.press("Escape");

    await page.goto("/workspace/tasks?projectId=HAR");
    await page.keyboard.press("f");
    await menuField(page).waitFor();
    const within = page.locator('#menu [role="group"][aria-label="Milestone"] [role=option]')
      .filter({ visible: true });
    assert.deepEqual(await within.locator("> span:not([class])").allInnerTexts(), [
      "No milestone",
      "Quay wall",
    ]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "by touch, a milestone of the task's project is chosen on its page",
  async ({ server, open }) => {
    await populate(server);
    await using visit = await open({ width: 390, touch: true });
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/tasks");
    await page.locator(".row-title", { hasText: "Dogwood" }).tap();
    await page.getByRole("heading", { level: 1, name: "Dogwood" }).waitFor();
    await page.locator('.rail-value[data-menu="milestone"]').tap();
    await page.getByRole("option", { name: "Quay wall" }).waitFor();
    assert.deepEqual(await offered(page), ["Quay wall"]);
    await page.getByRole("option", { name: "Quay wall" }).tap();
    await page.locator('.rail-value[data-menu="milestone"]', { hasText: "Quay wall" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a new task's milestone belongs to its project, and removing the project removes the milestone",
  async ({ server, open }) => {
    await populate(server);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/tasks");
    await write(page, "Elm");
    const pill = (words: string) => page.locator("dialog [data-pill]", { hasText: words });
    const choose = async (from: string, name: string) => {
      await pill(from).click();
      await page.locator("#menu").getByRole("option", { name }).click();
      await pill(name).waitFor();
    };
    await choose("Project", "Gatehouse");
    await choose("Milestone", "Foundations");
    await choose("Gatehouse", "Harbour");
    await pill("Foundations").waitFor({ state: "detached" });
    await choose("Milestone", "Quay wall");
    await choose("Harbour", "Gatehouse");
    await pill("Quay wall").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Create task" }).click();
    await row(page, "Elm").click();
    await page.getByRole("heading", { level: 1, name: "Elm" }).waitFor();
    await page.locator("#property-project + dd", { hasText: "Gatehouse" }).waitFor();
    assert.match(await page.locator("#property-milestone + dd").innerText(), /No milestone/);
    assert.deepEqual(visit.complaints, []);
  },
);
