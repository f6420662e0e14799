import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { choose, compose, enterCode, openTask } from "../../support/browser_walk.ts";
import type { Visit } from "../../support/chromium.ts";
import { palette, pressOpen, result } from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask, openTasks } from "../../support/example_tasks.ts";

/** Creates another workspace in another tab of the browser, and opens it. */
async function inAnotherWorkspace({ context }: Visit): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto("/onboarding?new=1");
  await tab.getByLabel("Workspace name").fill("Bakery");
  await tab.getByLabel("First team").fill("Engines");
  await tab.getByLabel("Team key").fill("ENG");
  await tab.getByRole("button", { name: "Create workspace" }).click();
  await tab.getByRole("link", { name: "Engines" }).waitFor();
  return tab;
}

browserTest(
  "a tab that still shows another workspace can't change the open one",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await page.goto("/workspace/tasks/ENG-1?edit=description");
    const text = page.getByRole("textbox", { name: "Description" });
    const other = await inAnotherWorkspace(visit);
    await compose(other, { title: "Bake the bread" });
    await openTask(other, "Bake the bread");

    await text.fill("It squeaks.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("switched to another workspace").waitFor();
    assert.equal(await text.inputValue(), "It squeaks.", "what was typed stays");
    await other.reload();
    await other.getByText("No description").waitFor();

    await page.locator(".side-switch").click();
    await page.locator("#switcher").getByText("Acme").click();
    await page.getByRole("link", { name: "Engineering", exact: true }).waitFor();
    await openTask(page, "Mend the gate");
    await choose(page, "Priority", "Urgent");
    await page.getByRole("status").getByText(/of ENG-1 /).waitFor();
  },
);

browserTest(
  "a tab that still shows another workspace collapses no groups here, and keeps its text for its author",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    await inAnotherWorkspace(visit);
    const answer = (path: string) =>
      page.waitForResponse((one) => new URL(one.url()).pathname.endsWith(path));
    const folded = answer("/tasks/display");
    await page.locator(".group-head").first().click();
    assert.equal((await folded).status(), 409);

    await openTasks(page, ["Bake the bread"]);
    await openTask(page, "Bake the bread");
    await page.locator(".side-switch").waitFor();
    const other = await visit.context.newPage();
    await other.goto("/workspace/tasks");
    await other.locator(".side-switch").click();
    await other.locator("#switcher").getByText("Acme").click();
    await other.getByRole("link", { name: "Engineering", exact: true }).waitFor();
    const kept = answer("/unsent-comment");
    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("Half a thought");
    await page.locator("#main").focus();
    assert.equal((await kept).status(), 409);
  },
);

browserTest(
  "a part that belongs to another workspace reloads the whole page, names the workspace, and loses no text",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    const comment = page.getByRole("textbox", { name: "Comment" });
    const other = await inAnotherWorkspace(visit);
    await compose(other, { title: "Bake the bread" });

    await comment.fill("It squeaks.");
    await page.locator('.rail-value[data-menu="priority"]').click();
    await page.getByRole("status").getByText("Another tab switched to Bakery").waitFor();
    await page.locator(".side-switch", { hasText: "Bakery" }).waitFor();
    assert.match(await page.title(), /Bake the bread/, "the whole page is of that workspace");
    assert.equal(await page.locator("#menu:popover-open").count(), 0);
    assert.equal(await comment.inputValue(), "");

    await page.locator(".side-switch").click();
    await page.locator("#switcher").getByText("Acme").click();
    await page.getByRole("link", { name: "Engineering", exact: true }).waitFor();
    await openTask(page, "Mend the gate");
    assert.equal(await comment.inputValue(), "It squeaks.");
  },
);

browserTest(
  "the palette in a tab that still shows another workspace shows nothing of the open one",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    const other = await inAnotherWorkspace(visit);
    await compose(other, { title: "Bake the bread" });
    await pressOpen(page);
    await page.keyboard.type("bread");
    await palette(page).getByRole("status").getByText("Another tab switched").waitFor();
    assert.equal(await result(page, "Bake the bread").count(), 0);
  },
);

browserTest(
  "a link to another workspace asks before it switches and opens its task, also after signing in",
  async ({ enter, open, server }) => {
    await using visit = await enter();
    await openTasks(visit.page, ["Mend the gate"]);
    const page = await inAnotherWorkspace(visit);
    await page.locator(".side-switch").click();
    const acme = page.locator("#switcher button[name=workspaceId]", { hasText: "Acme" });
    const link = `/workspace/tasks/ENG-1?workspace=${await acme.getAttribute("value")}`;

    await page.goto(link);
    await page.getByRole("heading", { name: "This page is in Acme" }).waitFor();
    await page.getByRole("button", { name: "Switch workspace" }).click();
    await page.waitForURL("**/workspace/tasks/ENG-1");
    await page.getByRole("heading", { name: "Mend the gate" }).waitFor();
    await page.locator(".side-switch", { hasText: "Acme" }).waitFor();

    await using guest = await open();
    await guest.page.goto(link);
    await enterCode(guest.page, server, "ada@example.com", "Sign in");
    await guest.page.waitForURL("**/workspace/tasks/ENG-1");
    await guest.page.getByRole("heading", { name: "Mend the gate" }).waitFor();
    assert.deepEqual([...visit.complaints, ...guest.complaints], []);
  },
);
