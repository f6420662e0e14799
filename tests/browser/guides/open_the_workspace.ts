import assert from "node:assert/strict";
import { mark, row } from "../../support/browser_walk.ts";
import type { Driver } from "../../support/drivers.ts";
import { place } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

const heading = ({ page }: Driver, name: string) =>
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
    "open the workspace's address, and sign in": async (driver, server) => {
      const { page } = driver;
      await driver.visit("/workspace");
      await driver.write(page.getByLabel("Email address"), "ada@example.com");
      await driver.press(page.getByRole("button", { name: "Send code" }));
      const code = page.getByLabel("Six-digit code");
      await code.waitFor();
      await driver.write(code, await server.codeFor("ada@example.com"));
      await heading(driver, "Inbox").waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
      await driver.visit("/workspace");
      await heading(driver, "Inbox").waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
    },
    "choose every page of the sidebar": async (driver) => {
      const { page } = driver;
      const links = await page.locator("#sidebar a:not([data-palette]) bdi")
        .allTextContents();
      assert.deepEqual(links.sort(), places.map(([name]) => name).sort());
      for (const [name, title, key] of places) {
        await driver.goTo(place(page, name), key);
        await heading(driver, title).waitFor();
        await page.locator('#sidebar [aria-current="page"]').getByText(name, { exact: true })
          .waitFor({ state: "attached" });
        await driver.waitForFocusOn(page.locator("#main"));
      }
    },
    "open a task beside the sidebar": async (driver) => {
      const { page } = driver;
      const notReloaded = await mark(page);
      await driver.press(row(page, "Mend the gate"));
      await heading(driver, "Mend the gate").waitFor();
      await driver.goTo(place(page, "My tasks"), "m");
      await heading(driver, "My tasks").waitFor();
      await notReloaded();
    },
  },
};
