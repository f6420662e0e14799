import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const manageTeamsFromSettings: Guide = {
  pages: ["web/settings/teams"],
  steps: {
    "open Teams in the settings, and create a team": async (driver) => {
      const { page } = driver;
      await driver.visit("/workspace/settings/teams");
      await driver.press(page.getByRole("link", { name: "New team" }));
      await driver.write(page.getByLabel("Name", { exact: true }), "Roofs");
      await driver.write(page.getByLabel("Key", { exact: true }), "rof");
      await driver.enter();
      await shows(page, "Members of Roofs");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/teams/ROF/members");
    },
    "add a member": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Add member" }));
      await driver.choose("Grace");
      await page.locator(".records tr", { hasText: "Grace" }).waitFor();
      await driver.waitForFocusOn(page.getByRole("link", { name: "Add member" }));
    },
    "change the member's role": async (driver) => {
      const { page } = driver;
      const role = page.getByRole("link", { name: "Role of Grace: Member" });
      await driver.press(role);
      await driver.choose("Lead");
      await page.getByRole("link", { name: "Role of Grace: Lead" }).waitFor();
    },
    "edit the team": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "All team settings" }));
      await shows(page, "Roofs");
      await driver.write(page.getByLabel("Expertise"), "Slate and lead");
      await driver.enter();
      await page.getByText("Roofs saved").first().waitFor();
    },
    "read the new values on the team's page": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Roofs"));
      await page.locator(".person-facts", { hasText: "Slate and lead" }).waitFor();
      await page.locator(".team-people li", { hasText: "Grace" }).getByText("Lead").waitFor();
    },
  },
};
