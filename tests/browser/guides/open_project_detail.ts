import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openProjectDetail: Guide = {
  pages: ["web/project/detail"],
  steps: {
    "open a project from the list": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Projects"), "p");
      await driver.press(row(page, "Gatehouse"));
      await shows(page, "Gatehouse");
    },
    "read the summary, the properties, and the health": async ({ page }) => {
      await page.locator("#project-summary").getByText("Who comes in").waitFor();
      await has(page, "Lead", "ada");
      await has(page, "Start date", "1 Mar 2099");
      await has(page, "Target date", "1 May 2099");
      await has(page, "Status", "Active");
      await page.getByRole("main").getByText("On track").first().waitFor();
    },
    "read the milestones, tasks, dependencies, and updates": async (driver) => {
      const { page } = driver;
      const part = (name: string) => page.getByRole("region", { name });
      await part("Milestones").getByRole("link", { name: /^Foundations/ }).waitFor();
      await part("Dependencies").getByRole("link", { name: /Harbour/ }).waitFor();
      await part("Updates").getByText("The stones are cut.").waitFor();
      await driver.press(row(page, "Sweep the loft").and(part("Tasks").getByRole("link")));
      await shows(page, "Sweep the loft");
      await driver.press(page.getByRole("link", { name: "More actions" }), ".");
      await driver.choose("Open project Gatehouse");
      await shows(page, "Gatehouse");
    },
    "change a property": async (driver) => {
      const { page } = driver;
      await driver.press(property(page, "Priority"), "p");
      await driver.choose("Urgent");
      await has(page, "Priority", "Urgent");
      await driver.waitForFocusOn(property(page, "Priority").or(page.locator("#main")));
    },
    "add a milestone": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Add milestone" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), "Roof");
      await driver.enter();
      await page.locator("#milestones").getByText("Roof").waitFor();
      await driver.press(page.getByRole("link", { name: "Done" }));
      await driver.waitForFocusOn(page.getByRole("link", { name: "Add milestone" }));
    },
    "post an update": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Write an update" }));
      const field = page.getByRole("textbox", { name: "Update" });
      await driver.write(field, "The roof is planned.");
      await driver.press(page.getByRole("button", { name: "Post update" }));
      await page.getByRole("region", { name: "Updates" }).getByText("The roof is planned.")
        .waitFor();
      await driver.waitForFocusOn(page.getByRole("link", { name: "Write an update" }));
    },
  },
};
