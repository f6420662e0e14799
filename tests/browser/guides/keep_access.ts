import assert from "node:assert/strict";
import type { Hand } from "../../support/hands.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Goes from the settings to a page of one's security. */
async function openSecurity(hand: Hand, part: RegExp, title: string) {
  const { page } = hand;
  await hand.goTo(place(page, "Settings"), "s");
  await shows(page, "Settings");
  await hand.press(page.locator("#main").getByRole("link", { name: /^Security/ }));
  await shows(page, "Security");
  await hand.press(page.locator(".settings-page").getByRole("link", { name: part }));
  await shows(page, title);
}

/** Guides to one's sessions and tokens, one after another. */
export const keepAccess: Guide = {
  name: "Review Security Sessions, and List, Create and Revoke a Personal Access Token",
  steps: {
    "the sessions are opened, and the current one is marked": async (hand) => {
      const { page } = hand;
      await openSecurity(hand, /^Sessions/, "Sessions");
      await page.locator(".records").getByText("current session").waitFor();
      await page.getByRole("columnheader", { name: "Last used" }).waitFor({ state: "attached" });
    },
    "an unknown session is ended": async (hand) => {
      const { page } = hand;
      const others = page.getByRole("link", { name: /^Sign out / });
      await hand.press(page.getByRole("link", { name: "Sign out everywhere else" }));
      await hand.press(page.getByRole("button", { name: "Sign out other sessions" }));
      await others.first().waitFor({ state: "detached" });
      await page.locator(".records").getByText("current session").waitFor();
    },
    "the tokens are listed before one is created": async (hand) => {
      const { page } = hand;
      await openSecurity(hand, /^Personal access tokens/, "Personal access tokens");
      await page.getByText("No tokens yet").waitFor();
    },
    "a token is created with its scopes and copied": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "New token" }));
      await hand.write(page.getByRole("textbox", { name: "Name" }), "Nightly report");
      await hand.tick(page.getByRole("checkbox", { name: "tasks.write" }));
      await hand.tick(page.getByRole("radio", { name: "30 days" }));
      await hand.press(page.getByRole("button", { name: "Create token" }), "Control+Enter");
      await page.getByText(/Copy the .* now\./).waitFor();
      await hand.standsAt(page.locator(".shown-once"));
      const secret = await page.locator(".shown-once code").first().textContent();
      assert.match(secret!, /^blg_pat_/);
    },
    "the page never shows the token again": async (hand) => {
      const { page } = hand;
      await hand.visit("/workspace/settings/security/pats");
      const row = page.locator(".records tbody tr", { hasText: "Nightly report" });
      await row.getByText(/^blg_pat_[\w-]+…/).waitFor();
      await row.getByText("tasks.write").waitFor();
      assert.equal(await page.locator(".shown-once").count(), 0);
    },
    "the token is revoked": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Revoke the token Nightly report" }));
      await hand.press(page.getByRole("button", { name: "Revoke token" }));
      const row = page.locator(".records tbody tr", { hasText: "Nightly report" });
      await row.getByText("Revoked", { exact: true }).waitFor();
    },
  },
};
