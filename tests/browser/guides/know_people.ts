import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const knowPeople: Guide = {
  pages: ["web/member/browse", "web/member/profile", "web/settings/profile"],
  steps: {
    "open Members, and choose a person": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Members"), "e");
      await shows(page, "Members");
      await page.locator(".records").getByText("Ada").first().waitFor();
      await driver.press(page.locator("#main").getByRole("link", { name: /^Grace/ }));
      await shows(page, "Grace");
    },
    "read the profile and the recent activity": async (driver) => {
      const { page } = driver;
      await page.locator(".person-facts").getByText("grace@example.com").waitFor();
      await page.locator(".person-facts").getByText("Acme").waitFor();
      const lately = page.locator(".recent-activity > li").filter({ hasText: "Rinse the barrel" });
      await lately.getByText("created the task").waitFor();
    },
    "choose Manage member": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Manage member" }));
      await shows(page, "Members");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/members");
      await page.getByRole("button", { name: "Save role" }).waitFor();
    },
    "open Profile in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Profile/ }));
      await shows(page, "Profile");
    },
    "change the title and the color, and save the profile": async (driver) => {
      const { page } = driver;
      await driver.write(page.getByRole("textbox", { name: "Title" }), "Keeper of the gate");
      await driver.tick(page.getByRole("radio", { name: "teal" }));
      await driver.press(page.getByRole("button", { name: "Save profile" }));
      await page.getByText("Profile saved").waitFor();
      await page.locator('.profile-face .avatar[data-hue="5"]').waitFor();
    },
    "find the new title in Members": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Members"), "e");
      await page.locator(".people .records").getByText("Keeper of the gate").waitFor();
    },
  },
};
