import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const updateYourPreferences: Guide = {
  name: "Update Your Preferences",
  steps: {
    "the settings open the preferences": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await hand.press(page.locator("#main").getByRole("link", { name: /^Preferences/ }));
      await shows(page, "Preferences");
    },
    "preferences are read and changed": async (hand) => {
      const { page } = hand;
      await page.getByRole("radio", { name: "System" }).and(page.locator(":checked")).waitFor();
      await hand.tick(page.getByRole("radio", { name: "Dark" }));
      await hand.press(page.getByRole("button", { name: "Save preferences" }));
      await page.getByText("Preferences saved").waitFor();
    },
    "the preferences apply": async (hand) => {
      const { page } = hand;
      await page.getByRole("radio", { name: "Dark" }).and(page.locator(":checked")).waitFor();
      await hand.goTo(place(page, "Tasks"), "t");
      await shows(page, "Tasks");
    },
  },
};
