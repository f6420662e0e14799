import assert from "node:assert/strict";
import { mark, row } from "../../support/browser_walk.ts";
import type { Hand } from "../../support/hands.ts";
import { place } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

const heading = ({ page }: Hand, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true });

/** Every link of the sidebar, the title of its page, and its key after `G`, if it has one. */
const places = [
  ["Drafts", "Drafts", "d"],
  ["My tasks", "My tasks", "m"],
  ["Projects", "Projects", "p"],
  ["Roadmap", "Roadmap", "r"],
  ["Views", "Views", "v"],
  ["Acme", "Acme"],
  ["Support", "Support"],
  ["Teams", "Teams", "a"],
  ["Members", "Members", "e"],
  ["Settings", "Settings", "s"],
  ["Inbox", "Inbox", "i"],
  ["Tasks", "Tasks", "t"],
] as const;

export const openTheWorkspace: Guide = {
  pages: ["web/workspace/open-workspace"],
  signedOut: true,
  steps: {
    "open the workspace's address, and sign in": async (hand, server) => {
      const { page } = hand;
      await hand.visit("/workspace");
      await hand.write(page.getByLabel("Email address"), "ada@example.com");
      await hand.press(page.getByRole("button", { name: "Send code" }));
      const code = page.getByLabel("Six-digit code");
      await code.waitFor();
      await hand.write(code, await server.codeFor("ada@example.com"));
      await heading(hand, "Inbox").waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
      await hand.visit("/workspace");
      await heading(hand, "Inbox").waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
    },
    "choose every page of the sidebar": async (hand) => {
      const { page } = hand;
      const links = await page.locator("#sidebar a:not([data-palette]) bdi")
        .allTextContents();
      assert.deepEqual(links.sort(), places.map(([name]) => name).sort());
      for (const [name, title, key] of places) {
        await hand.goTo(place(page, name), key);
        await heading(hand, title).waitFor();
        await page.locator('#sidebar [aria-current="page"]').getByText(name, { exact: true })
          .waitFor({ state: "attached" });
        await hand.standsAt(page.locator("#main"));
      }
    },
    "open a task beside the sidebar": async (hand) => {
      const { page } = hand;
      const notReloaded = await mark(page);
      await hand.press(row(page, "Mend the gate"));
      await heading(hand, "Mend the gate").waitFor();
      await hand.goTo(place(page, "My tasks"), "m");
      await heading(hand, "My tasks").waitFor();
      await notReloaded();
    },
  },
};
