import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";

/** The size of the squares whose mean colors are compared, in pixels: larger than a letter, smaller than a row. */
const SQUARE = 16;
/** The largest difference between mean colors, from 0 to 255, that rounding can cause. A changed word causes more. */
const MOST_DIFFERENT = 4;
/** The width of a sentence in the fonts of the pictures, in pixels. On machines with other fonts, only sizes are compared. */
const FONT_WIDTH = 347;

/**
 * Fails if a stored picture no longer shows the page. With `BACKLOG_UPDATE_SNAPSHOTS`, stores the new picture instead.
 * @param taken the page's picture, in the format of the file
 */
export async function assertCurrent(page: Page, file: URL, taken: Uint8Array): Promise<void> {
  if (Deno.env.get("BACKLOG_UPDATE_SNAPSHOTS")) return await Deno.writeFile(file, taken);
  const stored = await Deno.readFile(file);
  const [same, different] = await page.evaluate<[sameSize: boolean, different: number]>(
    `(${compare})("${stored.toBase64()}", "${taken.toBase64()}", ${SQUARE})`,
  );
  const name = file.pathname.split("/").at(-1)!;
  const isCurrent = same && (different <= MOST_DIFFERENT || await fontWidth(page) !== FONT_WIDTH);
  assert.ok(
    isCurrent,
    `${name} is out of date (${different}). Run this test with BACKLOG_UPDATE_SNAPSHOTS=1, and look at the picture.`,
  );
}

/** Runs in the page. Compares two pictures by their size, and by the mean colors of their squares. */
const compare = `async (...[one, other, square]) => {
  const [a, b] = await Promise.all([one, other].map(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.fromBase64(data)]));
    const size = [image.width, image.height];
    const squares = size.map((length) => Math.floor(length / square));
    const canvas = new OffscreenCanvas(...squares).getContext("2d");
    canvas.imageSmoothingQuality = "high";
    canvas.drawImage(image, 0, 0, ...squares);
    return { size: String(size), colors: canvas.getImageData(0, 0, ...squares).data };
  }));
  if (a.size !== b.size) return [false, 255];
  return [true, a.colors.reduce((most, color, at) => Math.max(most, Math.abs(color - b.colors[at])), 0)];
}`;

async function fontWidth(page: Page): Promise<number> {
  return await page.evaluate<number>(`(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.font = "16px " + getComputedStyle(document.body).fontFamily;
    return Math.round(canvas.measureText("Seal the lantern room, and paint the railing").width);
  })()`);
}
