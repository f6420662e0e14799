import type { Page } from "../packages/playwright.ts";

/** What takes longer doesn't come. */
const LONGEST_MS = 10_000;

/** Something that one does, and what shows that it is done: JavaScript for the page. */
export interface Step {
  name: string;
  key: string;
  shows: string;
}

/** Presses a key, and waits for the picture that shows what it did. @returns milliseconds from the key on */
export async function waitedFor(page: Page, { name, key, shows }: Step): Promise<number> {
  await page.evaluate(`
    globalThis.waited = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("Nothing shows it: ${name}")), ${LONGEST_MS});
      addEventListener("keydown", function pressed(event) {
        if (["Control", "Shift", "Alt"].includes(event.key)) return;
        removeEventListener("keydown", pressed, { capture: true });
        const mark = () => document.querySelector(".row-title:focus")?.closest(".row")
          ?.querySelector("[data-menu=priority] use")?.getAttribute("href");
        const before = globalThis.priority ?? mark();
        globalThis.changed = () => !document.querySelector("#menu:popover-open") && mark() !== before;
        const look = () => {
          if (${shows}) setTimeout(() => resolve(performance.now() - event.timeStamp));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, { capture: true });
    });
    undefined;
  `);
  await page.keyboard.press(key);
  return await page.evaluate<number>("globalThis.waited");
}
