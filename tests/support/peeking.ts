import type { Locator, Page } from "../packages/playwright.ts";
import { row } from "./browser_walk.ts";
import { intercept } from "./interception.ts";

/** The panel in which one peeks at a task, by that task's whole title, once it shows it. */
export function peekAt(page: Page, title: string): Locator {
  return page.getByRole("dialog", { name: title }).filter({
    has: page.getByRole("heading", { level: 2, name: title, exact: true }),
  });
}

/** Peeks at a task of the list by its key. */
export async function peek(page: Page, title: string): Promise<Locator> {
  await row(page, title).focus();
  await page.keyboard.press("Space");
  const panel = peekAt(page, title);
  await panel.waitFor();
  return panel;
}

/** Waits until nothing is peeked at, and the focus is on a row. */
export async function isClosedOn(page: Page, title: string): Promise<void> {
  await page.locator("#peek").waitFor({ state: "hidden" });
  await page.locator("#main .row-title:focus", { hasText: title }).waitFor();
}

/** Waits until a row is the highlighted one: that is peeked at, and has the focus. */
export async function isOn(page: Page, title: string): Promise<void> {
  await peekAt(page, title).waitFor();
  await page.locator("#main .row[data-peeked] .row-title:focus", { hasText: title }).waitFor();
}

/** Holds answers about tasks' pages back, until each is let go. @returns what lets the one about a task go */
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
