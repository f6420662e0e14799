import { pill, row } from "../../support/browser_walk.ts";
import { has, place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const createAProject: Guide = {
  pages: ["web/project/create"],
  steps: {
    "choose Projects in the sidebar, then New project": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Projects"), "p");
      await shows(page, "Projects");
      await driver.press(page.getByRole("link", { name: "New project" }));
      await driver.waitForFocusOn(page.getByRole("dialog").getByPlaceholder("Project name"));
    },
    "type a name, a summary, and a key": async (driver) => {
      const field = (name: string) =>
        driver.page.getByRole("dialog").getByRole("textbox", { name, exact: true });
      await driver.write(field("Name"), "New website");
      await driver.write(field("Summary"), "For visitors");
      await driver.write(field("Key"), "WEB");
    },
    "choose a lead and a team": async (driver) => {
      const { page } = driver;
      await driver.press(pill(page, "Lead"));
      await driver.choose("Grace");
      await pill(page, "Lead").getByText("Grace").waitFor();
      await driver.press(pill(page, "Teams"));
      await driver.choose("Acme");
      await driver.leaveMenu();
      await pill(page, "Teams").getByText("Acme").waitFor();
    },
    "create the project, and read its page": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("button", { name: "Create project" }), "Control+Enter");
      await shows(page, "New website");
      await page.getByText("WEB created").waitFor();
      await page.locator("#project-summary").getByText("For visitors").waitFor();
      await has(page, "Lead", "Grace");
    },
    "add a task to the project": async (driver) => {
      const { page } = driver;
      const tasks = page.getByRole("region", { name: "Tasks" });
      await driver.press(tasks.getByRole("link", { name: "New task" }));
      await driver.write(page.locator("#composer [name=title]"), "Choose the colors");
      await pill(page, "Project").getByText("New website").waitFor();
      await driver.press(page.getByRole("button", { name: "Create task" }), "Control+Enter");
      await tasks.getByRole("link", { name: "Choose the colors" }).waitFor();
    },
    "find the project in the list": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Projects"), "p");
      await row(page, "New website").waitFor();
    },
  },
};
