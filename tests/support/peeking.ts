import type { Locator, Page } from "../packages/playwright.ts";
import { row } from "./browser_walk.ts";
import { intercept } from "./interception.ts";

/** Returns the panel with a task, by the task's full title. */
export function peekAt(page: Page, title: string): Locator {
  return page.getByRole("dialog", { name: title }).filter({
    has: page.getByRole("heading", { level: 2, name: title, exact: true }),
  });
}

/** Opens the panel of a list's task by keyboard. */
export async function peek(page: Page, title: string): Promise<Locator> {
  await row(page, title).focus();
  await page.keyboard.press("Space");
  const panel = peekAt(page, title);
  await panel.waitFor();
  return panel;
}

/** Waits until the panel is closed and the focus is on a row. */
export async function isClosedOn(page: Page, title: string): Promise<void> {
  await page.locator("#peek").waitFor({ state: "hidden" });
  await page.locator("#main .row-title:focus", { hasText: title }).waitFor();
}

/** Waits until a row is highlighted as the one in the panel, and has the focus. */
export async function isOn(page: Page, title: string): Promise<void> {
  await peekAt(page, title).waitFor();
  await page.locator("#main .row[data-peeked] .row-title:focus", { hasText: title }).waitFor();
}

/** Delays responses with tasks' pages. @returns a function that releases a task's response */
export async function holdBack(page: Page, ...references: string[]) {
  const held = new Map<string, () => void>();
  for (const reference of references) {
    const gone = new Promise<void>((resolve) => held.set(reference, resolve));
    await intercept(page, `**/workspace/tasks/${reference}`, async (route) => {
      await gone;
      await route.continue().catch(() => {});
    });
  }
  return (reference: string) => held.get(reference)?.();
}
