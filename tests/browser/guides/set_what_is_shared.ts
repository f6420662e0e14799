import { place, shows } from "../../support/task_pages.ts";
import type { Hand } from "../../support/hands.ts";
import type { Guide } from "./guide.ts";

async function open(hand: Hand, name: string) {
  const { page } = hand;
  await hand.goTo(place(page, "Settings"), "s");
  await shows(page, "Settings");
  const link = page.locator("#main").getByRole("link", { name: new RegExp(`^${name}`) });
  await hand.press(link);
  await shows(page, name);
}

/** The row of a label. */
const labelNamed = ({ page }: Hand, name: string) =>
  page.locator(".record-item", { has: page.getByText(name, { exact: true }) });

async function labelsSteps(hand: Hand, page: "Task labels" | "Project labels") {
  await open(hand, page);
  await hand.press(hand.page.getByRole("link", { name: "New label" }));
  await hand.write(hand.page.getByRole("textbox", { name: "Name" }), "Harvest");
  await hand.press(hand.page.getByRole("button", { name: "Create label" }), "Control+Enter");
  await labelNamed(hand, "Harvest").waitFor();
  await hand.press(hand.page.getByRole("link", { name: "Edit the label Harvest" }));
  // The opened field has the focus, and `write` continues after its text
  await hand.page.locator("form[id^=label-] [name=name]:focus").waitFor();
  await hand.write(hand.page.getByRole("textbox", { name: "Name" }), " home");
  await hand.press(hand.page.getByRole("button", { name: "Save label" }), "Control+Enter");
  await labelNamed(hand, "Harvest home").waitFor();
  await hand.press(hand.page.getByRole("button", { name: "Archive the label Harvest home" }));
  await hand.page.getByRole("button", { name: "Restore the label Harvest home" }).waitFor();
}

export const setWhatIsShared: Guide = {
  pages: ["web/settings/workspace", "web/settings/task-labels", "web/settings/project-labels"],
  steps: {
    "rename the workspace": async (hand) => {
      const { page } = hand;
      await open(hand, "Workspace");
      await hand.write(page.getByRole("textbox", { name: "Name" }), " Works");
      await hand.press(page.getByRole("button", { name: "Save workspace" }));
      await page.locator("#sidebar").getByText(/Works$/).first()
        .waitFor({ state: "attached" });
    },
    "create, rename, and archive a task label": (hand) => labelsSteps(hand, "Task labels"),
    "create, rename, and archive a project label": (hand) => labelsSteps(hand, "Project labels"),
  },
};
