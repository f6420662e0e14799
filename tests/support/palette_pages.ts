import type { Locator, Page } from "../packages/playwright.ts";
import type { Driver } from "./drivers.ts";

/** The palette of a page that is open. */
export const palette = (page: Page): Locator => page.locator("#palette[open]");
/** The field in which one types what is looked for. */
export const paletteField = (page: Page): Locator => palette(page).locator(".palette-field input");
/** The second level, where it is open. */
export const actionsOf = (page: Page): Locator => page.locator("#palette-actions:popover-open");
/** The field that narrows it. */
export const actionsField = (page: Page): Locator => actionsOf(page).getByRole("combobox");

/** A row of the palette by what it is called. */
export const result = (page: Page, title: string): Locator =>
  palette(page).locator("#palette-items [role=option]", { hasText: title });

/** Presses what opens the palette, and waits for its field. */
export async function pressOpen(page: Page, key = "Control+k"): Promise<void> {
  await page.keyboard.press(key);
  await paletteField(page).and(page.locator(":focus")).waitFor();
}

/** Opens what can be done with the row that one is at, by its keys, and waits for the field that narrows it. */
export async function openActions(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await actionsField(page).and(page.locator(":focus")).waitFor();
}

/** Opens the palette by its keys, and waits until the server has told what it suggests. */
export async function openPalette(page: Page): Promise<void> {
  await pressOpen(page);
  await settled(page, "");
}

/** Waits until what is shown is what the server found for a text. */
export async function settled(page: Page, typed: string): Promise<void> {
  const list = palette(page).locator("#palette-items");
  await list.and(page.locator(`[aria-busy=false][data-found=${JSON.stringify(typed)}]`))
    .waitFor({ state: "attached" });
}

/** What opens the actions of a row. */
export const moreOf = (row: Locator): Locator => row.locator("[data-more]");

/** Has somebody open the palette by the search in the page's head, in the sidebar where there is no room, or by its key. */
export async function openBy(driver: Driver, key = "Control+k"): Promise<void> {
  const search = searchIn(driver.page, "#bar");
  if (await search.isVisible()) await driver.press(search, key);
  else await driver.goTo(searchIn(driver.page, "#sidebar"));
  await driver.waitForFocusOn(paletteField(driver.page));
}

/** The search that stands in a part of every page. */
export const searchIn = (page: Page, part: string): Locator =>
  page.locator(part).getByRole("link", { name: "Search", exact: true });

/** Has somebody type in the palette that is open, and waits until that is found. */
export async function lookFor(driver: Driver, typed: string): Promise<void> {
  await driver.overwrite(paletteField(driver.page), typed);
  await settled(driver.page, typed);
}

/** Has somebody choose the row that Enter chooses. */
export async function chooseFirst(driver: Driver, title: string): Promise<void> {
  await pointsAt(driver.page, title);
  await driver.press(palette(driver.page).locator("#palette-items .here"), "Enter");
}

/** Has somebody open what can be done with a row, and choose of it. */
export async function act(driver: Driver, title: string, action: string): Promise<void> {
  const { page } = driver;
  await pointsAt(page, title);
  await driver.press(moreOf(palette(page).locator("#palette-items .here")), "Control+k");
  await driver.overwrite(actionsField(page), action);
  const found = actionsOf(page).locator(".here", { hasText: action });
  await found.waitFor();
  await driver.press(found, "Enter");
}

/** Types in the palette that is open, and waits until that is found. */
export async function find(page: Page, typed: string): Promise<void> {
  await paletteField(page).fill(typed);
  await settled(page, typed.trim());
}

/** Waits until a row is the one that Enter chooses, as a screen reader is told. */
export async function pointsAt(page: Page, title: string, where = palette(page)): Promise<void> {
  await where.locator("[role=option].here", { hasText: title }).waitFor();
}
