import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { pill, signIn } from "../../support/browser_walk.ts";
import { addRecords, pick, write } from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks } from "../../support/example_tasks.ts";

const ranks = (page: Page) =>
  page.locator("#main :is(h1, h2, h3, h4, h5, h6)").evaluateAll((all) =>
    all.map(({ tagName, textContent }) => `${tagName} ${textContent}`)
  );
/** What of a page's own words is cut off where they stand. */
const cut = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth + 1).map(({ textContent }) => textContent)
  );

browserTest(
  "on a phone, a task's page has nested headings, full values in the rail, and marked overdue deadlines",
  async ({ open, server, step }) => {
    const { owner, make } = await addRecords(server);
    const { task } = await make("tasks", {
      teamId: owner.teamId,
      title: "Mend the gate",
      description: "# Why\n\nIt squeaks.\n\n### How\n\nWith oil.\n\n###### When\n\nSoon.",
      deadlineAt: "2026-01-05",
      priority: "medium",
      status: "progressed",
      assigneeId: "me",
      projectId: "GAT",
    });
    await make("tasks", {
      teamId: owner.teamId,
      title: "Paint the fence",
      deadlineAt: "2099-01-05",
    });
    await using visit = await open({});
    const { page } = visit;
    await signIn(page, server, "ada@example.com", `/workspace/tasks/${task.reference}`);
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    await step(
      "headings in a text rank below the page's, without skipped levels",
      async () => {
        const own = (await ranks(page)).filter((one) => /Why|How|When|Mend/.test(one));
        assert.deepEqual(own, ["H1 Mend the gate", "H3 Why", "H4 How", "H5 When"]);
        assert.equal((await ranks(page)).filter((one) => one.startsWith("H2")).length > 0, true);
      },
    );
    await step("values fit in the rail at every width", async () => {
      for (const width of [1440, 1100, 1000]) {
        await page.setViewportSize({ width, height: 900 });
        const { width: rail } = (await page.locator(".rail").boundingBox())!;
        assert.ok(rail >= 272 && rail <= 320, `${rail} px at ${width}`);
        assert.deepEqual(await cut(page, ".rail .rail-value"), [], `at ${width}`);
      }
    });
    await step(
      "on a phone, empty properties show no text",
      async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        const words = await page.locator(".rail .rail-value span").evaluateAll((all) =>
          all.filter((one) => one.clientWidth > 1).map(({ textContent }) => textContent!)
        );
        assert.deepEqual(words.filter((one) => /^No /.test(one)), []);
        await page.locator(".rail").getByText("No milestone").waitFor({ state: "attached" });
      },
    );
    await step("on a phone, a row shows only overdue deadlines", async () => {
      await page.goto("/workspace/tasks");
      await page.locator(".row-deadline[data-late]:visible").waitFor();
      assert.equal(await page.locator(".row-deadline:not([data-late]):visible").count(), 0);
    });
    await step("at 768 px, a row's title has room beside a project", async () => {
      await page.setViewportSize({ width: 768, height: 900 });
      const title = page.getByRole("link", { name: "Mend the gate", exact: true });
      assert.deepEqual(await cut(page, ".row-title"), []);
      assert.ok((await title.boundingBox())!.width >= 200);
    });
    await step("the composer's date is on one line, as in a list", async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await write(page, "Oil the hinge");
      await pick(page, "d", "5 jan 2027");
      const date = pill(page, "Deadline").getByText("5 Jan 2027");
      await date.waitFor();
      const { height } = (await date.boundingBox())!;
      assert.ok(height <= 32, `${height} px high`);
      assert.deepEqual(await cut(page, ".pills .pill, .pills .pill span:not(.unseen)"), []);
    });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a card's deadline that has its own line is aligned with the title",
  async ({ open, server }) => {
    const { owner, make } = await addRecords(server);
    const name = "A gate that stays shut whatever the wind does";
    const { project } = await make("projects", { name, teamIds: [owner.teamId] });
    await make("tasks", {
      teamId: owner.teamId,
      title: "Hang it",
      deadlineAt: "2099-01-05",
      projectId: project.id,
    });
    await using visit = await open({});
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    await page.goto("/workspace/tasks?layout=board");
    const card = page.locator(".card", { hasText: "Hang it" });
    const [title, words] = await Promise.all(
      [".row-title", ".row-deadline"].map((part) =>
        card.locator(part).evaluate((one) => {
          const range = one.ownerDocument.createRange();
          range.selectNodeContents(one);
          const { left, top } = range.getBoundingClientRect();
          return { left, top };
        })
      ),
    );
    const { y } = (await card.locator(".row-project").boundingBox())!;
    assert.ok(words!.top > y + 16, "it has a line of its own");
    assert.equal(words!.left, title!.left);
  },
);

browserTest("a deadline in another year doesn't make its row taller", async (given) => {
  const { server, enter } = given;
  for (const width of [800, 1000, 1440]) {
    await using visit = await enter({ width });
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], { deadlineAt: "2019-09-29" });
    await page.goto("/workspace/tasks");
    const places = await page.evaluate<{ height: number; right: number }[]>(
      `[...document.querySelectorAll(".list .row")].map((one) => ({
        height: one.getBoundingClientRect().height,
        right: one.querySelector('[data-menu="assignee"]').getBoundingClientRect().right,
      }))`,
    );
    assert.equal(places.length, 2);
    assert.deepEqual(places[0], places[1], `${width} px`);
  }
});

browserTest("the composer's page has margins", async ({ enter }) => {
  for (const javaScript of [true, false]) {
    await using visit = await enter({ width: 768, javaScript });
    const { page } = visit;
    await page.goto("/workspace/tasks/compose");
    const [form, main] = await Promise.all(
      [".composer-page", "#main"].map((part) => page.locator(part).boundingBox()),
    );
    assert.ok(form!.x - main!.x >= 16, `${form!.x} in ${main!.x}`);
    assert.ok(main!.x + main!.width - form!.x - form!.width >= 16);
  }
});

browserTest(
  "a project's dates say which one is the start if the rail hides the names of properties",
  async ({ open, server }) => {
    const { owner, make } = await addRecords(server);
    const { project } = await make("projects", {
      name: "Boathouse",
      teamIds: [owner.teamId],
      startDate: "2099-01-05",
      targetDate: "2099-02-05",
    });
    await using visit = await open({});
    const { page } = visit;
    await signIn(page, server, "ada@example.com", `/workspace/projects/${project.key}`);
    const dates = () => page.locator(".rail-value:has(time)").allInnerTexts();
    await page.getByRole("heading", { level: 1, name: "Boathouse" }).waitFor();
    assert.deepEqual(await dates(), ["5 Jan 2099", "5 Feb 2099"]);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.deepEqual(await dates(), ["Start date: 5 Jan 2099", "Target date: 5 Feb 2099"]);
  },
);
