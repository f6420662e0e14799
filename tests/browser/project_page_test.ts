import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { signIn } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { menuField } from "../support/composing.ts";
import { addProjects } from "../support/planning.ts";
import { ask } from "../support/remote_person.ts";
import { browserTest, type Stage } from "../support/stage.ts";

const news = (page: Page, words: string) => page.getByRole("status").getByText(words).waitFor();
const value = (page: Page, name: string) =>
  page.getByRole("complementary", { name: "Properties" })
    .getByRole("link", { name: new RegExp(`^${name}`) });

/** Opens the page of Ada's project. */
async function come({ server, open }: Stage, screen = {}) {
  const furnished = await addProjects(server);
  const visit = await open(screen);
  const { page } = visit;
  await signIn(page, server, "ada@example.com", `/workspace/projects/${furnished.projectId}`);
  await page.getByRole("heading", { name: "Gatehouse", level: 1 }).waitFor();
  return { ...furnished, visit, page };
}

browserTest(
  "a project's properties are changed by keyboard and mouse, and the changes can be undone",
  async (stage) => {
    const { visit, page } = await come(stage);
    await using _visit = visit;
    await page.keyboard.press("p");
    await menuField(page).waitFor();
    await page.keyboard.type("urg");
    await page.locator("#menu .menu-item.here", { hasText: "Urgent" }).waitFor();
    await page.keyboard.press("Enter");
    await news(page, "Priority of GAT changed to Urgent");
    await value(page, "Priority").getByText("Urgent").waitFor();
    await page.keyboard.press("Control+z");
    await news(page, "Undone: changes to GAT");
    await value(page, "Priority").getByText("No priority").waitFor();

    await value(page, "Status").click();
    await page.getByRole("option", { name: "Planned" }).click();
    await news(page, "Status of GAT changed to Planned");
    await value(page, "Status").getByText("set by Ada Lovelace").waitFor();
    assert.equal(await page.evaluate("document.activeElement.id"), "value-status");
    await value(page, "Status").click();
    await page.getByRole("option", { name: /^Automatic/ }).click();
    await value(page, "Status").getByText("automatic").waitFor();

    await page.keyboard.press("d");
    await menuField(page).waitFor();
    await page.keyboard.type("2026-12-24");
    await page.getByRole("option", { name: /24 Dec/ }).waitFor();
    await page.keyboard.press("Enter");
    await value(page, "Target date").getByText("24 Dec").waitFor();

    await value(page, "Members").click();
    await page.getByRole("option", { name: /^Ada Lovelace/ }).click();
    await news(page, "Member Ada Lovelace added to GAT");
    await page.locator('#menu [role=option][aria-selected="true"]', { hasText: "Ada" }).waitFor();
    await page.keyboard.press("Escape");
    await value(page, "Members").getByText("Ada Lovelace").waitFor();
  },
);

browserTest(
  "a project's texts save automatically, without a conflict if someone else changes another field",
  async (stage) => {
    const { visit, page, person, projectId } = await come(stage);
    await using _visit = visit;
    await page.getByRole("link", { name: "Edit the summary" }).click();
    const field = page.getByRole("textbox", { name: "Summary" });
    await field.fill("A lodge by the road");
    const path = `/workspaces/${person.workspaceId}/projects/${projectId}`;
    const change = (body: Record<string, unknown>) =>
      ask(stage.server.url, `PATCH ${path}`, { token: person.token, body });
    await change({ priority: "high" });
    await field.press("Enter");
    await page.locator("#project-summary").getByText("A lodge by the road").waitFor();

    await page.getByRole("link", { name: "Edit the summary" }).click();
    await field.fill("Mine");
    await change({ summary: "Theirs" });
    await field.press("Enter");
    await page.getByText(/changed the summary.*while you were editing/).waitFor();
    assert.equal(await field.inputValue(), "Mine");
    await page.getByRole("button", { name: "Save my version" }).click();
    await page.locator("#project-summary").getByText("Mine").waitFor();
  },
);

browserTest("a project update is prefilled with the changes since the last one", async (stage) => {
  const { visit, page } = await come(stage);
  await using _visit = visit;
  await page.getByRole("link", { name: "Write an update" }).click();
  const field = page.getByRole("textbox", { name: "Update" });
  await field.waitFor();
  const begun = await field.inputValue();
  assert.match(begun, /- Completed \w+-1 Dig/);
  assert.match(begun, /- Milestone reached: Foundations/);
  await page.getByRole("radio", { name: "At risk" }).check();
  await field.fill(`It rains.${begun}`);
  await field.press("Control+Enter");
  await news(page, "Update posted on GAT: At risk");
  await page.locator(".update").getByText("It rains.").waitFor();
  await page.locator(".project-health").getByText("At risk").waitFor();
  await requireAccessible(page, "a project with an update");
});

browserTest(
  "milestones are added, reordered by keyboard, changed, and archived, and all can be undone",
  async (stage) => {
    const { visit, page } = await come(stage);
    await using _visit = visit;
    const names = () => page.locator("#milestones bdi").allInnerTexts();
    await page.getByRole("link", { name: "Add milestone" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Walls");
    await page.keyboard.press("Enter");
    await news(page, "Milestone Walls added");
    await page.locator("#milestones").getByText("Walls").waitFor();
    await page.getByRole("link", { name: "Done" }).click();
    await page.locator("#add-milestone:focus").waitFor();

    await page.locator("#milestones").getByRole("link", { name: /^Walls/ }).focus();
    const placed = page.waitForResponse((one) => one.url().endsWith("/place"));
    await page.keyboard.press("Alt+ArrowUp");
    await page.locator("#milestones > li:nth-child(2)").getByText("Walls").waitFor();
    assert.deepEqual(await names(), ["Foundations", "Walls", "Roof"]);
    await placed;
    await page.reload();
    assert.deepEqual(await names(), ["Foundations", "Walls", "Roof"]);

    await page.getByRole("link", { name: "Edit the milestone Walls" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Four walls");
    await page.getByRole("button", { name: "Save" }).click();
    await news(page, "Milestone Four walls saved");
    await page.keyboard.press("Control+z");
    await news(page, "Milestone change undone");

    await page.getByRole("link", { name: "Edit the milestone Walls" }).click();
    await page.getByRole("button", { name: "Archive milestone" }).click();
    await news(page, "Milestone Walls archived");
    await page.keyboard.press("Control+z");
    await news(page, "Milestone Walls restored");
    await page.locator("#milestones > li:nth-child(3)").waitFor();
    assert.deepEqual(await names(), ["Foundations", "Walls", "Roof"]);
  },
);

browserTest(
  "a dependency is chosen from a menu, and messages report early starts and circular dependencies",
  async (stage) => {
    const { visit, page, otherId } = await come(stage);
    await using _visit = visit;
    await page.locator("#add-blockedBy").click();
    await page.getByRole("option", { name: /^Harbour/ }).click();
    await news(page, "GAT is now blocked by HAR");
    await page.getByText("GAT starts before this target date").waitFor();
    await page.goto(`/workspace/projects/${otherId}`);
    await page.getByText("starts before the target date of HAR").waitFor();
    await page.getByRole("button", { name: "Reschedule dependent projects" }).click();
    await news(page, "GAT moved");
    await page.getByText("starts before the target date of HAR").waitFor({ state: "detached" });
    await page.locator("#add-blocks:focus").waitFor();
    await page.keyboard.press("Control+z");
    await news(page, "Undone: changes to GAT");
    await page.getByText("starts before the target date of HAR").waitFor();
    await page.locator("#add-blockedBy").click();
    await page.getByRole("option", { name: /^Gatehouse/ }).click();
    await page.getByText("GAT already depends on HAR").waitFor();
  },
);
