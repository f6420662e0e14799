import assert from "node:assert/strict";
import type { Locator, Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { addRecords, openComposer, signInToAcme } from "../../support/composing.ts";
import { giveTasks } from "../../support/given_tasks.ts";
import { until } from "../../support/limits.ts";
import { isOn } from "../../support/peeking.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";
import { createTasks, numberedNames, openTasks } from "../../support/example_tasks.ts";

/** Returns an element's position once it is shown. */
async function placeOf(thing: Locator) {
  await thing.waitFor();
  const { x, y, width, height } = (await thing.boundingBox())!;
  return { left: x, right: x + width, top: y, bottom: y + height, middle: y + height / 2 };
}

/** Returns whether two elements are on one line. */
async function besides(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await placeOf(one), await placeOf(other)];
  return Math.abs(a.middle - b.middle) <= 2;
}

browserTest(
  "on a phone, an entry's buttons share a line, and the reasons scroll separately",
  async ({ server, open }) => {
    const { ada, grace, here, assigneeId } = await giveTasks(server, ["Mend the gate"]);
    const asked = await ask(server.url, `POST ${here}/tasks/ACM-1/approvals`, {
      token: grace.token,
      body: { approverId: assigneeId, body: "May it be painted?" },
    });
    assert.equal(asked.status, 201);
    const draft = await ask(server.url, `POST ${here}/tasks`, {
      token: ada.token,
      body: { title: "Oil the hinge", teamId: ada.teamId, draft: true },
    });
    assert.equal(draft.status, 201);
    await using visit = await open({ width: 360, touch: true });
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
    await page.goto("/workspace/inbox");
    const asks = await besides(button("Approve"), button("Archive"));
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    await page.goto("/workspace/drafts");
    const drafts = await besides(button("Publish"), button(/^Discard/));
    const form = { name: "Urgent, everywhere", whose: "workspace", query: "priority=urgent" };
    const headers = { origin: server.url };
    await page.request.post("/workspace/views/new", { form, headers, maxRedirects: 0 });
    await page.goto("/workspace/views");
    const name = page.locator(".entry .row-title");
    const views = await besides(name, page.getByLabel(/^Actions on/));
    assert.deepEqual({ asks, width, drafts, views }, {
      asks: true,
      width: 360,
      drafts: true,
      views: true,
    });
  },
);

browserTest(
  "a task opens beside the inbox without covering it, and its properties start at the top",
  async ({ server, open }) => {
    const { ada, here } = await giveTasks(server, ["Mend the gate"]);
    const body = { description: "One line more\n\n".repeat(60) };
    await ask(server.url, `PATCH ${here}/tasks/ACM-1`, { token: ada.token, body });
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await row(page, "Mend the gate").click();
    await isOn(page, "Mend the gate");
    const list = await placeOf(page.locator(".inbox .row").first());
    assert.equal((await placeOf(page.locator("#peek"))).left, list.right);
    const rail = await placeOf(page.locator("#peek .rail"));
    assert.equal(rail.top, (await placeOf(page.locator("#peek .detail"))).top);
  },
);

browserTest("a time never wraps, and a break hides its separator", async ({ server, open }) => {
  const { ada, here } = await giveTasks(server, ["Mend the gate"]);
  const { body } = await ask(server.url, `GET ${here}/inbox`, { token: ada.token });
  await using visit = await open({ width: 390 });
  const { page } = visit;
  await signIn(page, server, "ada@example.com");
  await page.goto(`/workspace/inbox/${body.notifications[0].id}`);
  const time = page.locator(".detail-text time");
  await time.waitFor();
  await page.evaluate(`(() => {
    const time = document.querySelector(".detail-text time");
    time.textContent = "7 min ago";
    time.closest("p").style.width = "6ch";
  })()`);
  assert.equal(await time.evaluate((one) => one.getClientRects().length), 1);
  const dot = page.locator(".detail-text .separator");
  assert.equal(await dot.evaluate((one) => one.getBoundingClientRect().width), 0);
});

browserTest("a dialog fits the window, whatever its content", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  for (const [width, height] of [[1440, 900], [1280, 600], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto("/workspace/tasks");
    await page.keyboard.press("?");
    const { bottom } = await placeOf(page.getByRole("dialog"));
    assert.ok(bottom < height, `keys: ${bottom} of ${height}`);
  }
  await using other = await stage.enter({}, "bob@example.com");
  await other.page.goto("/workspace/tasks");
  await other.page.setViewportSize({ width: 1280, height: 600 });
  await openComposer(other.page);
  const dialog = other.page.getByRole("dialog");
  await dialog.locator("[name=description]").fill("One line more\n".repeat(60));
  const { bottom } = await placeOf(dialog);
  assert.ok(bottom < 600, `composer: ${bottom}`);
});

/** Returns whether the chosen option is visible in its menu. */
async function seesChosen(page: Page): Promise<boolean> {
  const chosen = await placeOf(page.locator('#menu [aria-selected="true"]').first());
  const menu = await placeOf(page.locator("#menu"));
  return chosen.top >= menu.top && chosen.bottom <= menu.bottom + 1;
}

browserTest("a menu opens with its chosen option in view", async (stage) => {
  await using visit = await signInToAcme(stage, { width: 390, touch: true });
  const { page } = visit;
  const { url } = stage.server;
  for (const makeLabel of numberedNames("Zone", 30)) {
    const form = { makeLabel, menu: "/workspace/tasks" };
    const headers = { origin: url };
    await page.request.post("/workspace/tasks/new-label", { form, headers, maxRedirects: 0 });
  }
  await createTasks(page, url, ["Oil the hinge"], { tags: "Zone 9" });
  await page.goto("/workspace/tasks/ACM-1");
  await page.locator('.rail [data-menu="labels"]').tap();
  assert.ok(await seesChosen(page), "by touch");
  await using other = await stage.open();
  await signIn(other.page, stage.server, "ada@example.com", "/workspace/tasks/ACM-1");
  await other.page.keyboard.press("l");
  assert.ok(await seesChosen(other.page), "by key");
});

browserTest(
  "a board grouped by project names the project in the column, not on cards",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await createTasks(page, stage.server.url, ["Oil the hinge"], { projectId: "GAT" });
    await page.goto("/workspace/tasks?layout=board");
    await page.locator(".card .row-project").waitFor();
    await page.goto("/workspace/tasks?layout=board&group=project");
    await row(page, "Oil the hinge").waitFor();
    assert.equal(await page.locator(".card .row-project:visible").count(), 0);
  },
);

browserTest("wide content in a preview scrolls separately", async (stage) => {
  await using visit = await signInToAcme(stage, { width: 360, touch: true });
  const { page } = visit;
  const description = `\`\`\`\n${"a long line of code, ".repeat(12)}\n\`\`\``;
  await createTasks(page, stage.server.url, ["Oil the hinge"], { description });
  await page.goto("/workspace/tasks/ACM-1?edit=description");
  await page.getByRole("button", { name: "Preview" }).first().tap();
  await page.locator(".md-preview pre").waitFor();
  assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 360);
});

browserTest("text beside a long name in a menu doesn't truncate the name", async (stage) => {
  const { make } = await addRecords(stage.server);
  await make("projects", {
    name: "All that the harbour masters of the north have asked for",
    key: "HAR",
  });
  await make("projects/HAR/milestones", { name: "Foundations of the pier" });
  await using visit = await stage.open({ width: 390, touch: true });
  const { page } = visit;
  await signIn(page, stage.server, "ada@example.com", "/workspace/tasks");
  await page.locator("#add-filter").tap();
  const option = page.locator("#menu [role=option]", { hasText: "Foundations of the pier" });
  await option.waitFor();
  const { left, right } = await placeOf(option.locator("span:not(.check)").first());
  assert.ok(right - left >= 140, `${right - left} px are left for the name`);
});

browserTest(
  "on a narrow page, a row's menus don't cover its content, and a view's name is readable",
  async (stage) => {
    await using visit = await signInToAcme(stage, { width: 768 });
    const { page } = visit;
    const { url } = stage.server;
    await createTasks(page, url, ["Mend the gate"], { projectId: "GAT" });
    await createTasks(page, url, ["Oil the hinge"], { parentId: "ACM-1" });
    for (const path of ["tasks/ACM-1", "tasks?group=none", "tasks?layout=board"]) {
      await page.goto(`/workspace/${path}`);
      const one = page.locator(".row", { hasText: "Oil the hinge" });
      for (const menu of ["assignee", "actions"]) {
        await one.locator(`[data-menu="${menu}"]`).click();
        await page.locator("#menu:popover-open [data-menu-start]:focus").waitFor();
        await page.keyboard.press("Escape");
        await page.locator("#menu:popover-open").waitFor({ state: "detached" });
        // The layer's own history entry is removed a moment later
        await until(
          `The end of the step in the history of the menu "${menu}"`,
          async () => await page.evaluate<number>("history.state?.layers ?? 0") === 0,
        );
      }
    }
    const form = { name: "Mine, by deadline", whose: "workspace", query: "priority=urgent" };
    const headers = { origin: url };
    const saved = await page.request.post("/workspace/views/new", {
      form,
      headers,
      maxRedirects: 0,
    });
    await page.goto(saved.headers().location!);
    const name = page.getByRole("heading", { level: 1 });
    await name.waitFor();
    const cut = await name.evaluate((one) => {
      const { scrollWidth, clientWidth } = one as unknown as Record<string, number>;
      return scrollWidth! - clientWidth!;
    });
    assert.equal(cut, 0, "its name is cut");
  },
);

browserTest("an empty inbox says so in the middle of the page", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/inbox");
  const [said, main] = [
    await placeOf(page.locator(".empty")),
    await placeOf(page.locator("#main")),
  ];
  assert.ok(Math.abs(said.left + said.right - main.left - main.right) <= 4);
});

browserTest(
  "an overdue deadline can be recognized without colors",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], { deadlineAt: "2099-04-02" });
    await createTasks(page, server.url, ["Paint the fence"], { deadlineAt: "2020-04-02" });
    await page.goto("/workspace/tasks");
    const marked = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".row-deadline")].filter((one) =>
        getComputedStyle(one, "::before").content.includes("!")
      ).map((one) => one.dateTime)`,
    );
    assert.deepEqual(marked, ["2020-04-02"]);
  },
);

browserTest(
  "touch targets that look 36 px tall are 44 px tall, on both sides of an icon too",
  async ({ enter }) => {
    await using visit = await enter({ width: 390, touch: true });
    const { page } = visit;
    await openTasks(page, ["Mend the gate"]);
    const hits = (selector: string) =>
      page.evaluate<number>(`{
      const thing = document.querySelector(${JSON.stringify(selector)});
      const { left, right, top, bottom } = thing.getBoundingClientRect();
      const at = (y) => thing.contains(document.elementFromPoint((left + right) / 2, y));
      Array.from({ length: 60 }, (_, n) => (top + bottom) / 2 - 30 + n + 0.5).filter(at).length;
    }`);
    const hitsAcross = (selector: string) =>
      page.evaluate<number>(`{
      const thing = document.querySelector(${JSON.stringify(selector)});
      const { left, right, top, bottom } = thing.getBoundingClientRect();
      const at = (x) => thing.contains(document.elementFromPoint(x, (top + bottom) / 2));
      Array.from({ length: 60 }, (_, n) => (left + right) / 2 - 30 + n + 0.5).filter(at).length;
    }`);
    const isLarge = async (...things: string[]) => {
      for (const thing of things) {
        assert.ok(await hits(thing) >= 43, `${thing}: ${await hits(thing)}`);
      }
    };
    for (const icon of [".drawer-button", "#save-view", '.row-mark[data-menu="status"]']) {
      assert.ok(await hitsAcross(icon) >= 43, `${icon}: ${await hitsAcross(icon)}`);
    }
    await isLarge(".bar-new", ".drawer-button", '.row-mark[data-menu="status"]', ".group-head");
    await page.goto("/workspace/tasks?status=backlogged");
    await isLarge(".chip-values", ".chip-remove", ".text-filter", ".chips .button");
    await row(page, "Mend the gate").focus();
    await page.keyboard.press("x");
    await page.locator(".group-select:checked").waitFor();
    await isLarge(".group-select", ".row-select");
    await row(page, "Mend the gate").click();
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    await isLarge(".rail-value", "#new-comment-text");
  },
);
