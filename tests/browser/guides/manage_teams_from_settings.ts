import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const manageTeamsFromSettings: Guide = {
  name: "Manage Teams from Settings",
  steps: {
    "the settings are opened, and a team is created": async (hand) => {
      const { page } = hand;
      await hand.visit("/workspace/settings/teams");
      await hand.press(page.getByRole("link", { name: "New team" }));
      await hand.write(page.getByLabel("Name", { exact: true }), "Roofs");
      await hand.write(page.getByLabel("Key", { exact: true }), "rof");
      await hand.enter();
      await shows(page, "Members of Roofs");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/teams/ROF/members");
    },
    "a member is added": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Add member" }));
      await hand.choose("Grace");
      await page.locator(".records tr", { hasText: "Grace" }).waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Add member" }));
    },
    "the member gets a role": async (hand) => {
      const { page } = hand;
      const role = page.getByRole("link", { name: "Role of Grace: Member" });
      await hand.press(role);
      await hand.choose("Lead");
      await page.getByRole("link", { name: "Role of Grace: Lead" }).waitFor();
    },
    "the team is opened and changed": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "All team settings" }));
      await shows(page, "Roofs");
      await hand.write(page.getByLabel("Expertise"), "Slate and lead");
      await hand.enter();
      await page.getByText("Roofs saved").first().waitFor();
    },
    "the team's page shows the change": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Roofs"));
      await page.locator(".person-facts", { hasText: "Slate and lead" }).waitFor();
      await page.locator(".team-people li", { hasText: "Grace" }).getByText("Lead").waitFor();
    },
  },
};
