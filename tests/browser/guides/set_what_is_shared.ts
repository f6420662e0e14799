import { place, shows } from "../../support/task_pages.ts";
import type { Driver } from "../../support/drivers.ts";
import type { Guide } from "./guide.ts";

async function open(driver: Driver, name: string) {
  const { page } = driver;
  await driver.goTo(place(page, "Settings"), "s");
  await shows(page, "Settings");
  const link = page.locator("#main").getByRole("link", { name: new RegExp(`^${name}`) });
  await driver.press(link);
  await shows(page, name);
}

/** The row of a label. */
const labelNamed = ({ page }: Driver, name: string) =>
  page.locator(".record-item", { has: page.getByText(name, { exact: true }) });

async function labelsSteps(driver: Driver, page: "Task labels" | "Project labels") {
  await open(driver, page);
  await driver.press(driver.page.getByRole("link", { name: "New label" }));
  await driver.write(driver.page.getByRole("textbox", { name: "Name" }), "Harvest");
  await driver.press(driver.page.getByRole("button", { name: "Create label" }), "Control+Enter");
  await labelNamed(driver, "Harvest").waitFor();
  await driver.press(driver.page.getByRole("link", { name: "Edit the label Harvest" }));
  // The opened field has the focus, and `write` continues after its text
  await driver.page.locator("form[id^=label-] [name=name]:focus").waitFor();
  await driver.write(driver.page.getByRole("textbox", { name: "Name" }), " home");
  await driver.press(driver.page.getByRole("button", { name: "Save label" }), "Control+Enter");
  await labelNamed(driver, "Harvest home").waitFor();
  await driver.press(driver.page.getByRole("button", { name: "Archive the label Harvest home" }));
  await driver.page.getByRole("button", { name: "Restore the label Harvest home" }).waitFor();
}

export const setWhatIsShared: Guide = {
  pages: ["web/settings/workspace", "web/settings/task-labels", "web/settings/project-labels"],
  steps: {
    "rename the workspace": async (driver) => {
      const { page } = driver;
      await open(driver, "Workspace");
      await driver.write(page.getByRole("textbox", { name: "Name" }), " Works");
      await driver.press(page.getByRole("button", { name: "Save workspace" }));
      await page.locator("#sidebar").getByText(/Works$/).first()
        .waitFor({ state: "attached" });
    },
    "create, rename, and archive a task label": (driver) => labelsSteps(driver, "Task labels"),
    "create, rename, and archive a project label": (driver) =>
      labelsSteps(driver, "Project labels"),
  },
};
