import assert from "node:assert/strict";
import { choose, compose, openTask } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "a tab of a workspace that another tab has left changes nothing in the one that is open now",
  async ({ enter }) => {
    await using visit = await enter();
    const { page, context } = visit;
    await compose(page, { title: "Mend the gate" });
    await openTask(page, "Mend the gate");
    await page.goto("/workspace/tasks/ENG-1?edit=description");
    const text = page.getByRole("textbox", { name: "Description" });
    const other = await context.newPage();
    await other.goto("/onboarding?new=1");
    await other.getByLabel("Workspace name").fill("Bakery");
    await other.getByLabel("First team").fill("Engines");
    await other.getByLabel("Team key").fill("ENG");
    await other.getByRole("button", { name: "Create workspace" }).click();
    await other.getByRole("link", { name: "Engines" }).waitFor();
    await compose(other, { title: "Bake the bread" });
    await openTask(other, "Bake the bread");

    await text.fill("It squeaks.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("This page is of another workspace").waitFor();
    assert.equal(await text.inputValue(), "It squeaks.", "what was typed stays");
    await other.reload();
    await other.getByText("No description.").waitFor();

    await page.locator(".side-switch").click();
    await page.locator("#switcher").getByText("Acme").click();
    await page.getByRole("link", { name: "Engineering", exact: true }).waitFor();
    await openTask(page, "Mend the gate");
    await choose(page, "Priority", "Urgent");
    await page.getByRole("status").getByText(/^ENG-1: /).waitFor();
  },
);
