import assert from "node:assert/strict";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "filters ignore accents, match group names, and list an exact number before longer ones",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const order = (typed: string, names: string[]) =>
      page.evaluate(([typed, names]) => {
        // deno-lint-ignore no-explicit-any -- a global of the page, not of this module
        const { score } = (globalThis as any).matching;
        return names.map((name) => [name, score(typed, name, "Assignee")] as [string, number])
          .filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a).map(([name]) => name);
      }, [typed, names] as const);
    assert.deepEqual(await order("zone 7", ["lbl 17 zone", "lbl 7 zone", "zone 71"]), [
      "lbl 7 zone",
      "zone 71",
      "lbl 17 zone",
    ]);
    assert.deepEqual(await order("siobhan", ["Siobhán Ní Dhuinn", "Sean"]), ["Siobhán Ní Dhuinn"]);
    assert.deepEqual(await order("wisn", ["Łukasz Wiśniewski"]), ["Łukasz Wiśniewski"]);
    assert.deepEqual(await order("lukasz", ["Łukasz"]), ["Łukasz"]);
    assert.deepEqual(await order("assignee sean", ["Sean", "Ann"]), ["Sean"]);
    assert.deepEqual(await order("bug", ["Debugging", "Bug"]), ["Bug", "Debugging"]);
  },
);

browserTest(
  "a list with many filters fits the smallest screen by touch, and its menus are accessible",
  async ({ server, enter }) => {
    await using visit = await enter({ width: 360 });
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Mend the gate"]);
    await page.goto(
      "/workspace/tasks?status=planned,backlogged&notPriority=urgent&notLabel=none,Bug&createdAfter=-7d",
    );
    const beyond = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assert.ok(Number(beyond) <= 0, `${beyond} px beyond the screen`);
    await requireAccessibleThemes(page, "chips");
    await page.locator("#add-filter").click();
    await page.locator("#menu:popover-open").waitFor();
    await requireAccessibleThemes(page, "the menu of filters");
    await page.keyboard.press("Escape");
    await page.locator("[data-text-filter]").click();
    await page.keyboard.type("nothing like it");
    await page.getByRole("heading", { name: /^No tasks match/ }).waitFor();
    const field = (await page.locator("#text-filter").boundingBox())!;
    assert.ok(field.width > 300, "the field has room while one writes");
    assert.equal(await page.locator("[data-text-filter]:focus").count(), 1);
  },
);
