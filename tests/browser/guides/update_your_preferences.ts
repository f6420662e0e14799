import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const updateYourPreferences: Guide = {
  pages: ["web/settings/preferences"],
  steps: {
    "open Preferences in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Preferences/ }));
      await shows(page, "Preferences");
    },
    "choose a theme, and save the preferences": async (driver) => {
      const { page } = driver;
      await page.getByRole("radio", { name: "System" }).and(page.locator(":checked")).waitFor();
      await driver.tick(page.getByRole("radio", { name: "Dark" }));
      await driver.press(page.getByRole("button", { name: "Save preferences" }));
      await page.getByText("Preferences saved").waitFor();
    },
    "see the theme on another page": async (driver) => {
      const { page } = driver;
      await page.getByRole("radio", { name: "Dark" }).and(page.locator(":checked")).waitFor();
      await driver.goTo(place(page, "Tasks"), "t");
      await shows(page, "Tasks");
    },
  },
};
