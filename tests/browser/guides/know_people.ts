import assert from "node:assert/strict";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Three guides in a row, as each goes on where the last one ends. */
export const knowPeople: Guide = {
  name: "Browse the Member Directory, Open a Member Profile, Update Your Profile Settings",
  steps: {
    "the directory is opened, and a person is found": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Members"), "e");
      await shows(page, "Members");
      await page.locator(".records").getByText("Ada").first().waitFor();
      await hand.press(page.locator("#main").getByRole("link", { name: /^Grace/ }));
      await shows(page, "Grace");
    },
    "the profile shows the person and their recent activity": async (hand) => {
      const { page } = hand;
      await page.locator(".person-facts").getByText("grace@example.com").waitFor();
      await page.locator(".person-facts").getByText("Acme").waitFor();
      const lately = page.locator(".recent-activity > li").filter({ hasText: "Rinse the barrel" });
      await lately.getByText("created the task").waitFor();
    },
    "the person's role is changed in the settings": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Manage member" }));
      await shows(page, "Members");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/members");
      await page.getByRole("button", { name: "Save role" }).waitFor();
    },
    "the settings open the person's own profile": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await hand.press(page.locator("#main").getByRole("link", { name: /^Profile/ }));
      await shows(page, "Profile");
    },
    "the profile is changed and saved": async (hand) => {
      const { page } = hand;
      await hand.write(page.getByRole("textbox", { name: "Title" }), "Keeper of the gate");
      await hand.tick(page.getByRole("radio", { name: "teal" }));
      await hand.press(page.getByRole("button", { name: "Save profile" }));
      await page.getByText("Profile saved").waitFor();
      await page.locator('.profile-face .avatar[data-hue="5"]').waitFor();
    },
    "the directory shows the change": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Members"), "e");
      await page.locator(".people .records").getByText("Keeper of the gate").waitFor();
    },
  },
};
