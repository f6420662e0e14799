import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTasks } from "../../support/example_tasks.ts";
import { requireAccessible, type Visit } from "../../support/chromium.ts";
import {
  actionsOf,
  find,
  openActions,
  palette,
  paletteField,
  pressOpen,
} from "../../support/palette_pages.ts";
import { browserTest, type Stage } from "../../support/stage.ts";

/** A place where the palette finds records. The same keys work in each. */
interface Place {
  enter(stage: Stage): Promise<Visit>;
  /** A text that finds several rows there. */
  typed: string;
  /** The rows as announced by a screen reader. */
  tree: RegExp;
  /** The actions of the first row, and a text that finds one. */
  action: [typed: string, found: string];
  /** The pages that the first and second row open. */
  leads: [string, string];
}

const places: Readonly<Record<string, Place>> = {
  "in a workspace": {
    async enter({ enter }) {
      const visit = await enter({ width: 360 });
      await openTasks(visit.page, ["Mend the fence", "Mend the gate"]);
      return visit;
    },
    typed: "#mend",
    tree:
      /dialog "Search and commands":[^]*search "Workspace":[^]*combobox "Search the workspace or run a command" \[expanded\][^]*listbox "Results":\s+- group "Tasks":\s+- option "[^"]*ENG-2 Mend the gate[^"]*" \[selected\]\s+- option "[^"]*ENG-1 Mend the fence[^"]*"\n[^]*- status: 2 results/,
    action: ["assign", "Assign"],
    leads: ["/workspace/tasks/ENG-2", "/workspace/tasks/ENG-1"],
  },
  "on the public site": {
    async enter({ open }) {
      const visit = await open({ width: 360 });
      await visit.page.goto("/");
      return visit;
    },
    typed: "",
    tree:
      /dialog "Search":[^]*search "This site":[^]*combobox "Search this site" \[expanded\][^]*listbox "Results":\s+- group "Pages":\s+- '?option "Create your account [^"]*" \[selected\]'?\s+- option "Sign in [^"]*"\n[^]*- status: 10 results/,
    action: ["new tab", "Open in a new tab"],
    leads: ["/auth/signup", "/auth/signin"],
  },
};

/** Waits until a row is selected according to the field. */
async function isAt(page: Page, row: number, list = "palette-items"): Promise<void> {
  const id = `${list}-${row}`;
  await page.locator(`[role=combobox][aria-activedescendant="${id}"]`).waitFor();
  await page.locator(`#${id}.here[aria-selected=true]`).waitFor();
  await page.locator(`#${list} [aria-selected=true]`).and(page.locator(`:not(#${id})`))
    .waitFor({ state: "detached" });
}

const focus = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();
const inField = (page: Page) => paletteField(page).and(page.locator(":focus")).waitFor();

/** Waits until the page's title is or isn't a text, which shows that the new page is there. */
async function isTitled(page: Page, title: string, so: boolean): Promise<void> {
  await page.waitForFunction(
    // deno-lint-ignore no-explicit-any -- a global of the page, not of this module
    ([title, so]) => ((globalThis as any).document.title === title) === so,
    [title, so],
  );
}

for (const [name, { enter, typed, tree, action, leads }] of Object.entries(places)) {
  browserTest(`the palette has keyboard support and announcements: ${name}`, async (stage) => {
    await using visit = await enter(stage);
    const { page } = visit;
    await pressOpen(page);
    await find(page, typed);
    await isAt(page, 0);
    assert.match(await palette(page).ariaSnapshot(), tree);
    await palette(page).getByRole("status").getByText(/^\d+ results$/).waitFor();
    await stage.step("arrows wrap around, and the field keeps the focus", async () => {
      const last = await palette(page).locator("#palette-items [role=option]").count() - 1;
      for (const [key, row] of [["Down", 1], ["Up", 0], ["Up", last], ["Down", 0]] as const) {
        await page.keyboard.press(`Arrow${key}`);
        await isAt(page, row);
        await inField(page);
      }
    });
    await stage.step(
      "Tab moves to the row, Shift+Tab moves back, and Esc returns to the field",
      async () => {
        await page.keyboard.press("Tab");
        await focus(page, "#palette-items-0");
        await page.keyboard.press("Shift+Tab");
        await palette(page).locator(".palette-list :focus:not([role=option])").waitFor();
        await paletteField(page).focus();
        await page.keyboard.press("Tab");
        await page.keyboard.press("ArrowDown");
        await focus(page, "#palette-items-1");
        await openActions(page);
        await page.keyboard.press("Escape");
        await actionsOf(page).waitFor({ state: "detached" });
        await inField(page);
        await page.keyboard.press("ArrowUp");
        await isAt(page, 0);
      },
    );
    await stage.step("a record's actions support the same keys", async () => {
      await openActions(page);
      await isAt(page, 0, "palette-action-items");
      await actionsOf(page).getByRole("listbox", { name: "Actions" }).waitFor();
      await page.locator("#palette-action-items-1").waitFor();
      await page.keyboard.press("ArrowDown");
      await isAt(page, 1, "palette-action-items");
      await page.keyboard.press("Tab");
      await focus(page, "#palette-action-items-1");
      await page.keyboard.type(action[0]);
      await actionsOf(page).locator(".here", { hasText: action[1] }).waitFor();
      await requireAccessible(page, "what can be done", "#palette");
      await page.keyboard.press("Control+k");
      await actionsOf(page).waitFor({ state: "detached" });
      await inField(page);
    });
    await stage.step("a search without results is announced, and the list closes", async () => {
      await find(page, "#zebra");
      await palette(page).getByRole("status").getByText("No results for “#zebra”").waitFor();
      await paletteField(page).and(page.locator('[aria-expanded="false"]')).waitFor();
      await requireAccessible(page, "nothing found", "#palette");
    });
    await stage.step("Enter runs the selected row, and Space the focused one", async () => {
      const title = await page.title();
      await find(page, typed);
      await isAt(page, 0);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${leads[0]}`);
      await isTitled(page, title, false);
      await page.goBack();
      // Back replaces the whole page, including a palette that was opened before
      await isTitled(page, title, true);
      await pressOpen(page);
      await find(page, typed);
      await isAt(page, 0);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Tab");
      await focus(page, "#palette-items-1");
      await page.keyboard.press("Space");
      await page.waitForURL(`**${leads[1]}`);
    });
    await pressOpen(page);
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
    assert.deepEqual(visit.complaints, []);
  });
}
