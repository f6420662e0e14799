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

/** A label's line, by its name. */
const labelNamed = ({ page }: Hand, name: string) =>
  page.locator(".record-item", { has: page.getByText(name, { exact: true }) });

async function labelsSteps(hand: Hand, page: "Task labels" | "Project labels") {
  await open(hand, page);
  await hand.press(hand.page.getByRole("link", { name: "New label" }));
  await hand.write(hand.page.getByRole("textbox", { name: "Name" }), "Harvest");
  await hand.press(hand.page.getByRole("button", { name: "Create label" }), "Control+Enter");
  await labelNamed(hand, "Harvest").waitFor();
  await hand.press(hand.page.getByRole("link", { name: "Edit the label Harvest" }));
  // Keys that lead to a field select what stands there; the one that opens is entered behind it
  await hand.page.locator("form[id^=label-] [name=name]:focus").waitFor();
  await hand.write(hand.page.getByRole("textbox", { name: "Name" }), " home");
  await hand.press(hand.page.getByRole("button", { name: "Save label" }), "Control+Enter");
  await labelNamed(hand, "Harvest home").waitFor();
  await hand.press(hand.page.getByRole("button", { name: "Archive the label Harvest home" }));
  await hand.page.getByRole("button", { name: "Restore the label Harvest home" }).waitFor();
}

/** Guides to what the whole workspace shares, one after another. */
export const setWhatIsShared: Guide = {
  name: "Update Workspace Settings, Manage Task Labels, Manage Project Labels",
  steps: {
    "the workspace is renamed, and the sidebar shows the new name": async (hand) => {
      const { page } = hand;
      await open(hand, "Workspace");
      await hand.write(page.getByRole("textbox", { name: "Name" }), " Works");
      await hand.press(page.getByRole("button", { name: "Save workspace" }));
      // Keys that lead to a field select what stands there
      await page.locator("#sidebar").getByText(/Works$/).first()
        .waitFor({ state: "attached" });
    },
    "a task label is created, renamed, and archived": (hand) => labelsSteps(hand, "Task labels"),
    "a project label is created, renamed, and archived": (hand) =>
      labelsSteps(hand, "Project labels"),
  },
};
