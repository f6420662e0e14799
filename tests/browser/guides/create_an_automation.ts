import assert from "node:assert/strict";
import type { Driver } from "../../support/drivers.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Returns the secret, which the page shows once. */
async function secretOf({ page }: Driver): Promise<string> {
  return (await page.locator(".shown-once code").first().textContent())!;
}

export const createAnAutomation: Guide = {
  pages: [
    "web/automation/list-automations",
    "web/automation/create-automation",
    "web/automation/update-automation",
    "web/automation/rotate-automation-secret",
    "web/automation/list-agents",
    "web/automation/create-agent",
    "web/automation/update-agent",
  ],
  steps: {
    "open Automation in the settings": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Settings"), "s");
      await shows(page, "Settings");
      await driver.press(page.locator("#main").getByRole("link", { name: /^Automation/ }));
      await shows(page, "Automation");
      await page.getByText("No automations yet").waitFor();
    },
    "create an automation with scopes and teams": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New automation" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), "Release notes");
      await driver.tick(page.getByRole("checkbox", { name: "tasks.write" }));
      await driver.tick(page.getByRole("checkbox", { name: "comments.write" }));
      await driver.tick(page.getByRole("radio", { name: "Selected teams" }));
      await driver.tick(page.getByRole("checkbox", { name: "Support" }));
      await driver.press(page.getByRole("button", { name: "Create automation" }), "Control+Enter");
    },
    "see the secret once": async (driver) => {
      const { page } = driver;
      await page.getByText(/Copy the .* now\./).waitFor();
      assert.match(await secretOf(driver), /^blg_auto_/);
      await driver.waitForFocusOn(page.locator(".shown-once"));
      const scopes = ["tasks.read", "tasks.write", "comments.write", "projects.read"];
      for (const scope of scopes) await page.locator(".automation").getByText(scope).waitFor();
      await driver.visit(page.url());
      await page.locator(".automation").getByText("Support").first().waitFor();
      assert.equal(await page.locator(".shown-once").count(), 0);
    },
    "create an agent": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New agent for Release notes" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), "Quill");
      await driver.press(page.getByRole("button", { name: "Create agent" }), "Control+Enter");
      await page.getByRole("link", { name: /^Quill/ }).waitFor();
      await page.getByLabel("Agent ID of Quill", { exact: true }).getByText("agent_").waitFor();
      await page.getByLabel("Profile ID of Quill", { exact: true }).getByText("prof_").waitFor();
    },
    "list the agents, edit one, and suspend it": async (driver) => {
      const { page } = driver;
      const row = page.locator(".automation-agents tbody tr", { hasText: "Quill" });
      await row.getByText("Support").waitFor();
      await driver.press(page.getByRole("link", { name: "Edit Quill" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), " pen");
      await driver.tick(page.getByRole("radio", { name: "Commentator" }));
      await driver.press(page.getByRole("button", { name: "Save agent" }), "Control+Enter");
      await page.locator(".automation-agents tbody tr", { hasText: "Quill pen" })
        .getByText("Commentator").waitFor();
      await driver.press(page.getByRole("button", { name: "Suspend Quill pen" }));
      await page.getByText("@quill, suspended").waitFor();
    },
    "edit the automation": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Edit Release notes" }));
      await driver.write(page.getByRole("textbox", { name: "Description" }), "Writes what is new.");
      await driver.tick(page.getByRole("checkbox", { name: "workspace.read" }));
      await driver.press(page.getByRole("button", { name: "Save automation" }), "Control+Enter");
      await page.locator(".automation-about").getByText("Writes what is new.").waitFor();
      await page.locator(".automation .person-facts").getByText("workspace.read").waitFor();
    },
    "suspend and unsuspend the automation": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("button", { name: "Suspend Release notes" }));
      await page.getByRole("button", { name: "Unsuspend Release notes" }).waitFor();
      await driver.press(page.getByRole("button", { name: "Unsuspend Release notes" }));
      await page.getByRole("button", { name: "Suspend Release notes" }).waitFor();
    },
    "rotate the secret": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Rotate the secret of Release notes" }));
      await driver.write(
        page.getByRole("textbox", { name: "New secret label" }),
        "On the build host",
      );
      await driver.press(
        page.getByRole("button", { name: "Rotate secret", exact: true }),
        "Control+Enter",
      );
      await page.getByText(/Copy the .* now\./).waitFor();
      assert.match(await secretOf(driver), /^blg_auto_/);
      await page.locator(".automation").getByText("On the build host").waitFor();
    },
  },
};
