import { pill, row } from "../../support/browser_walk.ts";
import { has, place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const createAProject: Guide = {
  pages: ["web/project/create"],
  steps: {
    "choose Projects in the sidebar, then New project": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Projects"), "p");
      await shows(page, "Projects");
      await hand.press(page.getByRole("link", { name: "New project" }));
      await hand.standsAt(page.getByRole("dialog").getByRole("textbox", { name: "Name" }));
    },
    "type a name, a summary, and a key": async (hand) => {
      const field = (name: string) =>
        hand.page.getByRole("dialog").getByRole("textbox", { name, exact: true });
      await hand.write(field("Name"), "New website");
      await hand.write(field("Summary"), "For visitors");
      await hand.write(field("Key"), "WEB");
    },
    "choose a lead and a team": async (hand) => {
      const { page } = hand;
      await hand.press(pill(page, "Lead"));
      await hand.choose("Grace");
      await pill(page, "Lead").getByText("Grace").waitFor();
      await hand.press(pill(page, "Teams"));
      await hand.choose("Acme");
      await hand.leaveMenu();
      await pill(page, "Teams").getByText("Acme").waitFor();
    },
    "create the project, and read its page": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("button", { name: "Create project" }), "Control+Enter");
      await shows(page, "New website");
      await page.getByText("WEB created").waitFor();
      await page.locator("#project-summary").getByText("For visitors").waitFor();
      await has(page, "Lead", "Grace");
    },
    "add a task to the project": async (hand) => {
      const { page } = hand;
      const tasks = page.getByRole("region", { name: "Tasks" });
      await hand.press(tasks.getByRole("link", { name: "New task" }));
      await hand.write(page.locator("#composer [name=title]"), "Choose the colors");
      await pill(page, "Project").getByText("New website").waitFor();
      await hand.press(page.getByRole("button", { name: "Create task" }), "Control+Enter");
      await tasks.getByRole("link", { name: "Choose the colors" }).waitFor();
    },
    "find the project in the list": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Projects"), "p");
      await row(page, "New website").waitFor();
    },
  },
};
