import assert from "node:assert/strict";
import type { Driver } from "../../support/drivers.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** The row of a member or of an invited address. */
const rowOf = ({ page }: Driver, name: string) =>
  page.locator(".records tbody tr", {
    has: page.locator("th", { hasText: new RegExp(`^${name}`) }),
  });

export const manageWorkspaceMembers: Guide = {
  pages: ["web/settings/members"],
  steps: {
    "open Members in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Members/ }));
      await shows(page, "Members");
      assert.equal(new URL(page.url()).pathname, "/workspace/settings/members");
      await rowOf(driver, "Grace").waitFor();
    },
    "invite two people at once": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Invite people" }));
      await driver.write(
        page.getByRole("textbox", { name: "Email addresses" }),
        "ida@example.com, ole@example.com",
      );
      await driver.tick(page.getByRole("checkbox", { name: "Support" }));
      await driver.press(page.getByRole("button", { name: "Send invitations" }), "Control+Enter");
      await rowOf(driver, "ida@example.com").getByText("Support").waitFor();
      await rowOf(driver, "ole@example.com").waitFor();
      await driver.waitForFocusOn(page.getByRole("link", { name: "Invite people" }));
    },
    "change a role": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Change the role of Grace" }));
      await driver.tick(page.getByRole("radio", { name: "Admin" }));
      await driver.press(page.getByRole("button", { name: "Save role" }), "Control+Enter");
      await rowOf(driver, "Grace").getByText("Admin", { exact: true }).waitFor();
      await driver.waitForFocusOn(page.getByRole("link", { name: "Change the role of Grace" }));
    },
    "revoke an invitation": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("button", { name: "Revoke the invitation for ole@" }));
      await rowOf(driver, "ole@example.com").waitFor({ state: "detached" });
      await rowOf(driver, "ida@example.com").waitFor();
    },
    "read the consequences, and remove a person": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Remove Grace" }));
      await page.getByText("Remove Grace from the workspace?").waitFor();
      await driver.press(page.getByRole("button", { name: "Remove Grace" }));
      await rowOf(driver, "Grace").waitFor({ state: "detached" });
    },
    "read the directory": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "directory" }));
      await page.waitForURL("**/workspace/members");
      await page.locator(".records").getByText("Ada").first().waitFor();
    },
  },
};
