import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { goByKeys, row, signIn } from "../../support/browser_walk.ts";
import { requireAccessible, requireAccessibleThemes } from "../../support/chromium.ts";
import { listens } from "../../support/colleagues.ts";
import { giveTasks, signInToInbox } from "../../support/given_tasks.ts";
import { intercept } from "../../support/interception.ts";
import { isClosedOn, isOn } from "../../support/peeking.ts";
import { ask } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";

/** Waits until the tab has a title, which changes separately from the page. */
const called = (page: Page, title: string) =>
  page.locator(`xpath=//title[starts-with(., "${title} ")]`).waitFor({ state: "attached" });
const entry = (page: Page, title: string) => page.locator(".entry", { hasText: title });
/** Returns the tab's icon by its description. */
const icon = (page: Page, says: "unread" | "icon") =>
  page.locator(`link[rel="icon"][href*="/${says}."]`).waitFor({ state: "attached" });

browserTest(
  "after an entry is archived or snoozed, the next one opens, and the last one leaves the pane empty",
  async (stage) => {
    await using visit = await signInToInbox(stage, [
      "Mend the gate",
      "Oil the hinge",
      "Sand the post",
    ]);
    const { page } = visit;
    await row(page, "Sand the post").click();
    await isOn(page, "Sand the post");
    await page.keyboard.press("e");
    await isOn(page, "Oil the hinge");
    await entry(page, "Sand the post").waitFor({ state: "detached" });
    await page.keyboard.press("h");
    await page.getByRole("option", { name: /^Tomorrow/ }).waitFor();
    await requireAccessible(page, "the menu of a snooze");
    await page.keyboard.type("3h");
    await page.getByRole("option", { name: /In 3 hours|, \d\d:\d\d/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/^Snoozed until /).waitFor();
    await isOn(page, "Mend the gate");
    await entry(page, "Oil the hinge").waitFor({ state: "detached" });
    await page.locator(".entry[data-read]", { hasText: "Mend the gate" }).waitFor();
    await page.keyboard.press("e");
    await page.getByText("You're all caught up").waitFor();
    await page.locator("#peek").waitFor({ state: "hidden" });
    await page.keyboard.press("Control+z");
    await row(page, "Mend the gate").waitFor();
    await page.getByRole("link", { name: /^Snoozed/ }).click();
    await entry(page, "Oil the hinge").getByText(/Returns/).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "several keys that archive entries in turn each wait for the response",
  async (stage) => {
    await using visit = await signInToInbox(stage, [
      "Mend the gate",
      "Oil the hinge",
      "Sand the post",
    ]);
    const { page } = visit;
    const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
    await intercept(page, "**/workspace/inbox/**", async (route) => {
      if (route.request().method() === "POST") await go;
      await route.continue();
    });
    await row(page, "Sand the post").focus();
    for (const key of ["e", "e", "u"]) await page.keyboard.press(key);
    letGo();
    for (const title of ["Sand the post", "Oil the hinge"]) {
      await entry(page, title).waitFor({ state: "detached" });
    }
    await page.locator(".entry[data-read]", { hasText: "Mend the gate" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "archiving an entry opens the next one, even if its task has another entry",
  async ({ server, open }) => {
    const titles = ["Mend the gate", "Oil the hinge", "Sand the post"];
    const { grace, here, assigneeId } = await giveTasks(server, titles);
    const asked = await ask(server.url, `POST ${here}/tasks/ACM-1/approvals`, {
      token: grace.token,
      body: { body: "May it be green?", approverId: assigneeId },
    });
    assert.equal(asked.status, 201, String(asked.body.detail));
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    const first = entry(page, "May it be green?");
    await first.locator(".row-title").click();
    await isOn(page, "Mend the gate");
    await page.keyboard.press("e");
    await first.waitFor({ state: "detached" });
    await isOn(page, "Sand the post");
    await row(page, "Mend the gate").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the entry open beside the inbox keeps its position when its task gets a new notification",
  async ({ server, open }) => {
    const { grace, here } = await giveTasks(server, ["Mend the gate", "Oil the hinge"]);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await listens(page);
    await row(page, "Mend the gate").click();
    await isOn(page, "Mend the gate");
    await ask(server.url, `POST ${here}/tasks/ACM-1/comments`, {
      token: grace.token,
      body: { body: "It is green now." },
    });
    await entry(page, "It is green now.").waitFor();
    await isOn(page, "Mend the gate");
    await page.keyboard.press("e");
    await entry(page, "Mend the gate").waitFor({ state: "detached" });
    await isOn(page, "Oil the hinge");
  },
);

browserTest(
  "the tab's title shows the number of unread notifications, and its icon shows that there are some",
  async ({ server, open }) => {
    await giveTasks(server, ["Mend the gate", "Oil the hinge"]);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com");
    await icon(page, "unread");
    await page.goto("/workspace/inbox");
    await called(page, "(2) Inbox");
    await row(page, "Oil the hinge").click();
    await called(page, "(1) Inbox");
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await called(page, "Inbox");
    await icon(page, "icon");
    await page.getByRole("button", { name: "Undo" }).click();
    await called(page, "(1) Inbox");
    await icon(page, "unread");
    await goByKeys(page, "t");
    await page.waitForURL("**/workspace/tasks");
    await icon(page, "unread");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an opened entry stays among the unread ones until the next one opens, and the URL contains part and reason",
  async (stage) => {
    await using visit = await signInToInbox(stage, [
      "Mend the gate",
      "Oil the hinge",
      "Sand the post",
    ]);
    const { page } = visit;
    await page.getByRole("link", { name: /^Unread/ }).click();
    await page.waitForURL("**/inbox?show=unread");
    await page.getByRole("link", { name: /^Assignments/ }).click();
    await page.waitForURL("**/inbox?show=unread&reason=assignment");
    await row(page, "Oil the hinge").click();
    await isOn(page, "Oil the hinge");
    await entry(page, "Oil the hinge").and(page.locator("[data-read]")).waitFor();
    await page.keyboard.press("j");
    await isOn(page, "Mend the gate");
    await entry(page, "Oil the hinge").waitFor({ state: "detached" });
    await entry(page, "Mend the gate").and(page.locator("[data-read]")).waitFor();
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Mend the gate");
    await page.goBack();
    await page.waitForURL("**/inbox?show=unread");
    await page.getByRole("link", { name: /^Assignments/ })
      .and(page.locator(":not([aria-current])")).waitFor();
    await page.getByRole("link", { name: /^Mentions/ }).click();
    await page.getByRole("heading", { name: "No matching notifications" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a task opened from the inbox shows its newest comment, whatever the length of the page",
  async ({ server, open }) => {
    const { ada, grace, here } = await giveTasks(server, ["Mend the gate"]);
    const say = async (body: string, { token }: { token: string }) => {
      const sent = await ask(server.url, `POST ${here}/tasks/ACM-1/comments`, {
        token,
        body: { body },
      });
      assert.equal(sent.status, 201);
    };
    for (let n = 0; n < 12; n++) await say(`Note ${n}\n\n${"and so on\n\n".repeat(6)}`, ada);
    await say("The newest of all", grace);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await row(page, "Mend the gate").click();
    await isOn(page, "Mend the gate");
    const newest = page.locator("#peek-page .comment", { hasText: "The newest of all" });
    await newest.waitFor();
    const seen = await newest.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= Reflect.get(globalThis, "innerHeight");
    });
    assert.ok(seen);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an entry without a task can be read and answered beside the list, accessible in both themes",
  async ({ server, open }) => {
    const { ada, grace, here, assigneeId } = await giveTasks(server, ["Mend the gate"]);
    const body = { name: "Gatehouse", leadId: assigneeId, teamIds: [ada.teamId] };
    const promoted = await ask(server.url, `GET ${here}/members`, { token: ada.token });
    const graces = promoted.body.members.find(({ name }: { name: string }) => name === "Grace");
    const role = { role: "admin" };
    await ask(server.url, `PATCH ${here}/members/${graces.id}`, { token: ada.token, body: role });
    const made = await ask(server.url, `POST ${here}/projects`, { token: grace.token, body });
    assert.equal(made.status, 201, String(made.body.detail));
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await row(page, "Gatehouse").click();
    await page.locator("#peek .detail-title", { hasText: "Gatehouse" }).waitFor();
    await page.locator(".entry[data-read]", { hasText: "Gatehouse" }).waitFor();
    await page.locator("#peek").getByText("made you the project lead").waitFor();
    await requireAccessibleThemes(page, "an entry's own page beside the inbox");
    await page.locator("#peek").getByRole("link", { name: "Open the project" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
