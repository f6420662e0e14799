import { row } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** A property, its key, a choice in its menu, and the choice that clears it. */
const changes = [
  ["Assignee", "a", "Grace", "Nobody"],
  ["Project", "m", "Gatehouse", "No project"],
  ["Deadline", "d", "Tomorrow", "No deadline"],
  ["Priority", "p", "Urgent", "No priority"],
] as const;

export const updateTaskDetails: Guide = {
  pages: ["web/task/update-details"],
  steps: {
    "open the task": async (hand) => {
      const { page } = hand;
      await hand.goTo(place(page, "Tasks"), "t");
      await hand.press(row(page, "Sweep the loft"));
      await shows(page, "Sweep the loft");
    },
    "change and clear each property": async (hand) => {
      const { page } = hand;
      for (const [name, key, chosen, none] of changes) {
        for (const [choice, shown] of [[chosen, true], [none, false], [chosen, true]] as const) {
          await hand.press(property(page, name), key);
          await hand.choose(choice);
          const state = shown ? "detached" : "visible";
          await property(page, name).getByText(none).waitFor({ state });
          await hand.standsAt(property(page, name).or(page.locator("#main")));
        }
      }
      await hand.press(property(page, "Labels"), "l");
      await hand.choose("Garden");
      await hand.leaveMenu();
      await has(page, "Labels", "Garden");
    },
    "write the description": async (hand) => {
      const { page } = hand;
      await hand.press(page.getByRole("link", { name: "Add a description" }));
      const text = page.getByRole("textbox", { name: "Description" });
      await hand.standsAt(text);
      await hand.write(text, "Mind the **third** step.");
      await hand.press(page.getByRole("button", { name: "Save" }), "Control+Enter");
      await page.locator("strong", { hasText: "third" }).waitFor();
      await hand.standsAt(page.getByRole("link", { name: "Edit the description" }));
    },
    "reload the page, and edit the description": async (hand) => {
      const { page } = hand;
      await hand.visit(page.url());
      await shows(page, "Sweep the loft");
      for (const [name, , chosen] of changes) {
        if (name !== "Deadline") await has(page, name, chosen);
      }
      await property(page, "Deadline").locator("time").waitFor();
      await has(page, "Labels", "Garden");
      await page.locator("strong", { hasText: "third" }).waitFor();
      await hand.press(page.getByRole("link", { name: "Edit the description" }));
      const text = page.getByRole("textbox", { name: "Description" });
      await hand.standsAt(text);
      await hand.write(text, " It creaks.");
      await hand.press(page.getByRole("button", { name: "Save" }), "Control+Enter");
      await page.getByText("step. It creaks.").waitFor();
    },
  },
};
