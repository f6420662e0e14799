import type { Page } from "../packages/playwright.ts";
import { row } from "./browser_walk.ts";
import { fingerOn } from "./board.ts";

/** Holds a finger on a row or card until the long press starts. @returns the finger and its position */
export async function pressAndHold(page: Page, title: string) {
  const { x, y, height } = (await row(page, title).boundingBox())!;
  const finger = await fingerOn(page);
  const [atX, atY] = [x + 20, y + height / 2];
  await finger("touchStart", atX, atY);
  await page.locator("#main .row.here, .card.lifted", { hasText: title }).first().waitFor();
  return { finger, x: atX, y: atY };
}

/** Opens the menu of a row or card by a long press. */
export async function longPress(page: Page, title: string) {
  const { finger } = await pressAndHold(page, title);
  await finger("touchEnd");
  await page.locator("#menu:popover-open").waitFor();
}

/** Selects a row by touch, through the menu of a long press. */
export async function selectByTouch(page: Page, title: string) {
  await longPress(page, title);
  await page.getByRole("option", { name: "Select", exact: true }).tap();
  await page.locator(".row:has(.row-select:checked)", { hasText: title }).waitFor();
}
