import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, row, tells } from "../../support/browser_walk.ts";
import type { Visit } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field, taskPage } from "../../support/writing.ts";

/** Delays every response by 300 ms from now on. */
async function farAway({ page, context }: Visit) {
  const session = await context.newCDPSession(page);
  const latency = 300;
  const speed = { downloadThroughput: -1, uploadThroughput: -1 };
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, ...speed });
}

/** Presses keys without pauses: characters, and keys named in brackets. */
async function pressAll(page: Page, keys: string) {
  for (const [, name, character] of keys.matchAll(/\[(\w+)\]|(.)/gs)) {
    await page.keyboard.press(name ?? character!);
  }
}

browserTest(
  "keys pressed before the composer opens are typed into it",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await farAway(visit);
    await pressAll(page, "cCut jags[Enter]pur[Enter]");
    await row(page, "Cut jags").waitFor();
    await page.getByRole("status").getByText("Priority of ENG-2 changed").waitFor();
    const made = page.locator(".row", { hasText: "Cut jags" });
    await made.getByRole("link", { name: "Priority: Urgent" }).waitFor();
    assert.equal(await page.locator("#main .row").count(), 2);
    assert.equal(await page.locator("#menu:popover-open, dialog[open]").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "keys pressed before a menu opens filter it, and later keys act on the focused row",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await farAway(visit);
    await row(page, "Birch").focus();
    await pressAll(page, ".lab[Enter]imp[Enter][Escape]");
    await page.locator(".row", { hasText: "Birch" }).getByText("Improvement").waitFor();
    await pressAll(page, "jpur[Backspace]rgent[Enter]");
    await page.locator(".row", { hasText: "Ash" })
      .getByRole("link", { name: "Priority: Urgent" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "keys pressed before a task opens act on that task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await farAway(visit);
    await pressAll(page, "j[Enter]plow[Enter]");
    await tells(page, "Activity", "from No priority to Low");
    await page.getByRole("heading", { level: 1, name: "Birch" }).waitFor();
  },
);

browserTest(
  "keys pressed right after Back act on the list, including keys with Ctrl",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch"]);
    await farAway(visit);
    const [list, board] = ["#main.list .row", "#main.board .card"];
    for (const [to, changed] of [[board, false], [list, true], [board, true]] as const) {
      await row(page, "Birch").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Birch" }).waitFor();
      // The cached list is discarded
      if (changed) await page.evaluate(`new BroadcastChannel("changed").postMessage("")`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+b");
      await page.locator(to).first().waitFor();
      await page.keyboard.press("Control+a");
      await page.locator("#selection:not([hidden])").waitFor();
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "keys pressed right after a text is sent go into the next text",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await farAway(visit);
    await field(page, "Comment").focus();
    await page.keyboard.type("First");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("Second");
    await page.locator(".comment", { hasText: "First" }).waitFor();
    await page.keyboard.type(" one");
    assert.equal(await field(page, "Comment").inputValue(), "Second one");
    await page.keyboard.press("Control+Enter");
    await page.locator(".comment", { hasText: "Second one" }).waitFor();
    await page.locator("#main").focus();
    await page.keyboard.press("c");
    await page.getByLabel("Create more").check();
    await field(page, "Title").focus();
    await pressAll(page, "Ash[Enter]Birch[Enter]");
    await page.getByRole("status").getByText("ENG-3 created").waitFor();
    await page.goto("/workspace/tasks");
    assert.deepEqual(await page.locator("#main .row-title").allTextContents(), [
      "Birch",
      "Ash",
      "Mend the gate",
    ]);
  },
);

browserTest(
  "keys pressed while a text closes act on the element that gets the focus next",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await page.goto("/workspace/tasks");
    await openTask(page, "Mend the gate");
    /** Presses keys. The response to the first one arrives after the last one was pressed. */
    async function pressEarly(keys: string) {
      const { promise: pressed, resolve } = Promise.withResolvers<void>();
      await intercept(page, `**${taskPage}`, (route) => pressed.then(() => route.continue()));
      await pressAll(page, keys);
      resolve();
    }
    await edit(page, "title");
    await pressEarly("[Escape][Escape]");
    await page.locator(".row-title:focus", { hasText: "Mend the gate" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
    await edit(page, "description");
    await page.keyboard.type("Loudly.");
    await page.getByText("Saved", { exact: true }).waitFor();
    await pressEarly("[Escape]plow[Enter]");
    await tells(page, "Activity", "from No priority to Low");
    await page.getByText("It squeaks.", { exact: true }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "keys pressed for a menu that doesn't open are ignored, with a message",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await row(page, "Ash").focus();
    const asked: string[] = [];
    await intercept(page, "**/priority*", (route) => setTimeout(() => void route.abort(), 200));
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      // The palette loads when the page is idle
      if (!pathname.startsWith("/api/")) asked.push(pathname);
    });
    await pressAll(page, "ps.x");
    await page.getByRole("status").getByText("The keys you pressed were ignored.").waitFor();
    await page.getByRole("status").getByText("Can't reach the server").waitFor();
    assert.deepEqual(asked, ["/workspace/tasks/ENG-1/priority"]);
    await page.unrouteAll();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: "Urgent" }).waitFor();
  },
);

browserTest(
  "a composer that can't be loaded keeps the typed text, and can be requested again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    await intercept(page, "**/compose*", (route) => setTimeout(() => void route.abort(), 200));
    await pressAll(page, "cPrune it");
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    await page.getByRole("status").getByText("Can't reach the server").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Prune it");
    await page.keyboard.press("Escape");
    await page.getByText("stored on this device").waitFor();
    await page.reload();
    await again.waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Prune it");
    await page.unrouteAll();
    await again.click();
    await page.locator("form[data-composer]").waitFor();
    assert.equal(await field(page, "Title").inputValue(), "Prune it");
    await page.keyboard.press("Control+Enter");
    await row(page, "Prune it").waitFor();
  },
);

browserTest(
  "the composer appears before the server responds, and receives text and keys in order",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
    await intercept(page, "**/compose*", async (route) => {
      await asked;
      await route.continue();
    });
    await pressAll(page, "cPrune");
    assert.equal(await field(page, "Title").inputValue(), "Prune", "before it was answered");
    await page.keyboard.press("Alt+Shift+P");
    await pressAll(page, "urg[Enter]");
    await pressAll(page, " it[Tab]In spring");
    assert.equal(await page.locator("form[data-composer]").count(), 0);
    answer();
    await page.getByRole("button", { name: "Priority: Urgent" }).waitFor();
    await page.waitForFunction(
      "document.querySelector('#composer-text')?.value === 'In spring'",
    );
    assert.equal(await field(page, "Title").inputValue(), "Prune it");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the focus is never lost between the composer's placeholder and its form",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await page.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector("form[data-composer]")) return;
      observer.disconnect();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.stood = document.activeElement.name ?? "nowhere";
      port2.postMessage("the next that the page has to do");
    }).observe(document.getElementById("composer"), { childList: true })`);
    await page.keyboard.press("c");
    await page.waitForFunction(() => "stood" in globalThis);
    assert.equal(await page.evaluate("globalThis.stood"), "title");
  },
);

browserTest(
  "Enter after saving a text opens it again, but pressing Enter twice only saves",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    const stands = (name: string) => page.locator(`#open-edit-${name}:focus`).waitFor();
    await edit(page, "description");
    await page.keyboard.type(" Loudly.");
    await page.keyboard.press("Control+Enter");
    await stands("description");
    await page.keyboard.press("Enter");
    await field(page, "Description").waitFor();
    await page.keyboard.press("Escape");
    await stands("description");
    await edit(page, "title");
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url()));
    // Longer than anyone takes to press twice
    await intercept(page, `**${taskPage}`, (route) => setTimeout(() => void route.continue(), 500));
    await pressAll(page, "s[Enter][Enter]");
    await stands("title");
    await page.evaluate("fetch('/health')");
    assert.ok(!asked.some((url) => url.includes("edit=")), asked.join(" "));
    assert.deepEqual(visit.complaints, []);
  },
);
