import type { Page } from "../packages/playwright.ts";

/** Returns the titles of the selected rows, from top to bottom, also of rows that aren't painted yet. */
export async function selected(page: Page): Promise<string[]> {
  const titles = await page.locator(".row:has(.row-select:checked) .row-title").allTextContents();
  return titles.map((title) => title.trim());
}

/** Waits until the selection bar shows the count and a screen reader announces it. */
export async function waitForSelectionCount(page: Page, words: string): Promise<void> {
  await page.getByRole("region", { name: "Selected tasks" }).getByText(words, { exact: true })
    .waitFor();
  await page.locator("#announced").getByText(words, { exact: true }).waitFor({ state: "attached" });
}

/** Selects rows by their checkboxes. */
export async function select(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await page.getByRole("checkbox", { name: new RegExp(`: ${title}$`) }).click();
  }
}
