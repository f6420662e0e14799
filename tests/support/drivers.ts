import assert from "node:assert/strict";
import type { Locator, Page } from "../packages/playwright.ts";
import { focusBeside, goByKeys } from "./browser_walk.ts";

/** Performs actions on a page by mouse, touch, or keyboard. Guides use the same actions with each driver. */
export interface Driver {
  readonly page: Page;
  /** Opens a path in the browser. */
  visit(path: string): Promise<void>;
  /** Presses a link or button, or the task link of a list row. @param key the shortcut for the same action */
  press(thing: Locator, key?: string): Promise<void>;
  /** Toggles a checkbox, or chooses a radio button. */
  tick(box: Locator): Promise<void>;
  /** Follows a sidebar link. @param key the key after `G` that leads there */
  goTo(link: Locator, key?: string): Promise<void>;
  /** Opens the workspace switcher. */
  openSwitcher(): Promise<void>;
  /** Chooses an option from the open menu, by its name or the start of its name. */
  choose(option: string): Promise<void>;
  /** Closes a menu that stays open after a choice. */
  leaveMenu(): Promise<void>;
  /** Types text at the end of a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Goes to a field and replaces its text. @param key the shortcut that focuses the field */
  replace(field: Locator, text: string, key: string): Promise<void>;
  /** Replaces the text of the current field. */
  overwrite(field: Locator, text: string): Promise<void>;
  /** Points at an element. @param key the shortcut that moves to it @returns whether this driver can point */
  pointAt(thing: Locator, key: string): Promise<boolean>;
  /** Closes the topmost layer, by Esc or, on a phone, by going back. */
  leave(): Promise<void>;
  /** Presses Enter in a one-line field. On-screen keyboards have Enter too. */
  enter(): Promise<void>;
  /** Waits until an element has the focus. */
  waitForFocusOn(thing: Locator): Promise<void>;
  /** Asserts at the end of a step that something has the focus, because keyboard users need it. */
  waitForFocus(): Promise<void>;
  /** Asserts that the page got no other kind of input. */
  assertOnlyDriverUsed(): void;
}

type Used = "mouse" | "touch" | "pen" | "keys" | "Enter";

/** Creates a driver for a page opened for it. */
export type MakeDriver = (page: Page) => Promise<Driver>;

const isFocused = (thing: Locator) => thing.evaluate((one) => one.matches(":focus"));
const waitForFocusOn = (thing: Locator) => thing.and(thing.page().locator(":focus")).waitFor();
const menu = (page: Page) => page.locator("#menu:popover-open, #switcher:popover-open");
const switcher = (page: Page) => page.locator(".side-switch");
const option = (page: Page, name: string) =>
  menu(page).getByRole("option", { name: new RegExp(`^${name}`, "i") }).first();

/** Returns a point where a press does nothing: a corner beside the menu, or a place above it. */
async function corner(page: Page): Promise<[x: number, y: number]> {
  const around = page.locator("dialog[open], body:not(:has(dialog[open]))");
  const { x, y, height } = (await around.boundingBox())!;
  const opened = (await menu(page).boundingBox())!;
  const end = Math.min(y + height, page.viewportSize()!.height) - 3;
  const covered = opened.x <= x + 3 && opened.y + opened.height >= end;
  return [x + 3, covered ? opened.y - 20 : end];
}

/** Records a page's input events by kind of device. */
async function watch(page: Page): Promise<Set<Used>> {
  const used = new Set<Used>();
  await page.exposeBinding("actedWith", (_source, what: Used) => void used.add(what));
  await page.addInitScript(() => {
    const tell = (what: string) => Reflect.get(globalThis, "actedWith")(what);
    const own = { capture: true };
    addEventListener("pointerdown", (event) => tell(Reflect.get(event, "pointerType")), own);
    addEventListener("keydown", (event) => {
      if (event.isTrusted) tell(Reflect.get(event, "key") === "Enter" ? "Enter" : "keys");
    }, own);
  });
  return used;
}

/** Asserts that the page received only allowed kinds of input, and at least one of each kind. */
function holdTo(used: Set<Used>, allowed: Used[]) {
  assert.ok(used.size > 0, "nothing was used");
  assert.deepEqual([...used].filter((what) => !allowed.includes(what)), []);
}

/** Acts by mouse, and uses the keyboard only to type. */
export const byMouse: MakeDriver = async (page) => {
  const used = await watch(page);
  return {
    page,
    visit: async (path) => void await page.goto(path),
    press: (thing) => thing.click(),
    tick: (box) => box.click(),
    goTo: (link) => link.click(),
    openSwitcher: () => switcher(page).click(),
    choose: (name) => option(page, name).click(),
    async leaveMenu() {
      await page.mouse.click(...await corner(page));
      await menu(page).waitFor({ state: "hidden" });
    },
    async write(field, text) {
      if (!await isFocused(field)) await field.click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(text);
    },
    async replace(field, text) {
      await field.click();
      await page.keyboard.type(text);
    },
    async overwrite(field, text) {
      if (!await isFocused(field)) await field.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
    },
    async pointAt(thing) {
      await thing.hover();
      return true;
    },
    leave: () => page.keyboard.press("Escape"),
    enter: () => page.keyboard.press("Enter"),
    waitForFocusOn,
    waitForFocus: () => Promise.resolve(),
    assertOnlyDriverUsed: () => holdTo(used, ["mouse", "keys", "Enter"]),
  };
};

/** Acts by touch. Text comes from an on-screen keyboard, which has no special keys but Enter. */
export const byTouch: MakeDriver = async (page) => {
  const used = await watch(page);
  return {
    page,
    visit: async (path) => void await page.goto(path),
    press: (thing) => thing.tap(),
    tick: (box) => box.tap(),
    async goTo(link) {
      await page.getByRole("button", { name: "Open sidebar" }).tap();
      await link.tap();
      await page.locator("#sidebar:popover-open").waitFor({ state: "detached" });
    },
    async openSwitcher() {
      await page.getByRole("button", { name: "Open sidebar" }).tap();
      await switcher(page).tap();
    },
    choose: (name) => option(page, name).tap(),
    async leaveMenu() {
      await page.touchscreen.tap(...await corner(page));
      await menu(page).waitFor({ state: "hidden" });
    },
    async write(field, text) {
      if (!await isFocused(field)) await field.tap();
      await page.locator(":focus").and(field).waitFor();
      await page.keyboard.insertText(text);
    },
    async replace(field, text) {
      await field.tap();
      if (text) await page.keyboard.insertText(text);
    },
    async overwrite(field, text) {
      if (!await isFocused(field)) await field.tap();
      await field.selectText();
      await page.keyboard.insertText(text);
    },
    pointAt: () => Promise.resolve(false),
    leave: async () => void await page.goBack(),
    enter: () => page.keyboard.press("Enter"),
    waitForFocusOn,
    waitForFocus: () => Promise.resolve(),
    assertOnlyDriverUsed: () => holdTo(used, ["touch", "Enter"]),
  };
};

/** The maximum number of Tab presses on a page. */
const MOST_STOPS = 120;

/** Acts by keyboard only, and each key goes to a focused element. */
export const byKeyboard: MakeDriver = async (page) => {
  const used = await watch(page);
  /** Waits for the first focus, because a reloaded page has none at first. */
  let fresh = true;

  async function key(name: string) {
    if (!fresh) await page.locator(":focus").waitFor({ state: "attached" });
    fresh = false;
    await page.keyboard.press(name);
  }

  /** Presses G and a letter. */
  async function go(letter: string) {
    if (!fresh) await page.locator(":focus").waitFor({ state: "attached" });
    fresh = false;
    await goByKeys(page, letter);
  }

  async function reach(thing: Locator) {
    await thing.waitFor();
    // A new element might be found before it gets the focus
    if (await thing.and(page.locator("[autofocus]")).count() > 0) {
      return await waitForFocusOn(thing);
    }
    let found = await thing.elementHandle();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const focused = await focusBeside(found!);
      if (focused === "this") return;
      // The element was rendered again meanwhile
      if (focused === "unknown") found = await thing.elementHandle();
      else {
        // After the last Tab stop, the focus goes to the browser itself
        fresh = focused === "another" || fresh || stops > 0;
        await key("Tab");
      }
    }
    throw new Error(`Tab doesn't lead to ${thing}.`);
  }

  /** Moves to the list row that contains an element. Returns `false` if no row contains it. */
  async function standInRow(thing: Locator) {
    const id = await thing.evaluate((one) => one.closest("#main[data-list] .row")?.id);
    if (!id) return false;
    const title = page.locator(`[id="${id}"] .row-title`);
    for (let rows = 0; !await isFocused(title); rows++) {
      assert.ok(rows < MOST_STOPS, `J and K don't lead to ${thing}`);
      const [from, to] = await page.locator("#main .row").evaluateAll((all, id) => [
        all.findIndex((one) => one.matches(":focus-within")),
        all.findIndex((one) => one.id === id),
      ], id);
      await key(from! > to! ? "k" : "j");
    }
    return true;
  }

  async function press(thing: Locator, shortcut?: string) {
    await thing.waitFor();
    const inRow = await standInRow(thing);
    if (shortcut) return await key(shortcut);
    if (inRow && await thing.evaluate((one) => one.matches(".row-title"))) {
      // If a response to an earlier action moves the row at this moment, the next row gets the focus
      while (!await isFocused(thing)) await standInRow(thing);
    } else await reach(thing);
    await key("Enter");
  }

  return {
    page,
    async visit(path) {
      await page.goto(path);
      fresh = true;
    },
    press,
    async goTo(link, letter) {
      if (!letter) return await press(link);
      await go(letter);
    },
    openSwitcher: () => go("w"),
    async choose(name) {
      await menu(page).locator('[role="combobox"]:focus').waitFor();
      await page.keyboard.type(name);
      await option(page, name).and(page.locator(".here")).waitFor();
      await key("Enter");
    },
    async leaveMenu() {
      await key("Escape");
      await menu(page).waitFor({ state: "hidden" });
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.type(text);
    },
    async replace(field, text, shortcut) {
      await key(shortcut);
      await waitForFocusOn(field);
      await page.keyboard.type(text);
    },
    async tick(box) {
      await box.waitFor();
      if (await box.getAttribute("type") !== "radio") {
        await reach(box);
        return await key("Space");
      }
      // A radio group has a single Tab stop, and arrows choose among its buttons
      const name = await box.getAttribute("name");
      await reach(page.locator(`#main [type="radio"][name="${name}"]:checked`));
      while (!await box.isChecked()) await key("ArrowDown");
    },
    async overwrite(field, text) {
      await reach(field);
      await key("Control+a");
      await page.keyboard.type(text);
    },
    async pointAt(_thing, name) {
      await key(name);
      return true;
    },
    leave: () => key("Escape"),
    enter: () => key("Enter"),
    waitForFocusOn,
    async waitForFocus() {
      if (!fresh) await page.locator(":focus").waitFor({ state: "attached" });
    },
    assertOnlyDriverUsed: () => holdTo(used, ["keys", "Enter"]),
  };
};
