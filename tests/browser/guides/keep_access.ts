import assert from "node:assert/strict";
import type { Driver } from "../../support/drivers.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Opens a page below Security in the settings. */
async function openSecurity(driver: Driver, part: RegExp, title: string) {
  const { page } = driver;
  await driver.goTo(place(page, "Settings"), "s");
  await shows(page, "Settings");
  await driver.press(page.locator("#main").getByRole("link", { name: /^Security/ }));
  await shows(page, "Security");
  await driver.press(page.locator(".settings-page").getByRole("link", { name: part }));
  await shows(page, title);
}

export const keepAccess: Guide = {
  pages: [
    "web/security/review-sessions",
    "web/security/list-personal-access-tokens",
    "web/security/create-personal-access-token",
    "web/security/revoke-personal-access-token",
  ],
  steps: {
    "open Sessions, and find the current session": async (driver) => {
      const { page } = driver;
      await openSecurity(driver, /^Sessions/, "Sessions");
      await page.locator(".records").getByText("current session").waitFor();
      await page.getByRole("columnheader", { name: "Last used" }).waitFor({ state: "attached" });
    },
    "sign out the other sessions": async (driver) => {
      const { page } = driver;
      const others = page.getByRole("link", { name: /^Sign out / });
      await driver.press(page.getByRole("link", { name: "Sign out everywhere else" }));
      await driver.press(page.getByRole("button", { name: "Sign out other sessions" }));
      await others.first().waitFor({ state: "detached" });
      await page.locator(".records").getByText("current session").waitFor();
    },
    "open Personal access tokens": async (driver) => {
      const { page } = driver;
      await openSecurity(driver, /^Personal access tokens/, "Personal access tokens");
      await page.getByText("No tokens yet").waitFor();
    },
    "create a token with a scope and an expiration": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "New token" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), "Nightly report");
      await driver.tick(page.getByRole("checkbox", { name: "tasks.write" }));
      await driver.tick(page.getByRole("radio", { name: "30 days" }));
      await driver.press(page.getByRole("button", { name: "Create token" }), "Control+Enter");
      await page.getByText(/Copy the .* now\./).waitFor();
      await driver.waitForFocusOn(page.locator(".shown-once"));
      const secret = await page.locator(".shown-once code").first().textContent();
      assert.match(secret!, /^blg_pat_/);
    },
    "reload the page, which no longer shows the token": async (driver) => {
      const { page } = driver;
      await driver.visit("/workspace/settings/security/pats");
      const row = page.locator(".records tbody tr", { hasText: "Nightly report" });
      await row.getByText(/^blg_pat_[\w-]+…/).waitFor();
      await row.getByText("tasks.write").waitFor();
      assert.equal(await page.locator(".shown-once").count(), 0);
    },
    "revoke the token": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Revoke the token Nightly report" }));
      await driver.press(page.getByRole("button", { name: "Revoke token" }));
      const row = page.locator(".records tbody tr", { hasText: "Nightly report" });
      await row.getByText("Revoked", { exact: true }).waitFor();
    },
  },
};
