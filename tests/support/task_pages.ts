import type { Locator, Page } from "../packages/playwright.ts";

/** Waits until the page of a task is there. */
export async function shows(page: Page, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
}

/** A property of the open task, whose menu it opens. */
export function property(page: Page, name: string): Locator {
  return page.getByRole("complementary", { name: "Properties" })
    .getByRole("link", { name: new RegExp(`^${name}\\b`) });
}

/** Waits until the open task says what a property is. */
export async function has(page: Page, name: string, value: string): Promise<void> {
  await property(page, name).getByText(value).first().waitFor();
}

/** Leads from a task to the list that one came from. */
export const wayBack = (page: Page) => page.getByRole("link", { name: "Back to list" });

/** Leads from everywhere to a place of the sidebar. */
export const place = (page: Page, name: string) =>
  page.locator("#sidebar").getByRole("link", { name: new RegExp(`^${name}`) });
