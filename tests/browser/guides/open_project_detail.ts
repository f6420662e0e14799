import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openProjectDetail: Guide = {
  pages: ["web/project/detail"],
  steps: {
    "open a project from the list": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Projects"), "p");
      await hand.press(row(page, "Gatehouse"));
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
    "read the milestones, tasks, dependencies, and updates": async (hand) => {
      const { page } = hand;
      const part = (name: string) => page.getByRole("region", { name });
      await part("Milestones").getByRole("link", { name: /^Foundations/ }).waitFor();
      await part("Dependencies").getByRole("link", { name: /Harbour/ }).waitFor();
      await part("Updates").getByText("The stones are cut.").waitFor();
      await hand.press(row(page, "Sweep the loft").and(part("Tasks").getByRole("link")));
      await shows(page, "Sweep the loft");
      await hand.press(page.getByRole("link", { name: "More actions" }), ".");
      await hand.choose("Open project Gatehouse");
      await shows(page, "Gatehouse");
    },
    "change a property": async (hand) => {
      const { page } = hand;
      await hand.press(property(page, "Priority"), "p");
      await hand.choose("Urgent");
      await has(page, "Priority", "Urgent");
      await hand.standsAt(property(page, "Priority").or(page.locator("#main")));
    },
    "add a milestone": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Add milestone" }));
      await hand.write(page.getByRole("textbox", { name: "Name" }), "Roof");
      await hand.enter();
      await page.locator("#milestones").getByText("Roof").waitFor();
      await hand.press(page.getByRole("link", { name: "Done" }));
      await hand.standsAt(page.getByRole("link", { name: "Add milestone" }));
    },
    "post an update": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Write an update" }));
      const field = page.getByRole("textbox", { name: "Update" });
      await hand.write(field, "The roof is planned.");
      await hand.press(page.getByRole("button", { name: "Post update" }));
      await page.getByRole("region", { name: "Updates" }).getByText("The roof is planned.")
        .waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Write an update" }));
    },
  },
};
