import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { place, shows, wayBack } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const openASavedTaskView: Guide = {
  pages: ["web/task/saved-views"],
  steps: {
    "choose Views in the sidebar": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Views"));
      await page.getByRole("heading", { level: 1, name: "Views" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/views");
      await page.getByText("List by status, most urgent first: Label is Garden").waitFor();
    },
    "open a view": async (driver) => {
      const { page } = driver;
      await driver.press(row(page, "Garden work"));
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      await row(page, "Mend the gate").waitFor();
    },
    "open the view's address": async (driver) => {
      const { page } = driver;
      const address = page.url();
      assert.match(new URL(address).pathname, /^\/workspace\/view\/garden-work-[a-z0-9]+$/);
      await driver.visit("/workspace/settings/preferences");
      await driver.visit(address);
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      assert.equal(page.url(), address);
    },
    "add the view to the favorites, and work in it": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("button", { name: "Favorite" }), "Alt+f");
      await page.locator("#side-favorites").getByText("Garden work").waitFor({ state: "attached" });
      const gate = page.locator(".row", { hasText: "Mend the gate" });
      await driver.press(gate.getByRole("link", { name: /^Status/ }), "s");
      await driver.choose("In progress");
      await gate.getByRole("link", { name: "Status: In progress" }).waitFor();
      await driver.press(row(page, "Mend the gate"));
      await shows(page, "Mend the gate");
      await driver.press(wayBack(page), "Escape");
      await page.getByRole("heading", { level: 1, name: "Garden work" }).waitFor();
      await driver.waitForFocusOn(row(page, "Mend the gate"));
    },
    "change the view, and reset it": async (driver) => {
      const { page } = driver;
      await driver.press(page.locator("#add-filter"), "f");
      await driver.choose("House");
      // Several labels in a filter match tasks with any of them
      await row(page, "Sweep the loft").waitFor();
      const edited = page.getByRole("region", { name: "Unsaved view changes" });
      await edited.getByRole("button", { name: "Save", exact: true }).waitFor();
      await driver.press(edited.getByRole("link", { name: "Reset" }));
      await row(page, "Sweep the loft").waitFor({ state: "detached" });
      await edited.waitFor({ state: "detached" });
    },
    "filter the list of tasks, and save it as a view": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await row(page, "Paint the fence").waitFor();
      await driver.press(page.locator("#add-filter"), "f");
      await driver.choose("House");
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      await driver.press(page.getByRole("link", { name: "Save as a view" }));
      await page.getByRole("combobox", { name: "Visible to" }).waitFor();
      await driver.write(page.getByRole("textbox", { name: "Name" }), "House work");
      await driver.press(page.getByRole("button", { name: "Save view" }));
      await page.getByRole("heading", { level: 1, name: "House work" }).waitFor();
      await page.getByText("House work saved").waitFor();
    },
  },
};
