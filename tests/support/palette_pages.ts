import type { Locator, Page } from "../packages/playwright.ts";
import type { Driver } from "./drivers.ts";

/** The palette on the open page. */
export const palette = (page: Page): Locator => page.locator("#palette[open]");
/** The palette's search field. */
export const paletteField = (page: Page): Locator => palette(page).locator(".palette-field input");
/** The open list of actions. */
export const actionsOf = (page: Page): Locator => page.locator("#palette-actions:popover-open");
/** The field that filters the actions. */
export const actionsField = (page: Page): Locator => actionsOf(page).getByRole("combobox");

/** Returns a row of the palette by name. */
export const result = (page: Page, title: string): Locator =>
  palette(page).locator("#palette-items [role=option]", { hasText: title });

/** Clicks an element that opens the palette, and waits for the search field. */
export async function pressOpen(page: Page, key = "Control+k"): Promise<void> {
  await page.keyboard.press(key);
  await paletteField(page).and(page.locator(":focus")).waitFor();
}

/** Opens the actions of the highlighted row by keyboard, and waits for their search field. */
export async function openActions(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await actionsField(page).and(page.locator(":focus")).waitFor();
}

/** Opens the palette by keyboard, and waits for the server's suggestions. */
export async function openPalette(page: Page): Promise<void> {
  await pressOpen(page);
  await settled(page, "");
}

/** Waits until the palette shows the server's results for a text. */
export async function settled(page: Page, typed: string): Promise<void> {
  const list = palette(page).locator("#palette-items");
  await list.and(page.locator(`[aria-busy=false][data-found=${JSON.stringify(typed)}]`))
    .waitFor({ state: "attached" });
}

/** The key that opens a row's actions. */
export const moreOf = (row: Locator): Locator => row.locator("[data-more]");

/**
 * Opens the palette by the search button in the page header or the sidebar, or by keyboard, depending on the driver.
 */
export async function openBy(driver: Driver, key = "Control+k"): Promise<void> {
  const search = searchIn(driver.page, "#bar");
  if (await search.isVisible()) await driver.press(search, key);
  else await driver.goTo(searchIn(driver.page, "#sidebar"));
  await driver.waitForFocusOn(paletteField(driver.page));
}

/** Returns the search button in a part of the page. */
export const searchIn = (page: Page, part: string): Locator =>
  page.locator(part).getByRole("link", { name: "Search", exact: true });

/** Types into the open palette with the driver, and waits for the results. */
export async function lookFor(driver: Driver, typed: string): Promise<void> {
  await driver.overwrite(paletteField(driver.page), typed);
  await settled(driver.page, typed);
}

/** Chooses the highlighted row with the driver. */
export async function chooseFirst(driver: Driver, title: string): Promise<void> {
  await pointsAt(driver.page, title);
  await driver.press(palette(driver.page).locator("#palette-items .here"), "Enter");
}

/** Opens a row's actions with the driver, and chooses one. */
export async function act(driver: Driver, title: string, action: string): Promise<void> {
  const { page } = driver;
  await pointsAt(page, title);
  await driver.press(moreOf(palette(page).locator("#palette-items .here")), "Control+k");
  await driver.overwrite(actionsField(page), action);
  const found = actionsOf(page).locator(".here", { hasText: action });
  await found.waitFor();
  await driver.press(found, "Enter");
}

/** Types into the open palette, and waits for the results. */
export async function find(page: Page, typed: string): Promise<void> {
  await paletteField(page).fill(typed);
  await settled(page, typed.trim());
}

/** Waits until a row is highlighted, including for screen readers. */
export async function pointsAt(page: Page, title: string, where = palette(page)): Promise<void> {
  await where.locator("[role=option].here", { hasText: title }).waitFor();
}
