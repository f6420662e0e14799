import assert from "node:assert/strict";
import { taskProperties } from "../../../views/tasks/properties/all.ts";
import type { Locator, Page } from "../../packages/playwright.ts";
import { runAxeInThemes, type Screen } from "../../support/chromium.ts";
import { openComposer, signInToAcme } from "../../support/composing.ts";
import { until } from "../../support/limits.ts";
import { isFull } from "../../support/seeds.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const OPENERS = "[data-menu]:not(#menu *), #selection [data-opens]";

/** Pages with menus, and the actions that show the menus. */
const places: Record<string, (page: Page) => Promise<unknown>> = {
  "a list": (page) => page.goto("/workspace/tasks"),
  "a list with filters": (page) =>
    page.goto("/workspace/tasks?status=backlogged,planned&notPriority=low&q=e"),
  async "a list with a selection"(page) {
    await page.goto("/workspace/tasks");
    await page.evaluate('selection.set(["ACM-1", "ACM-2"])');
    await page.getByRole("region", { name: "Selected tasks" }).waitFor();
  },
  "a board": (page) => page.goto("/workspace/tasks?layout=board&group=priority"),
  "the projects": (page) => page.goto("/workspace/projects?priority=none&group=health"),
  "a project": (page) => page.goto("/workspace/projects/GAT"),
  "the roadmap": (page) => page.goto("/workspace/roadmap?group=status&status=backlog"),
  "a task": (page) => page.goto("/workspace/tasks/ACM-1"),
  async "the composer"(page) {
    await page.goto("/workspace/tasks");
    await openComposer(page);
  },
};

/** Returns the visible part of the page: the open dialog, if there is one. */
async function scene(page: Page): Promise<Locator> {
  const dialog = page.locator("dialog[open]");
  return await dialog.count() > 0 ? dialog : page.locator("body");
}

/** Returns the names of all visible menus, each once. */
async function menusOf(page: Page): Promise<string[]> {
  const openers = await (await scene(page)).locator(OPENERS).filter({ visible: true }).all();
  const names = await Promise.all(
    openers.map(async (one) =>
      await one.getAttribute("data-menu") ?? await one.getAttribute("data-opens") ?? ""
    ),
  );
  return [...new Set(names)];
}

async function openMenu(page: Page, name: string) {
  const opener = (await scene(page)).locator(OPENERS)
    .and(page.locator(`[data-menu="${name}"], [data-opens="${name}"]`));
  await opener.filter({ visible: true }).first().click();
  await page.locator("#menu:popover-open [data-menu-start]:focus").waitFor();
}

async function closeMenu(page: Page) {
  await page.keyboard.press("Escape");
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
}

/** Returns the number of history entries for open layers on a phone. */
const layers = (page: Page) => page.evaluate<number>("history.state?.layers ?? 0");

/** Opens every menu of the current day's pages. */
async function everyMenu(
  stage: Stage,
  turn: number,
  screen: Screen,
  look: (page: Page, name: string) => Promise<void>,
) {
  await using visit = await signInToAcme(stage, screen);
  const { page } = visit;
  const { url } = stage.server;
  await createTasks(page, url, ["Oil the hinge", "Mend the gate"], {
    tags: "Bug",
    projectId: "GAT",
  });
  await createTasks(page, url, ["Sand the post"], { status: "planned", priority: "high" });
  const seen = new Set<string>();
  for (const [place, go] of shareOf(Object.entries(places), turn)) {
    await go(page);
    for (const menu of await menusOf(page)) {
      const steps = await layers(page);
      await openMenu(page, menu);
      await look(page, `${menu} of ${place}`);
      seen.add(menu);
      await closeMenu(page);
      // The layer's own history entry is removed a moment later
      await until(
        `The end of the step in the history of the menu "${menu}" of ${place}`,
        async () => await layers(page) <= steps,
      );
    }
  }
  const others = [
    ...["filter", "filter-operator", "filter-values", "display", "actions", "template"],
    ...["members", "teams", "lead", "start", "target", "roadmap-display"],
  ];
  const unseen = [...taskProperties, ...others].filter((name) => !seen.has(name));
  if (isFull) assert.deepEqual(unseen, []);
  assert.deepEqual(visit.complaints, []);
}

browserTest(
  "axe-core finds nothing in any open menu, light or dark",
  (stage) =>
    everyMenu(stage, 0, {}, async (page, name) => {
      await runAxeInThemes(page, name, "#menu");
    }),
);

browserTest(
  "on a phone, every open menu fits on the screen",
  (stage) =>
    everyMenu(stage, 1, { width: 360, touch: true }, async (page, name) => {
      const box = (await page.locator("#menu").boundingBox())!;
      const { x, y, width, height } = box;
      const inside = x >= 0 && y >= 0 && x + width <= 360 && y + height <= 900;
      assert.ok(inside, `${name}: ${JSON.stringify(box)}`);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      assert.ok(Number(wide) <= 360, name);
    }),
);
