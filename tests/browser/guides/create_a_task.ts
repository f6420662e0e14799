import { pill, row } from "../../support/browser_walk.ts";
import { has, place, property, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

/** Optional properties of a new task: the name, the letter for Alt+Shift, the choice, and the pill's text. */
const optional = [
  ["Status", "S", "Planned"],
  ["Priority", "P", "Urgent"],
  ["Assignee", "A", "Grace"],
  ["Project", "M", "Gatehouse"],
  ["Milestone", "N", "Foundations"],
  ["Deadline", "D", "Tomorrow", /\d/],
] as const;

export const createATask: Guide = {
  pages: ["web/task/create"],
  steps: {
    "open the composer": async (driver) => {
      const { page } = driver;
      await driver.goTo(place(page, "Tasks"), "t");
      await row(page, "Paint the fence").waitFor();
      await driver.press(page.locator(".bar-new"), "c");
      await driver.waitForFocusOn(page.getByRole("dialog").getByRole("textbox", { name: "Title" }));
    },
    "type a title, and pick a team": async (driver) => {
      const { page } = driver;
      const title = page.getByRole("dialog").getByRole("textbox", { name: "Title" });
      await driver.write(title, "Hang the bell");
      await driver.press(pill(page, "Team"), "Alt+Shift+T");
      await driver.choose("Support");
      await pill(page, "Team").getByText("Support").waitFor();
      await driver.waitForFocusOn(title.or(pill(page, "Team")));
    },
    "add a description and the other properties": async (driver) => {
      const { page } = driver;
      await driver.write(
        page.getByRole("dialog").getByRole("textbox", { name: "Description" }),
        "At the *front* door.",
      );
      for (const [name, letter, choice, shown] of optional) {
        await driver.press(pill(page, name), `Alt+Shift+${letter}`);
        await driver.choose(choice);
        await pill(page, name).getByText(shown ?? choice).waitFor();
      }
      await driver.press(pill(page, "Labels"), "Alt+Shift+L");
      await driver.choose("House");
      await driver.leaveMenu();
      await pill(page, "Labels").getByText("House").waitFor();
    },
    "create the task, and find it in its list": async (driver) => {
      const { page } = driver;
      await driver.press(page.getByRole("button", { name: "Create task" }), "Control+Enter");
      await page.getByRole("group").filter({ hasText: "Planned" }).getByRole("link", {
        name: "Hang the bell",
      }).waitFor();
      await driver.waitForFocusOn(row(page, "Hang the bell"));
      await driver.goTo(place(page, "Support"));
      await driver.press(page.getByRole("link", { name: "All tasks", exact: true }));
      await driver.press(row(page, "Hang the bell"));
      await shows(page, "Hang the bell");
      await has(page, "Team", "Support");
      await has(page, "Labels", "House");
      for (const [name, , choice] of optional) {
        if (name !== "Deadline") await has(page, name, choice);
      }
      await property(page, "Deadline").locator("time").waitFor();
      await page.locator("em", { hasText: "front" }).waitFor();
    },
  },
};
