import { taskPath, tasksPath } from "../../views/paths.ts";
import type { Page } from "../packages/playwright.ts";
import { actionsField, find, openPalette, paletteField } from "../support/palette_pages.ts";
import { type Picture, select } from "./picture.ts";

const typed = (text: string) => async (page: Page) => {
  await openPalette(page);
  if (text) await find(page, text);
};

const actions = (text: string, filter = "") => async (page: Page) => {
  await typed(text)(page);
  await page.keyboard.press("Control+k");
  await actionsField(page).and(page.locator(":focus")).waitFor();
  await page.locator("#palette-actions [role=option]").nth(3).waitFor();
  if (filter) await page.keyboard.type(filter);
  if (filter) await page.locator("#palette-actions .palette-beside", { hasText: filter }).waitFor();
};

/** The palette, as it opens and with what it finds. */
export function picturesOfPalette(taskId: string): Picture[] {
  const at = tasksPath;
  return [
    { name: "palette", at, open: typed("") },
    { name: "palette-on-task", at: taskPath(taskId), open: typed("") },
    {
      name: "palette-selected",
      at,
      open: async (page) => {
        await select(3)(page);
        await typed("")(page);
      },
    },
    { name: "palette-found", at, open: typed("deck") },
    { name: "palette-create", at, open: typed("create") },
    { name: "palette-people", at, open: typed("@a") },
    { name: "palette-projects", at, open: typed("$") },
    { name: "palette-commands", at, open: typed(">set") },
    { name: "palette-none", at, open: typed("#zebra stripes") },
    { name: "palette-actions", at: taskPath(taskId), open: actions("") },
    { name: "palette-date", at: taskPath(taskId), open: actions("", "24 dec") },
    {
      name: "palette-away",
      at,
      async open(page) {
        await openPalette(page);
        await page.route("**/api/workspace/command?*", (route) => route.abort());
        await paletteField(page).fill("inbox");
        await page.locator("#palette [data-again]").waitFor();
      },
      close: (page) => page.unroute("**/api/workspace/command?*"),
    },
    { name: "palette-page", at: "/workspace/command?q=deck", javaScript: false },
  ];
}
