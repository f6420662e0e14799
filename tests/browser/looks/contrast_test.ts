import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { openTask, row, signIn } from "../../support/browser_walk.ts";
import { ask, signUpRemotely } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks, openTasks } from "../../support/example_tasks.ts";

const pointedAt = (page: Page) => page.locator("#menu .menu-item.here");

/** Returns an element's style, or its pseudo-element's, by the names of CSS. */
const styleOf = (thing: Locator, before = false) =>
  thing.evaluate((one, before) => {
    const look = Reflect.get(globalThis, "getComputedStyle")(one, before ? "::before" : null);
    const { outlineStyle, outlineWidth, outlineColor, backgroundColor, boxShadow } = look;
    const outline = `${outlineWidth} ${outlineStyle}`;
    return { outline, outlineColor, backgroundColor, boxShadow } as Record<
      "outline" | "outlineColor" | "backgroundColor" | "boxShadow",
      string
    >;
  }, before);

/** Returns the contrast of two colors as the browser paints them. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrast = (page: Page, some: string, other: string) =>
  page.evaluate(`(() => {
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
      .getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [${JSON.stringify(some)}, ${
    JSON.stringify(other)
  }].map(light).sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  })()`) as Promise<number>;

browserTest(
  "in forced colors, the focused row and the selected option have outlines, and a label keeps its dot",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Ash"]);
    await createTasks(page, server.url, ["Birch"], { tags: "Bug" });
    await page.goto("/workspace/tasks");
    await page.emulateMedia({ forcedColors: "active" });
    await page.keyboard.press("j");
    await page.locator(".row-title:focus").waitFor();
    assert.equal((await styleOf(page.locator(".row:focus-within"))).outline, "2px solid");
    const ground = (await styleOf(page.locator("body"))).backgroundColor;
    const label = page.locator(".row .label").first();
    assert.notEqual((await styleOf(label, true)).backgroundColor, ground);
    await page.keyboard.press("s");
    await pointedAt(page).waitFor();
    assert.equal((await styleOf(pointedAt(page))).outline, "2px solid");
    assert.equal((await styleOf(page.locator(".row.here"))).outline, "2px solid");
  },
);

for (const dark of [false, true]) {
  browserTest(
    `the focused row and the highlighted option contrast 3 : 1 with their surroundings, ${
      dark ? "dark" : "light"
    }`,
    async ({ server, enter }) => {
      await using visit = await enter({ dark });
      const { page } = visit;
      await createAndListTasks(page, server.url, ["Ash", "Birch"]);
      const told = async (thing: Locator, around: Locator) => {
        const { boxShadow } = await styleOf(thing);
        const [colour] = /^\w+\([^)]*\)/.exec(boxShadow) ?? [];
        assert.ok(colour, boxShadow);
        const { backgroundColor } = await styleOf(around);
        const ratio = await contrast(page, colour, backgroundColor);
        assert.ok(ratio >= 3, `${colour} on ${backgroundColor} is ${ratio} : 1`);
      };
      await page.keyboard.press("j");
      await page.locator(".row-title:focus").waitFor();
      await told(page.locator(".row:focus-within"), page.locator("body"));
      await page.keyboard.press("p");
      await pointedAt(page).waitFor();
      await told(pointedAt(page), page.locator("#menu"));
    },
  );
}

/** Returns the color behind an element: its own, or that of the nearest ancestor with one. */
const groundOf = (thing: Locator) =>
  thing.evaluate((one) => {
    const colors: string[] = [];
    for (let at: typeof one.parentElement = one; at; at = at.parentElement) {
      colors.push(Reflect.get(globalThis, "getComputedStyle")(at).backgroundColor);
    }
    return colors.find((color) => color !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)";
  });

for (const dark of [false, true]) {
  browserTest(
    `focused links, buttons, checkboxes, group headings, and a card's menus have a ring with a contrast of 3 : 1, ${
      dark ? "dark" : "light"
    }`,
    async ({ enter }) => {
      await using visit = await enter({ dark });
      const { page } = visit;
      await openTasks(page, ["Ash"]);
      const requireRing = async (name: string, thing: Locator) => {
        await thing.focus();
        assert.ok(await thing.evaluate((one) => one.matches(":focus-visible")), name);
        const { outline, outlineColor } = await styleOf(thing);
        assert.match(outline, /^[2-9](\.\d+)?px solid$/, name);
        const ground = await groundOf(thing.locator(".."));
        const ratio = await contrast(page, outlineColor, ground);
        assert.ok(ratio >= 3, `${name}: ${outlineColor} on ${ground} is ${ratio} : 1`);
      };
      // A page that was used by keyboard shows where the focus is
      await page.keyboard.press("Tab");
      await requireRing("link", page.getByRole("link", { name: "Display", exact: true }));
      await requireRing("button", page.getByRole("button", { name: "Keyboard shortcuts" }));
      await requireRing("checkbox", page.locator(".row-select").first());
      await requireRing("group heading", page.locator(".group-head").first());
      await page.goto("/workspace/tasks?layout=board");
      await page.keyboard.press("Tab");
      for (const menu of ["priority", "assignee"]) {
        await requireRing(`card's ${menu}`, page.locator(`.card [data-menu="${menu}"]`).first());
      }
    },
  );
}

browserTest(
  "the tab's title has the task's current name, and a right-to-left name doesn't reverse its line",
  async ({ server, open }) => {
    const { token, workspaceId, teamId } = await signUpRemotely(server, "noura@example.com");
    await ask(server.url, "PATCH /me", { token, body: { name: "نورا" } });
    const body = { title: "Ash", teamId };
    await ask(server.url, `POST /workspaces/${workspaceId}/tasks`, { token, body });
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "noura@example.com");
    await openTask(page, "Ash");
    assert.match(await page.title(), /^ACM-1 Ash ·/);
    await page.locator(".rail-foot bdi").getByText("نورا", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Edit the title" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("Old ash");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Old ash" }).waitFor();
    assert.match(await page.title(), /^ACM-1 Old ash ·/);
    await page.keyboard.press("Escape");
    await row(page, "Old ash").waitFor();
    assert.match(await page.title(), /^Tasks ·/);
  },
);
