import assert from "node:assert/strict";
import type { Hand } from "../../support/hands.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** The row of a member or of an invited address. */
const rowOf = ({ page }: Hand, name: string) =>
  page.locator(".records tbody tr", {
    has: page.locator("th", { hasText: new RegExp(`^${name}`) }),
  });

export const manageWorkspaceMembers: Guide = {
  pages: ["web/settings/members"],
  steps: {
    "open Members in the settings": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await hand.press(page.locator("#main").getByRole("link", { name: /^Members/ }));
      await shows(page, "Members");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/members");
      await rowOf(hand, "Grace").waitFor();
    },
    "invite two people at once": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Invite people" }));
      await hand.write(
        page.getByRole("textbox", { name: "Email addresses" }),
        "ida@example.com, ole@example.com",
      );
      await hand.tick(page.getByRole("checkbox", { name: "Support" }));
      await hand.press(page.getByRole("button", { name: "Send invitations" }), "Control+Enter");
      await rowOf(hand, "ida@example.com").getByText("Support").waitFor();
      await rowOf(hand, "ole@example.com").waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Invite people" }));
    },
    "change a role": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Change the role of Grace" }));
      await hand.tick(page.getByRole("radio", { name: "Admin" }));
      await hand.press(page.getByRole("button", { name: "Save role" }), "Control+Enter");
      await rowOf(hand, "Grace").getByText("Admin", { exact: true }).waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Change the role of Grace" }));
    },
    "revoke an invitation": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("button", { name: "Revoke the invitation for ole@" }));
      await rowOf(hand, "ole@example.com").waitFor({ state: "detached" });
      await rowOf(hand, "ida@example.com").waitFor();
    },
    "read the consequences, and remove a person": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Remove Grace" }));
      await page.getByText("Remove Grace from the workspace?").waitFor();
      await hand.press(page.getByRole("button", { name: "Remove Grace" }));
      await rowOf(hand, "Grace").waitFor({ state: "detached" });
    },
    "read the directory": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "directory" }));
      await page.waitForURL("**/workspace/members");
      await page.locator(".records").getByText("Ada").first().waitFor();
    },
  },
};
