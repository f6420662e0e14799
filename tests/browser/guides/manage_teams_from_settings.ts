import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const manageTeamsFromSettings: Guide = {
  pages: ["web/settings/teams"],
  steps: {
    "open Teams in the settings, and create a team": async (hand) => {
      const { page } = hand;
      await hand.visit("/workspace/settings/teams");
      await hand.press(page.getByRole("link", { name: "New team" }));
      await hand.write(page.getByLabel("Name", { exact: true }), "Roofs");
      await hand.write(page.getByLabel("Key", { exact: true }), "rof");
      await hand.enter();
      await shows(page, "Members of Roofs");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/teams/ROF/members");
    },
    "add a member": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Add member" }));
      await hand.choose("Grace");
      await page.locator(".records tr", { hasText: "Grace" }).waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Add member" }));
    },
    "change the member's role": async (hand) => {
      const { page } = hand;
      const role = page.getByRole("link", { name: "Role of Grace: Member" });
      await hand.press(role);
      await hand.choose("Lead");
      await page.getByRole("link", { name: "Role of Grace: Lead" }).waitFor();
    },
    "edit the team": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "All team settings" }));
      await shows(page, "Roofs");
      await hand.write(page.getByLabel("Expertise"), "Slate and lead");
      await hand.enter();
      await page.getByText("Roofs saved").first().waitFor();
    },
    "read the new values on the team's page": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Roofs"));
      await page.locator(".person-facts", { hasText: "Slate and lead" }).waitFor();
      await page.locator(".team-people li", { hasText: "Grace" }).getByText("Lead").waitFor();
    },
  },
};
