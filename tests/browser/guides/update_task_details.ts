import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** A property, its key, a choice in its menu, and the choice that clears it. */
const changes = [
  ["Assignee", "a", "Grace", "No assignee"],
  ["Project", "m", "Gatehouse", "No project"],
  ["Deadline", "d", "Tomorrow", "No deadline"],
  ["Priority", "p", "Urgent", "No priority"],
] as const;

export const updateTaskDetails: Guide = {
  pages: ["web/task/update-details"],
  steps: {
    "open the task": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await driver.press(row(page, "Sweep the loft"));
      await shows(page, "Sweep the loft");
    },
    "change and clear each property": async (driver) => {
      const { page } = driver;
      for (const [name, key, chosen, none] of changes) {
        for (const [choice, shown] of [[chosen, true], [none, false], [chosen, true]] as const) {
          await driver.press(property(page, name), key);
          await driver.choose(choice);
          const state = shown ? "detached" : "visible";
          await property(page, name).getByText(none).waitFor({ state });
          await driver.waitForFocusOn(property(page, name).or(page.locator("#main")));
        }
      }
      await driver.press(property(page, "Labels"), "l");
      await driver.choose("Garden");
      await driver.leaveMenu();
      await has(page, "Labels", "Garden");
    },
    "write the description": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("link", { name: "Add a description" }));
      const text = page.getByRole("textbox", { name: "Description" });
      await driver.waitForFocusOn(text);
      await driver.write(text, "Mind the **third** step.");
      await driver.press(page.getByRole("button", { name: "Save" }), "Control+Enter");
      await page.locator("strong", { hasText: "third" }).waitFor();
      await driver.waitForFocusOn(page.getByRole("link", { name: "Edit the description" }));
    },
    "reload the page, and edit the description": async (driver) => {
      const { page } = driver;
      await driver.visit(page.url());
      await shows(page, "Sweep the loft");
      for (const [name, , chosen] of changes) {
        if (name !== "Deadline") await has(page, name, chosen);
      }
      await property(page, "Deadline").locator("time").waitFor();
      await has(page, "Labels", "Garden");
      await page.locator("strong", { hasText: "third" }).waitFor();
      await driver.press(page.getByRole("link", { name: "Edit the description" }));
      const text = page.getByRole("textbox", { name: "Description" });
      await driver.waitForFocusOn(text);
      await driver.write(text, " It creaks.");
      await driver.press(page.getByRole("button", { name: "Save" }), "Control+Enter");
      await page.getByText("step. It creaks.").waitFor();
    },
  },
};
