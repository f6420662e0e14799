import assert from "node:assert/strict";
import type { Page, Route } from "../../packages/playwright.ts";
import { askForCode, goByKeys } from "../../support/browser_walk.ts";
import { allAnswered, requireAccessible } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, createTasks, openTasks } from "../../support/example_tasks.ts";

const current = (page: Page) => page.locator('#sidebar [aria-current="page"]');
browserTest(
  "the sidebar and its groups collapse by click and by key, on every device and without JavaScript",
  async ({ browser, server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Oil the gate"]);
    const teams = page.getByRole("button", { name: "Teams" });
    const team = page.locator("#side-teams");
    await teams.click();
    await team.waitFor({ state: "hidden" });
    assert.equal(await teams.getAttribute("aria-expanded"), "false");
    await allAnswered(page);
    const other = await browser.newContext({
      baseURL: server.url,
      storageState: await visit.context.storageState(),
      javaScriptEnabled: false,
    });
    const plain = await other.newPage();
    await plain.goto("/workspace/tasks");
    assert.ok(await plain.locator("#side-teams").isHidden());
    await plain.getByRole("button", { name: "Teams" }).click();
    await plain.waitForLoadState();
    assert.ok(await plain.locator("#side-teams").isVisible());
    await plain.getByRole("button", { name: "Close sidebar" }).click();
    await plain.waitForLoadState();
    assert.ok(await plain.locator("#sidebar").isHidden());
    await plain.getByRole("button", { name: "Open sidebar" }).click();
    await plain.getByRole("button", { name: "Keep sidebar open" }).click();
    await plain.waitForLoadState();
    assert.ok(await plain.locator("#sidebar").isVisible());
    await page.reload();
    assert.ok(await team.isVisible());
    await page.keyboard.press("[");
    assert.ok(await page.locator("#sidebar").isHidden());
    await allAnswered(page);
    await page.reload();
    assert.ok(await page.locator("#sidebar").isHidden());
    await requireAccessible(page, "closed");
    await page.keyboard.press("[");
    assert.ok(await page.locator("#sidebar").isVisible());
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "toggling a group or the sidebar twice before the response keeps the last state",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Oil the gate"]);
    await page.goto("/workspace/tasks/ENG-1");
    const turn = await firstHeld(page, "**/workspace/sidebar");
    const [teams, closed] = [page.locator("#side-teams"), page.locator("[data-sidebar=closed]")];
    const heading = page.getByRole("button", { name: "Teams" });
    await heading.click();
    await turn.held;
    await heading.click();
    await page.keyboard.press("[");
    await closed.waitFor();
    await page.keyboard.press("[");
    await closed.waitFor({ state: "detached" });
    const last = page.waitForResponse((one) => one.request().postData() === "sidebar=open");
    turn.go();
    await last;
    await allAnswered(page);
    for (const _both of ["shown", "kept"]) {
      assert.ok(await teams.isVisible());
      assert.equal(await closed.count(), 0);
      await page.reload();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

/** Delays the first response from a URL, as it was rendered, until the test releases it. */
async function firstHeld(page: Page, url: string) {
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const { promise: free, resolve: go } = Promise.withResolvers<void>();
  const holdFirst = async (route: Route) => {
    const response = await route.fetch();
    hold();
    await free;
    await route.fulfill({ response });
  };
  await intercept(page, url, holdFirst, { times: 1 });
  return { held, go };
}

browserTest(
  "on a phone, the sidebar is a drawer that keeps the focus, and Esc or a link closes it",
  async ({ enter }) => {
    await using visit = await enter({ width: 390 });
    const { page } = visit;
    await openTasks(page, ["Oil the gate"]);
    const open = page.getByRole("button", { name: "Open sidebar" });
    await open.click();
    const sidebar = page.locator("#sidebar");
    await sidebar.waitFor();
    await requireAccessible(page, "drawer");
    const small = await sidebar.locator("a, button, [role=option]").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
        .filter(({ height }) => height < 44).length
    );
    assert.equal(small, 0, "targets under 44 px");
    for (let n = 0; n < 30; n++) {
      await page.keyboard.press(n < 15 ? "Tab" : "Shift+Tab");
      const inside = await page.locator("#sidebar :focus").count();
      assert.equal(inside, 1, "the focus left the drawer");
    }
    await page.keyboard.press("Escape");
    await sidebar.waitFor({ state: "hidden" });
    assert.ok(await open.evaluate((one) => one.matches(":focus")));
    await open.click();
    await page.getByRole("link", { name: "My tasks" }).click();
    await page.getByRole("heading", { level: 1, name: "My tasks" }).waitFor();
    await sidebar.waitFor({ state: "hidden" });
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "every navigation key in the list of shortcuts opens its page, and G W opens another workspace",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openTasks(page, ["Oil the gate"]);
    const named = await page.locator("#keys dl > div").evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll("kbd")].map(({ textContent }) => textContent))
        // N focuses the toast (announcements_test.ts)
        .filter(([first, key]) => first === "G" && key !== "N").map(([, key]) => key)
    );
    const leads = await page.locator("#sidebar [data-go]").evaluateAll((all) =>
      all.map((one) => one.getAttribute("data-go")!.toUpperCase())
    );
    assert.deepEqual(named.toSorted(), leads.toSorted());
    for (const key of leads.filter((one) => one !== "W")) {
      await page.goto("/workspace/tasks/ENG-1");
      const to = await page.locator(`#sidebar [data-go="${key.toLowerCase()}"]`).getAttribute(
        "href",
      );
      await page.locator("#sidebar .side-link").last().focus();
      await goByKeys(page, key.toLowerCase());
      await page.waitForURL(`**${to}`);
      assert.equal(await current(page).count(), 1, key);
      await page.locator("#main:focus").waitFor();
    }
    await page.goto("/onboarding?new=1");
    await page.getByLabel("Workspace name").fill("Bakery");
    await page.getByLabel("First team").fill("Ovens");
    await page.getByLabel("Team key").fill("OVN");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.getByRole("link", { name: "Ovens" }).waitFor();
    await goByKeys(page, "w");
    const field = page.locator("#switcher [role=combobox]");
    await field.waitFor();
    await requireAccessible(page, "switcher");
    assert.match(await page.locator("#switcher .here").innerText(), /Bakery/);
    await page.keyboard.type("acm");
    assert.deepEqual(await page.locator("#switcher [role=option]:visible").count(), 1);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Engineering" }).waitFor();
    assert.match(await page.locator(".side-switch").innerText(), /Acme/);
    assert.ok(await page.locator("#switcher").isHidden());
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a signed-out visitor to a page is led to sign-in and back to the page",
  async ({ server, enter, open }) => {
    await using visit = await enter();
    await openTasks(visit.page, ["Oil the gate"]);
    await createTasks(visit.page, server.url, ["Sow the beans"]);
    for (
      const path of ["/workspace/tasks/ENG-2", "/workspace/tasks?priority=none&group=assignee"]
    ) {
      await using other = await open();
      const { page } = other;
      await page.goto(path);
      await page.waitForURL("**/auth/signin?**");
      await askForCode(page, "ada@example.com");
      await page.getByLabel("Six-digit code").fill(await server.codeFor("ada@example.com"));
      await page.waitForURL(`**${path}`);
    }
  },
);

browserTest(
  "in forced colors, the current link is outlined, and printed pages have no sidebar",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.emulateMedia({ forcedColors: "active" });
    const outline = await current(page).evaluate((one) => {
      const page = globalThis as unknown as {
        getComputedStyle(of: unknown): Record<string, string>;
      };
      const { outlineStyle, outlineWidth } = page.getComputedStyle(one);
      return `${outlineWidth} ${outlineStyle}`;
    });
    assert.equal(outline, "2px solid");
    await page.emulateMedia({ forcedColors: "none", media: "print" });
    assert.ok(await page.locator("#sidebar").isHidden());
    assert.equal(await page.locator("#bar .button:visible").count(), 0);
    assert.ok(await page.locator("#main").isVisible());
  },
);
