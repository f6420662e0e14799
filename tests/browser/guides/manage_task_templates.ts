import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const manageTaskTemplates: Guide = {
  pages: ["web/settings/task-templates"],
  steps: {
    "open Task templates in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Task templates/ }));
      await shows(page, "Task templates");
      await page.getByRole("link", { name: "Chore", exact: true }).waitFor();
    },
    "create a template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New template" }));
      await shows(page, "New task template");
      await driver.write(page.getByRole("textbox", { name: "Template name" }), "Spring");
      await driver.write(
        page.getByRole("textbox", { name: "Title (optional)" }),
        "Wake the garden",
      );
      await driver.press(page.getByRole("button", { name: "Create template" }));
      await shows(page, "Task templates");
      await page.getByText("“Wake the garden”").waitFor();
    },
    "edit the template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Spring", exact: true }));
      await shows(page, "Spring");
      await driver.write(page.getByRole("textbox", { name: "Description" }), "- [ ] prune");
      await driver.press(page.getByRole("button", { name: "Save template" }));
      await page.getByRole("status").getByText("Template Spring saved").waitFor();
      await driver.press(page.getByRole("link", { name: "Cancel" }));
      await page.getByText("“Wake the garden”, a description").waitFor();
    },
    "create a task from the template": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New task from the template Spring" }));
      const title = page.getByRole("textbox", { name: "Title" });
      await title.getByText("Wake the garden").or(title).first().waitFor();
      await page.getByRole("button", { name: "Create task" }).waitFor();
      await page.locator("textarea[name=description]", { hasText: "prune" }).waitFor();
    },
  },
};
