import { landingPath, signInPath, taskPath, tasksPath } from "../../views/paths.ts";
import type { Page } from "../packages/playwright.ts";
import {
  find,
  openActions,
  openPalette,
  paletteField,
  pressOpen,
  settled,
} from "../support/palette_pages.ts";
import { type Picture, select } from "./picture.ts";

const typed = (text: string) => async (page: Page) => {
  await openPalette(page);
  if (text) await find(page, text);
};

const actions = (text: string, filter = "") => async (page: Page) => {
  await typed(text)(page);
  await openActions(page);
  await page.locator("#palette-actions [role=option]").nth(3).waitFor();
  if (filter) await page.keyboard.type(filter);
  if (filter) await page.locator("#palette-actions .palette-beside", { hasText: filter }).waitFor();
};

const publicTyped = (text: string) => async (page: Page) => {
  await pressOpen(page);
  await page.keyboard.type(text);
  await settled(page, text);
};

/** That of the public site. */
const ofPublicSite: readonly Picture[] = [
  { name: "palette-public", at: landingPath, by: "nobody", open: publicTyped("") },
  { name: "palette-public-signed-in", at: landingPath, open: publicTyped("") },
  { name: "palette-public-sign-in", at: signInPath, by: "nobody", open: publicTyped("") },
  { name: "palette-public-found", at: landingPath, by: "nobody", open: publicTyped("cli") },
  { name: "palette-public-none", at: landingPath, by: "nobody", open: publicTyped("zebra") },
  {
    name: "palette-public-actions",
    at: landingPath,
    by: "nobody",
    async open(page) {
      await publicTyped("")(page);
      await openActions(page);
      await page.locator("#palette-actions [role=option]").nth(2).waitFor();
    },
  },
  {
    name: "palette-public-away",
    at: landingPath,
    by: "nobody",
    async open(page) {
      await page.route("**/assets/pages.*", (route) => route.abort());
      await page.reload();
      await pressOpen(page);
      await page.locator("#palette [data-again]").waitFor();
    },
    close: (page) => page.unroute("**/assets/pages.*"),
  },
  { name: "public-search", at: "/?q=", by: "nobody", javaScript: false },
  { name: "public-search-none", at: "/?q=zebra", by: "nobody", javaScript: false },
];

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
    ...ofPublicSite,
    { name: "palette-page", at: "/workspace/command?q=deck", javaScript: false },
  ];
}
