import assert from "node:assert/strict";
import { openTask, signInOnPages } from "../../support/browser_walk.ts";
import type { Page, Request, Route } from "../../packages/playwright.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";

const LIST = "**/workspace/tasks";
const rows = (page: Page) => page.locator("#main[data-list] .row");
const priority = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name: `Priority: ${name}` });

/** Delays requests for the list until the test releases them. */
async function holdList(page: Page) {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await intercept(page, LIST, async (route: Route) => {
    await held;
    await route.continue();
  });
  return { asked: page.waitForRequest(LIST), letGo };
}

/** Changes a task as a person elsewhere. */
async function changeElsewhere(page: Page, origin: string, reference: string, to: string) {
  const answer = await page.request.post(`/workspace/tasks/${reference}`, {
    form: { priority: to },
    headers: { origin },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303);
}

/** Notifies a page about a change in another tab. */
async function changeInAnotherTab(page: Page) {
  await page.evaluate(`new Promise((heard) => {
    new BroadcastChannel("changed").onmessage = () => setTimeout(heard);
    new BroadcastChannel("changed").postMessage("");
  })`);
}

browserTest(
  "Back first shows the list as it was left, and then changes made elsewhere",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    await changeElsewhere(page, server.url, "ENG-1", "urgent");
    const { asked, letGo } = await holdList(page);
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
    await asked;
    assert.equal(await priority(page, "Urgent").count(), 0);
    assert.equal(await page.title(), "Tasks · Acme · Backlog");
    // The page can be used meanwhile
    await page.keyboard.press("j");
    await page.evaluate("globalThis.stood = document.activeElement");
    letGo();
    await priority(page, "Urgent").waitFor();
    await page.locator(".row-title:focus", { hasText: "Jar 1" }).waitFor();
    assert.ok(await page.evaluate("stood === document.activeElement"), "it is the same still");
    assert.equal(await rows(page).count(), 3);
    assert.deepEqual(visit.complaints, []);
  },
);

/** Changes the priority of the open or focused task. */
async function prioritise(page: Page, name = "Low") {
  await page.keyboard.press("p");
  await page.getByRole("option", { name }).click();
  await page.getByRole("status").getByText(/^Priority of ENG-\d+ changed/).waitFor();
}

/** Waits until a page has updated its list, after a function has run. */
async function hasList(page: Page, act: () => Promise<void>) {
  await page.evaluate(`void (globalThis.has = new Promise((resolve) => {
    const { text } = Response.prototype;
    Response.prototype.text = function () {
      const read = text.call(this);
      if (this.url.endsWith("/workspace/tasks")) read.then(() => setTimeout(resolve));
      return read;
    };
  }))`);
  await act();
  await page.evaluate("has");
}

const goesBack = (request: Request) => "hx-history-restore-request" in request.headers();

browserTest(
  "after a change, Back shows the list only once it is current",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    const { asked, letGo } = await holdList(page);
    await prioritise(page);
    assert.equal(goesBack(await asked), false);
    const askedAgain = page.waitForRequest(goesBack);
    await page.keyboard.press("Escape");
    await askedAgain;
    assert.equal(await rows(page).count(), 0, "nothing old is shown");
    letGo();
    await priority(page, "Low").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "after a change to a task, its list loads in the background, and Back shows it immediately",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 22));
    await page.setViewportSize({ width: 1280, height: 500 });
    const own = page.locator(".row-title", { hasText: "Jar 3" });
    await own.scrollIntoViewIfNeeded();
    const stood = await own.boundingBox();
    await openTask(page, "Jar 3");
    await hasList(page, () => prioritise(page));
    const { asked, letGo } = await holdList(page);
    await page.keyboard.press("Escape");
    assert.equal(goesBack(await asked), false, "it is asked for as always, once it is shown");
    await page.locator(".row-title:focus", { hasText: "Jar 3" }).waitFor();
    assert.equal(await priority(page, "Low").count(), 1);
    assert.ok(await page.evaluate("scrollY > 0"));
    assert.equal((await own.boundingBox())?.y, stood?.y, "it stands where it was left");
    assert.equal(await page.title(), "Tasks · Acme · Backlog");
    letGo();
    await page.locator("#sidebar [aria-current=page]", { hasText: "Tasks" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Back requests a list that changed in another tab, or that wasn't loaded in the background",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    await hasList(page, () => prioritise(page));
    await changeInAnotherTab(page);
    const asked = page.waitForRequest(LIST);
    await page.keyboard.press("Escape");
    assert.ok(goesBack(await asked), "changed elsewhere");
    await priority(page, "Low").waitFor();
    const unseen = {
      High: `Object.defineProperty(document, "hidden", { value: true, configurable: true })`,
      Medium: `
        delete document.hidden;
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      `,
    };
    for (const [name, script] of Object.entries(unseen)) {
      await openTask(page, "Jar 2");
      await page.evaluate(script);
      const first = page.waitForRequest(LIST);
      await prioritise(page, name);
      await page.evaluate("new Promise((idle) => requestIdleCallback(() => setTimeout(idle)))");
      await page.keyboard.press("Escape");
      assert.ok(goesBack(await first), script);
      await priority(page, name).waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a list that was requested before a change doesn't replace the list after the change",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: drawn, resolve: draw } = Promise.withResolvers<void>();
    await intercept(page, LIST, async (route: Route) => {
      const response = await route.fetch();
      draw();
      await held;
      await route.fulfill({ response });
    }, { times: 1 });
    await page.keyboard.press("Escape");
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
    await drawn;
    await prioritise(page);
    await page.evaluate(`
      globalThis.shown = new Promise((resolve) =>
        document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
          const low = document.querySelectorAll('#main [aria-label="Priority: Low"]').length;
          if (ctx.sourceElement.id === "announced") resolve([low, document.activeElement.textContent]);
        })
      );
      undefined;
    `);
    letGo();
    assert.deepEqual(await page.evaluate("shown"), [1, "Jar 2"]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Back restores a list with its sidebar, even from a page without one",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    const sidebar = page.locator("#sidebar").getByRole("link", { name: "Tasks", exact: true });
    for (const changed of [false, true]) {
      await page.getByRole("button", { name: "Acme" }).click();
      await page.getByRole("option", { name: "New workspace" })
        .or(page.getByRole("link", { name: "New workspace" })).click();
      await page.getByLabel("Workspace name").waitFor();
      await sidebar.waitFor({ state: "detached" });
      if (changed) await changeInAnotherTab(page);
      await page.goBack();
      await page.getByRole("link", { name: "Jar 2", exact: true }).waitFor();
      await sidebar.waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "Back after a change in another tab requests only the list, and marks the page in the sidebar",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    await changeElsewhere(page, server.url, "ENG-2", "low");
    await page.locator("#sidebar").getByRole("link", { name: /^Inbox/ }).click();
    await page.waitForURL("**/workspace/inbox");
    await changeInAnotherTab(page);
    await page.evaluate("globalThis.stood = document.querySelector('#sidebar')");
    await page.evaluate("history.go(-2)");
    await page.locator(".row-title:focus", { hasText: "Jar 2" }).waitFor();
    await priority(page, "Low").waitFor();
    assert.ok(await page.evaluate("stood === document.querySelector('#sidebar')"), "it stays");
    await page.locator("#sidebar [aria-current=page]", { hasText: "Tasks" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Acme" }).click();
  await page.getByRole("option", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

browserTest(
  "after signing out in any tab, Back doesn't show the stored list",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    const ways: Record<string, () => Promise<number>> = {
      async "in another tab"() {
        const other = await visit.context.newPage();
        await other.goto("/workspace/inbox");
        await signOut(other);
        await other.close();
        return -1;
      },
      async here() {
        await signOut(page);
        return -2;
      },
    };
    for (const [way, leave] of Object.entries(ways)) {
      await openTask(page, "Jar 2");
      const back = await leave();
      const { asked, letGo } = await holdList(page);
      await page.evaluate(`history.go(${back})`);
      await asked;
      assert.equal(await rows(page).count(), 0, way);
      letGo();
      await page.getByLabel("Email address").waitFor();
      await page.unrouteAll();
      await signInOnPages(page, server, "ada@example.com");
    }
  },
);

browserTest(
  "after the session ends elsewhere, Back shows the stored list only until the response arrives",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 3));
    await openTask(page, "Jar 2");
    await visit.context.clearCookies();
    await page.keyboard.press("Escape");
    await page.getByLabel("Email address").waitFor();
    assert.equal(await rows(page).count(), 0);
  },
);
