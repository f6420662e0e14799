import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const knowPeople: Guide = {
  pages: ["web/member/browse", "web/member/profile", "web/settings/profile"],
  steps: {
    "open Members, and choose a person": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Members"), "e");
      await shows(page, "Members");
      await page.locator(".records").getByText("Ada").first().waitFor();
      await hand.press(page.locator("#main").getByRole("link", { name: /^Grace/ }));
      await shows(page, "Grace");
    },
    "read the profile and the recent activity": async (hand) => {
      const { page } = hand;
      await page.locator(".person-facts").getByText("grace@example.com").waitFor();
      await page.locator(".person-facts").getByText("Acme").waitFor();
      const lately = page.locator(".recent-activity > li").filter({ hasText: "Rinse the barrel" });
      await lately.getByText("created the task").waitFor();
    },
    "choose Manage member": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Manage member" }));
      await shows(page, "Members");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/members");
      await page.getByRole("button", { name: "Save role" }).waitFor();
    },
    "open Profile in the settings": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await hand.press(page.locator("#main").getByRole("link", { name: /^Profile/ }));
      await shows(page, "Profile");
    },
    "change the title and the color, and save the profile": async (hand) => {
      const { page } = hand;
      await hand.write(page.getByRole("textbox", { name: "Title" }), "Keeper of the gate");
      await hand.tick(page.getByRole("radio", { name: "teal" }));
      await hand.press(page.getByRole("button", { name: "Save profile" }));
      await page.getByText("Profile saved").waitFor();
      await page.locator('.profile-face .avatar[data-hue="5"]').waitFor();
    },
    "find the new title in Members": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Members"), "e");
      await page.locator(".people .records").getByText("Keeper of the gate").waitFor();
    },
  },
};
