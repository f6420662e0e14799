import assert from "node:assert/strict";
import { pill, row, tells } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { menuField, openComposer, pick, signInToAcme } from "../support/composing.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "every property of a new task is chosen by keys alone, and the focus stays in the title",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    const chosen: [letter: string, typed: string, pill: string, shows: string | RegExp][] = [
      ["t", "supp", "Team", "Support"],
      ["s", "plan", "Status", "Planned"],
      ["p", "urg", "Priority", "Urgent"],
      ["a", "ada", "Assignee", "Ada"],
      ["m", "gate", "Project", "Gatehouse"],
      ["n", "found", "Milestone", "Foundations"],
      ["d", "tomo", "Deadline", /^\d+ \w{3}/],
    ];
    for (const [letter, typed, name, shows] of chosen) {
      await pick(page, letter, typed);
      await pill(page, name).getByText(shows).waitFor();
      assert.equal(await page.locator("#composer [name=title]:focus").count(), 1, name);
    }
    await page.keyboard.type(" today");
    await page.keyboard.press("Control+Enter");
    await row(page, "Mend the gate today").click();
    await page.getByRole("heading", { level: 1, name: "Mend the gate today" }).waitFor();
    assert.match(page.url(), /SUP-1$/);
    for (const shows of ["Planned", "Urgent", "Ada", "Gatehouse", "Foundations"]) {
      await tells(page, "Properties", shows);
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a pill's menu stands above the dialog unclipped, and gives the focus back to the pill",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await pill(page, "Priority").focus();
    for (const key of ["Enter", " "]) {
      await page.keyboard.press(key);
      await menuField(page).waitFor();
      const low = page.getByRole("option", { name: "Low" });
      const box = (await low.boundingBox())!;
      const at = `document.elementFromPoint(${box.x + 20}, ${box.y + 10})`;
      const top = await page.evaluate(
        `${at}.closest("[role=option]")?.querySelector("span").textContent`,
      );
      assert.equal(top, "Low", "nothing lies above it");
      await requireAccessible(page, "the composer with a menu open");
      await page.keyboard.press("Escape");
      await page.locator("#pill-priority:focus").waitFor();
      assert.ok(await page.getByRole("dialog", { name: "New task" }).isVisible());
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the list of keys tells those of a new task, each opens its menu, and the menu tells it too",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await page.keyboard.press("?");
    const list = page.locator('dl[aria-labelledby="keys-new-task"] > div');
    await list.first().waitFor();
    const listed = await list.evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("dt")!.textContent!,
        [...row.querySelectorAll("kbd")].map(({ textContent }) => textContent).join(" "),
      ])
    );
    await page.keyboard.press("Escape");
    const menus = listed.filter(([name]) => name !== "Add pasted link to task");
    assert.deepEqual(menus.map(([name]) => name), [
      ...["Team", "Status", "Priority", "Assignee", "Labels", "Project", "Milestone", "Deadline"],
      ...["Parent task", "Template"],
    ]);
    await openComposer(page);
    assert.equal(await pill(page, "Milestone").count(), 0, "a milestone is of a project");
    await pick(page, "m", "gate");
    await pill(page, "Milestone").waitFor();
    for (const [name, keys] of menus) {
      await page.keyboard.press(keys!.replaceAll(" ", "+"));
      await page.locator("#menu:popover-open").waitFor();
      await page.getByRole("listbox", { name: name!, exact: true }).waitFor();
      assert.equal(await page.locator("#menu .menu-press").textContent(), keys, name);
      await page.keyboard.press("Escape");
      await page.locator("#menu:popover-open").waitFor({ state: "detached" });
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  '"Create more" goes on below the same parent, with the focus in the title',
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await page.keyboard.type("Mend the gate");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("status").getByText("-1 created").waitFor();
    await page.goto("/workspace/tasks/compose?parentId=ACM-1");
    await page.locator("form[data-composer] [name=title]:focus").waitFor();
    await page.getByLabel("Create more").check();
    for (const [at, name] of ["Oil the hinge", "Paint it"].entries()) {
      await page.locator("form[data-composer] [name=title]").focus();
      await page.keyboard.type(name);
      await page.keyboard.press("Control+Enter");
      await page.getByRole("status").getByText(`-${at + 2} created`).waitFor();
      await page.locator("form[data-composer] [name=title]:focus").waitFor();
      await page.locator("#pills").getByText("Sub-task of ACM-1").waitFor();
    }
    await page.goto("/workspace/tasks/ACM-1");
    const below = page.locator(".sub-tasks .row-title");
    await below.nth(1).waitFor();
    assert.deepEqual(await below.allTextContents(), ["Oil the hinge", "Paint it"]);
    assert.deepEqual(visit.complaints, []);
  },
);
