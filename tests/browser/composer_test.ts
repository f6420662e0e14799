import assert from "node:assert/strict";
import { pill, row, tells } from "../support/browser_walk.ts";
import { openComposer, pick, signInToAcme } from "../support/composing.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "every property of a new task can be set by keyboard, while the title keeps the focus",
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
  '"Create more" keeps the parent task and focuses the title',
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
