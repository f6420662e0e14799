import type { Page } from "../packages/playwright.ts";

/**
 * The viewer: the demo's owner, a member of two of its teams, a person whose workspace is empty, a person without a
 * workspace, or nobody who is signed in.
 */
export type Viewer = "owner" | "member" | "beginner" | "newcomer" | "nobody";

/** One picture: an address, and what is done there before it is taken. */
export interface Picture {
  /** What it is called, before the width and the theme. */
  name: string;
  at: string;
  by?: Viewer;
  /** Whether all of the page is taken rather than the window. */
  whole?: boolean;
  open?(page: Page): Promise<void>;
  /** Puts back what was done for it. */
  close?(page: Page): Promise<void>;
  javaScript?: false;
  print?: true;
  forcedColors?: true;
  /** Whether the window is half as large, as at 200 %. */
  zoomed?: true;
  /** The widths at which there is such a thing; all where it doesn't say. */
  from?: number;
}

export const openMenu = "#menu:popover-open [data-menu-start]";

/** Presses keys one after another. */
export const press = (...keys: string[]) => async (page: Page) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Follows the first one of what is seen, and waits for what that opens. */
export const click = (selector: string, opens = openMenu) => async (page: Page) => {
  await page.locator(selector).filter({ visible: true }).first().click();
  await page.locator(opens).first().waitFor();
};

/** Presses a key on the first row of a list, and waits for what that opens. */
export const onRow = (key: string, opens = openMenu) => async (page: Page) => {
  await page.locator("#main .row-title").first().focus();
  await page.keyboard.press(key);
  await page.locator(opens).first().waitFor();
};

/** Selects the first rows of a list. */
export const select = (count: number) => async (page: Page) => {
  await page.locator("#main .row-title").first().focus();
  await page.keyboard.press("x");
  await page.locator("#selection:not([hidden])").waitFor();
  for (let n = 1; n < count; n++) await page.keyboard.press("Shift+ArrowDown");
};

/** Opens the composer where one stands, and waits for it to be whole. */
export async function openComposer(page: Page) {
  await page.keyboard.press("c");
  await page.locator("#composer #pills").waitFor();
}

/**
 * Opens a menu by what leads to it where that is seen, or else by its address, beside the page's title; one of what is
 * selected beside the bar's button that leads to all of them.
 */
export async function openMenuAt(page: Page, path: string) {
  const { pathname } = new URL(path, page.url());
  const last = pathname.split("/").at(-1)!;
  const dialog = page.locator("dialog[open]");
  const within = await dialog.count() > 0 ? dialog : page.locator("body");
  const leads = [`a[href="${path}"]`, `a[href^="${pathname}"]`, `[data-opens="${last}"]`];
  for (const selector of leads) {
    const link = within.locator(`${selector}:visible`).first();
    if (await link.count() === 0) continue;
    return await link.click();
  }
  const tasks = await page.locator(".row-select:checked").evaluateAll((all) =>
    all.map((one) => (one as unknown as { value: string }).value).join(",")
  );
  const stands = tasks ? "#selection [data-opens=actions]" : "h1, h2";
  await within.locator(stands).first().evaluate((beside, href) => {
    // deno-lint-ignore no-explicit-any -- it runs in the page
    const { document, CustomEvent } = globalThis as any;
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside } }));
  }, tasks ? `${path}?tasks=${tasks}` : path);
}
