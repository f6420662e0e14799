import type { Locator, Page } from "../packages/playwright.ts";

/** Waits until a task's page is shown. */
export async function shows(page: Page, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
}

/** Returns a property of the open task, which opens the property's menu. */
export function property(page: Page, name: string): Locator {
  return page.getByRole("complementary", { name: "Properties" })
    .getByRole("link", { name: new RegExp(`^${name}\\b`) });
}

/** Waits until the open task shows a property's value. */
export async function has(page: Page, name: string, value: string): Promise<void> {
  await property(page, name).getByText(value).first().waitFor();
}

/** Returns to the list from which the task was opened. */
export const wayBack = (page: Page) => page.getByRole("link", { name: "Back to list" });

/** Opens a sidebar link from any page. */
export const place = (page: Page, name: string) =>
  page.locator("#sidebar").getByRole("link", { name: new RegExp(`^${name}`) });
