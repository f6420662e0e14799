import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseProjects: Guide = {
  pages: ["web/project/browse"],
  steps: {
    "choose Projects in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Projects"), "p");
      await shows(page, "Projects");
      assert.equal(new URL(page.url()).pathname, "/workspace/projects");
      await row(page, "Gatehouse").waitFor();
      await row(page, "Harbour").waitFor();
    },
    "choose Led by me, then All": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Led by me", exact: true }));
      await row(page, "Harbour").waitFor({ state: "detached" });
      await row(page, "Gatehouse").waitFor();
      await driver.press(page.getByRole("link", { name: "All", exact: true }));
      await row(page, "Harbour").waitFor();
    },
    "choose Active only": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Active only" }));
      await row(page, "Harbour").waitFor({ state: "detached" });
      await row(page, "Gatehouse").waitFor();
      assert.equal(new URL(page.url()).search, "?status=active");
    },
    "save the list as a view": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Save as a view" }));
      await driver.write(page.getByRole("textbox", { name: "Name" }), "Under way");
      await driver.enter();
      await shows(page, "Under way");
      await row(page, "Gatehouse").waitFor();
    },
    "find the view in Project views": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Views"), "v");
      await shows(page, "Views");
      await driver.press(page.getByRole("link", { name: "Project views" }));
      await driver.press(row(page, "Under way"));
      await shows(page, "Under way");
    },
    "open a project": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Gatehouse"));
      await shows(page, "Gatehouse");
      assert.equal(new URL(page.url()).pathname, "/workspace/projects/GAT");
    },
  },
};
