import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const manageProjectTemplates: Guide = {
  pages: ["web/settings/project-templates"],
  steps: {
    "open Project templates in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Project templates/ }));
      await shows(page, "Project templates");
      await page.getByText("No templates yet").waitFor();
    },
    "create a template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New template" }));
      await shows(page, "New project template");
      await driver.write(page.getByRole("textbox", { name: "Template name" }), "Repair");
      await driver.write(page.getByRole("textbox", { name: /^Milestones/ }), "Stones cut");
      await driver.press(page.getByRole("button", { name: "Create template" }));
      await shows(page, "Project templates");
      await page.getByText("1 milestone", { exact: true }).waitFor();
    },
    "edit the template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Repair", exact: true }));
      await shows(page, "Repair");
      await driver.write(page.getByRole("textbox", { name: "Summary" }), "Stone by stone");
      await driver.press(page.getByRole("button", { name: "Save template" }));
      await page.getByRole("status").getByText("Template Repair saved").waitFor();
      await driver.press(page.getByRole("link", { name: "Cancel" }));
      await shows(page, "Project templates");
    },
    "create a project from the template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New project from the template Repair" }));
      await page.getByRole("button", { name: "Create project" }).waitFor();
      await page.locator("[name=summary]").and(page.locator("[value='Stone by stone']"))
        .or(page.locator("textarea[name=summary]", { hasText: "Stone by stone" })).waitFor();
    },
  },
};
