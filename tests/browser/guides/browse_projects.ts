import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const browseProjects: Guide = {
  name: "Browse Projects",
  steps: {
    "the sidebar opens the projects": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Projects"), "p");
      await shows(page, "Projects");
      assert.equal(new URL(page.url()).pathname, "/workspace/projects");
      await row(page, "Gatehouse").waitFor();
      await row(page, "Harbour").waitFor();
    },
    "Led by me shows the person's projects, All shows all": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Led by me", exact: true }));
      await row(page, "Harbour").waitFor({ state: "detached" });
      await row(page, "Gatehouse").waitFor();
      await hand.press(page.getByRole("link", { name: "All", exact: true }));
      await row(page, "Harbour").waitFor();
    },
    "only active projects are shown": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Active only" }));
      await row(page, "Harbour").waitFor({ state: "detached" });
      await row(page, "Gatehouse").waitFor();
      assert.equal(new URL(page.url()).search, "?status=active");
    },
    "the list is saved as a view of projects": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Save as a view" }));
      await hand.write(page.getByRole("textbox", { name: "Name" }), "Under way");
      await hand.enter();
      await shows(page, "Under way");
      await row(page, "Gatehouse").waitFor();
    },
    "the view is listed with the others": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Views"), "v");
      await shows(page, "Views");
      await hand.press(page.getByRole("link", { name: "Project views" }));
      await hand.press(row(page, "Under way"));
      await shows(page, "Under way");
    },
    "a project is opened": async (hand) => {
      const { page } = hand;
      await hand.press(row(page, "Gatehouse"));
      await shows(page, "Gatehouse");
      assert.equal(new URL(page.url()).pathname, "/workspace/projects/GAT");
    },
  },
};
