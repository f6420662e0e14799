import assert from "node:assert/strict";
import type { Locator, Page } from "../packages/playwright.ts";
import { focusBeside, goByKeys } from "./browser_walk.ts";

/** Somebody at a page. What they do is the same for everybody, how they do it is their hand's own. */
export interface Hand {
  readonly page: Page;
  /** Goes to an address that was typed into the browser. */
  visit(path: string): Promise<void>;
  /** Presses a link or a button, in a row of a list that of its task. @param key what does the same from the keyboard */
  press(thing: Locator, key?: string): Promise<void>;
  /** Ticks a box, or takes its tick away; of radio buttons it chooses one. */
  tick(box: Locator): Promise<void>;
  /** Follows a link of the sidebar. @param key what leads there after `G` */
  goTo(link: Locator, key?: string): Promise<void>;
  /** Opens the menu of one's workspaces. */
  openSwitcher(): Promise<void>;
  /** Chooses from the menu that is open, by an option's name or its beginning. */
  choose(option: string): Promise<void>;
  /** Closes the menu that stays open for another choice. */
  leaveMenu(): Promise<void>;
  /** Writes into a field, behind what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Comes to a field whose text gives way to another one, and writes that. @param key what leads to it from the keyboard */
  replace(field: Locator, text: string, key: string): Promise<void>;
  /** Writes into the field that one is at, in the place of what stands there. */
  overwrite(field: Locator, text: string): Promise<void>;
  /** Points at a thing. @param key what goes on to it from the keyboard @returns whether it can point */
  pointAt(thing: Locator, key: string): Promise<boolean>;
  /** Leaves what lies uppermost: by Esc, or on a phone by going back. */
  leave(): Promise<void>;
  /** Says that what one writes in one line is whole: by Enter, which the keyboard of a screen has too. */
  enter(): Promise<void>;
  /** Waits until one's next act starts at a thing: that has the focus where keys go. */
  standsAt(thing: Locator): Promise<void>;
  /** Holds that something has the focus, at the end of a step: for who has nothing but keys. */
  standsSomewhere(): Promise<void>;
  /** Holds that nothing else than this hand was used. */
  nothingElse(): void;
}

/** What a page was acted on with. */
type Used = "mouse" | "touch" | "pen" | "keys" | "Enter";

/** Makes a hand for a page that was opened for it. */
export type MakeHand = (page: Page) => Promise<Hand>;

const isFocused = (thing: Locator) => thing.evaluate((one) => one.matches(":focus"));
const standsAt = (thing: Locator) => thing.and(thing.page().locator(":focus")).waitFor();
const menu = (page: Page) => page.locator("#menu:popover-open, #switcher:popover-open");
const switcher = (page: Page) => page.locator(".side-switch");
const option = (page: Page, name: string) =>
  menu(page).getByRole("option", { name: new RegExp(`^${name}`, "i") }).first();

/** Where nothing is to press: the lower left corner of what a menu lies over, or above one that lies there. */
async function corner(page: Page): Promise<[x: number, y: number]> {
  const around = page.locator("dialog[open], body:not(:has(dialog[open]))");
  const { x, y, height } = (await around.boundingBox())!;
  const opened = (await menu(page).boundingBox())!;
  const end = Math.min(y + height, page.viewportSize()!.height) - 3;
  const covered = opened.x <= x + 3 && opened.y + opened.height >= end;
  return [x + 3, covered ? opened.y - 20 : end];
}

/** Tells, by the browser's own events, what a page is acted on with. */
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

/** Holds that some of what is allowed was used, and nothing else. */
function holdTo(used: Set<Used>, allowed: Used[]) {
  assert.ok(used.size > 0, "nothing was used");
  assert.deepEqual([...used].filter((what) => !allowed.includes(what)), []);
}

/** By mouse, and by keys only for what is written. */
export const byMouse: MakeHand = async (page) => {
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
    standsAt,
    standsSomewhere: () => Promise.resolve(),
    nothingElse: () => holdTo(used, ["mouse", "keys", "Enter"]),
  };
};

/** By touch alone: what is written comes from the keyboard of the screen, which has no keys but Enter. */
export const byTouch: MakeHand = async (page) => {
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
    standsAt,
    standsSomewhere: () => Promise.resolve(),
    nothingElse: () => holdTo(used, ["touch", "Enter"]),
  };
};

/** Most of a page that one goes through by Tab. */
const MOST_STOPS = 120;

/** By keys alone, each of which goes to something that has the focus. */
export const byKeyboard: MakeHand = async (page) => {
  const used = await watch(page);
  /** A page that was loaded anew has the focus nowhere yet. */
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
    // What has the focus for being new hasn't got it yet while it says so
    if (await thing.and(page.locator("[autofocus]")).count() > 0) return await standsAt(thing);
    let found = await thing.elementHandle();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const focused = await focusBeside(found!);
      if (focused === "this") return;
      // It was drawn anew meanwhile
      if (focused === "unknown") found = await thing.elementHandle();
      else {
        // Behind the last stop comes the browser itself
        fresh = focused === "another" || fresh || stops > 0;
        await key("Tab");
      }
    }
    throw new Error(`Tab doesn't lead to ${thing}.`);
  }

  /** Moves to the row of a list that a thing stands in; false where it stands in none. */
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
      // Where the answer to what was done before moves it just then, the focus is at the next row
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
      await standsAt(field);
      await page.keyboard.type(text);
    },
    async tick(box) {
      await box.waitFor();
      if (await box.getAttribute("type") !== "radio") {
        await reach(box);
        return await key("Space");
      }
      // Of radio buttons one is a stop, and arrows choose another
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
    standsAt,
    async standsSomewhere() {
      if (!fresh) await page.locator(":focus").waitFor({ state: "attached" });
    },
    nothingElse: () => holdTo(used, ["keys", "Enter"]),
  };
};
