import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { row, signIn } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";
import { settle } from "./guides/acme.ts";

const title = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
/** What a menu offers, which is a page of its own. */
const choice = (page: Page, name: string | RegExp) => page.getByRole("option", { name }).first();
/** What stands at a property in the rail of a project's page. */
const value = (page: Page, name: string, words: string) =>
  page.getByRole("complementary", { name: "Properties" })
    .getByRole("link", { name: new RegExp(`^${name}`) }).filter({ hasText: words }).waitFor();

browserTest(
  "without JavaScript projects, their views and the roadmap are read, and every form of theirs is sent",
  async ({ server, open, step }) => {
    await settle(server);
    await using visit = await open({ javaScript: false });
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    await step("a project is made", async () => {
      await page.goto("/workspace/projects");
      await link(page, "New project").first().click();
      await page.getByLabel("Name", { exact: true }).fill("Lighthouse");
      await button(page, "Create project").click();
      await title(page, "Lighthouse");
    });
    const project = page.url();
    await step("its properties are chosen and its summary is written", async () => {
      await link(page, /^Status/).click();
      await choice(page, "Planned").click();
      await title(page, "Lighthouse");
      await value(page, "Status", "Planned");
      await link(page, "Add a summary").click();
      await page.getByRole("textbox", { name: "Summary" }).fill("Who comes at night");
      await button(page, "Save").click();
      await page.locator("#project-summary").getByText("Who comes at night").waitFor();
    });
    await step("milestones are added and put in order", async () => {
      await link(page, "Add a milestone").click();
      // Its form stays for the next
      for (const name of ["Walls", "Lamp"]) {
        await page.getByRole("textbox", { name: "Name" }).fill(name);
        await page.getByRole("textbox", { name: "Name" }).press("Enter");
        await page.locator("#milestones").getByText(name).waitFor();
      }
      await link(page, "Edit the milestone Lamp").click();
      await page.getByLabel("Place").selectOption("1");
      await page.getByRole("textbox", { name: "Name" }).press("Enter");
      const names = await page.locator("#milestones bdi").allInnerTexts();
      assert.deepEqual(names, ["Lamp", "Walls"]);
    });
    await step("an update is posted, and a dependency made", async () => {
      await link(page, "Write an update").click();
      await page.getByRole("radio", { name: "At risk" }).check();
      await page.getByRole("textbox", { name: "Update" }).fill("It rains.");
      await button(page, /^Post/).click();
      await page.locator(".update").getByText("It rains.").waitFor();
      await link(page, "Blocked by").click();
      await choice(page, /Harbour/).click();
      await page.getByRole("region", { name: "Dependencies" }).getByText("Harbour").waitFor();
    });
    await step(
      "it is archived and brought back, from the list of what is archived too",
      async () => {
        for (const from of ["page", "list"]) {
          await link(page, "More actions").first().click();
          await choice(page, "Archive").click();
          if (from === "list") await page.goto("/workspace/projects?archived=true");
          await button(page, /^Restore/).first().click();
          await page.goto(project);
          await value(page, "Status", "Planned");
        }
      },
    );
    await step("a list is filtered, grouped, looked through and laid out as a board", async () => {
      await page.goto("/workspace/projects");
      await link(page, "Filter").first().click();
      await choice(page, "Planned").click();
      await row(page, "Lighthouse").waitFor();
      assert.equal(await row(page, "Boathouse").count(), 0);
      await page.getByLabel("Filter by text").fill("light");
      await page.keyboard.press("Enter");
      await row(page, "Jetty").waitFor({ state: "detached" });
      await row(page, "Lighthouse").waitFor();
      await page.goto("/workspace/projects?layout=board");
      await page.getByRole("region", { name: "Planned", exact: true }).getByText("Lighthouse")
        .waitFor();
    });
    await step("a view is saved, changed, heard of, archived and brought back", async () => {
      await page.goto("/workspace/projects?status=planned");
      await link(page, "Save as a view").click();
      await page.getByLabel("Name").fill("Soon");
      await button(page, "Save view").click();
      await title(page, "Soon");
      const view = page.url();
      await link(page, /^Remove the filter Status/).click();
      await page.getByRole("region", { name: "Changes of the view" }).getByRole("button", {
        name: "Save",
        exact: true,
      }).click();
      await page.goto(view);
      await row(page, "Boathouse").waitFor();
      await button(page, "Hear of what comes in").click();
      await page.locator('[aria-pressed="true"]').first().waitFor();
      await link(page, "Actions on the view").click();
      await choice(page, "Archive").click();
      await page.goto(view);
      await page.getByText("This view is archived").waitFor();
      await button(page, "Restore").click();
      await page.goto(view);
      assert.equal(await page.getByText("This view is archived").count(), 0);
    });
    await step("the roadmap is read and filtered, and dates are set below it", async () => {
      await page.goto("/workspace/roadmap");
      await link(page, "Set dates of Lighthouse").click();
      await page.getByLabel("Start of Lighthouse").fill("2099-01-01");
      await page.getByLabel("Target of Lighthouse").fill("2099-02-01");
      await page.locator("form", { has: page.getByLabel("Start of Lighthouse") })
        .getByRole("button", { name: "Set dates" }).click();
      await title(page, "Roadmap");
      assert.equal(await page.getByLabel("Start of Lighthouse").count(), 0);
      assert.equal(await link(page, "Set dates of Lighthouse").count(), 0);
      await link(page, "Filter").first().click();
      await choice(page, "Begins too early").click();
      await row(page, "Jetty").first().waitFor();
      assert.equal(await row(page, "Slipway").count(), 0);
    });
    assert.deepEqual(visit.complaints, []);
  },
);
