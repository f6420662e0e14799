import type { Locator, Page } from "../packages/playwright.ts";

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

/** Types in the palette that is open, and waits until that is found. */
export async function find(page: Page, typed: string): Promise<void> {
  await paletteField(page).fill(typed);
  await settled(page, typed.trim());
}

/** Waits until a row is the one that Enter chooses, as a screen reader is told. */
export async function pointsAt(page: Page, title: string, where = palette(page)): Promise<void> {
  await where.locator("[role=option].here", { hasText: title }).waitFor();
}
