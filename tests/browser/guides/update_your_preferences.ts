import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const updateYourPreferences: Guide = {
  pages: ["web/settings/preferences"],
  steps: {
    "open Preferences in the settings": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await hand.press(page.locator("#main").getByRole("link", { name: /^Preferences/ }));
      await shows(page, "Preferences");
    },
    "choose a theme, and save the preferences": async (hand) => {
      const { page } = hand;
      await page.getByRole("radio", { name: "System" }).and(page.locator(":checked")).waitFor();
      await hand.tick(page.getByRole("radio", { name: "Dark" }));
      await hand.press(page.getByRole("button", { name: "Save preferences" }));
      await page.getByText("Preferences saved").waitFor();
    },
    "see the theme on another page": async (hand) => {
      const { page } = hand;
      await page.getByRole("radio", { name: "Dark" }).and(page.locator(":checked")).waitFor();
      await hand.goTo(place(page, "Tasks"), "t");
      await shows(page, "Tasks");
    },
  },
};
