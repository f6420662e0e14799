import { signIn } from "../../support/browser_walk.ts";
import {
  act,
  actionsField,
  actionsOf,
  chooseFirst,
  lookFor,
  moreOf,
  openBy,
  palette,
  pointsAt,
  result,
} from "../../support/palette_pages.ts";
import { has, shows } from "../../support/task_pages.ts";
import type { Guide } from "./guide.ts";

export const commandActionsAndAccess: Guide = {
  pages: ["web/search/command-actions-reference"],
  steps: {
    "find a command by its name, and the actions of a record": async (driver) => {
      const { page } = driver;
      await openBy(driver);
      await lookFor(driver, "open workflows");
      await pointsAt(page, "Open workflows");
      await lookFor(driver, "sweep the loft");
      await pointsAt(page, "Sweep the loft");
    },
    "read the actions that apply to the record": async (driver) => {
      const { page } = driver;
      await driver.press(moreOf(palette(page).locator("#palette-items .here")), "Control+k");
      await driver.waitForFocusOn(actionsField(page));
      for (
        const name of ["Complete task", "Assign task to me", "Open project", "Favorite task"]
      ) await actionsOf(page).getByRole("option", { name }).first().waitFor();
      // The task is in progress and unassigned
      for (const name of ["Mark task as in progress", "Unassign task", "Open assignee"]) {
        await actionsOf(page).getByRole("option", { name }).waitFor({ state: "detached" });
      }
      await driver.leave();
      await actionsOf(page).waitFor({ state: "detached" });
    },
    "run the action, and see its result": async (driver) => {
      const { page } = driver;
      await chooseFirst(driver, "Sweep the loft");
      await shows(page, "Sweep the loft");
      await has(page, "Status", "In progress");
      await openBy(driver);
      await act(driver, "Sweep the loft", "Complete task");
      await page.locator("#toasts").getByText("ACM-4 completed").waitFor();
      await has(page, "Status", "Completed");
    },
    "as a member, find no commands for owners and admins": async (driver, server) => {
      const { page } = driver;
      await openBy(driver);
      await lookFor(driver, ">create");
      await result(page, "Create team").waitFor();
      await driver.leave();
      await palette(page).waitFor({ state: "detached" });
      await signIn(page, server, "grace@example.com");
      await driver.visit("/workspace/tasks");
      await openBy(driver);
      await lookFor(driver, ">create");
      await result(page, "Create task").first().waitFor();
      for (const name of ["Create team", "Create workflow", "Create task label"]) {
        await result(page, name).waitFor({ state: "detached" });
      }
      await lookFor(driver, "$gatehouse");
      await driver.press(moreOf(palette(page).locator("#palette-items .here")), "Control+k");
      await actionsOf(page).getByRole("option", { name: "Favorite project" }).waitFor();
      await actionsOf(page).getByRole("option", { name: "Complete project" })
        .waitFor({ state: "detached" });
      await driver.leave();
      await actionsOf(page).waitFor({ state: "detached" });
      await driver.leave();
      await palette(page).waitFor({ state: "detached" });
    },
  },
};
