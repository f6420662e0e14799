import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { row, signIn } from "../support/browser_walk.ts";
import { allAnswered, requireAccessible } from "../support/chromium.ts";
import { giveTasks, signInToInbox } from "../support/given_tasks.ts";
import { isClosedOn, isOn } from "../support/peeking.ts";
import { browserTest } from "../support/stage.ts";

const unread = (page: Page) =>
  page.locator("#sidebar").getByRole("link", { name: /^Inbox/ }).innerText();
const focused = (page: Page, title: string) =>
  page.locator("#main .row-title:focus", { hasText: title }).waitFor();

browserTest(
  "notifications are opened, read, archived, and restored by keyboard",
  async ({ server, open }) => {
    await giveTasks(server, ["Mend the gate", "Oil the hinge", "Sand the post"]);
    await using visit = await open();
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace");
    await page.waitForURL("**/workspace/inbox");
    await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
    assert.match(await unread(page), /3/);
    await requireAccessible(page, "inbox");

    await page.keyboard.press("j");
    await focused(page, "Sand the post");
    await page.keyboard.press("u");
    await page.locator(".entry:not([data-unread])", { hasText: "Sand the post" }).waitFor();
    await focused(page, "Sand the post");
    assert.match(await unread(page), /2/);

    await page.keyboard.press("j");
    await focused(page, "Oil the hinge");
    await page.keyboard.press("e");
    await page.getByText(
      "Notification archived. The notification returns if something new happens.",
    ).waitFor();
    assert.equal(await row(page, "Oil the hinge").count(), 0);
    await focused(page, "Mend the gate");
    await page.keyboard.press("Control+z");
    await row(page, "Oil the hinge").waitFor();
    await page.getByText(/^[A-Z]+-\d restored to your inbox$/).waitFor();

    await row(page, "Mend the gate").focus();
    await page.keyboard.press("Enter");
    await isOn(page, "Mend the gate");
    await page.locator("#sidebar .side-count", { hasText: "1" }).waitFor();
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Mend the gate");
    await page.locator(".entry:not([data-unread])", { hasText: "Mend the gate" }).waitFor();

    await page.keyboard.press("p");
    await page.getByRole("option", { name: "Urgent" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await page.getByText("1 notification marked as read").waitFor();
    assert.equal(await page.locator("#sidebar .side-count").count(), 0);
    await page.getByRole("link", { name: "Archived" }).click();
    await page.getByText("No archived notifications").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an inbox on a phone in dark mode is accessible and fits the screen",
  async ({ server, open }) => {
    await giveTasks(server, ["Mend the gate".repeat(20), "Oil the hinge"]);
    await using visit = await open({ width: 360, touch: true, dark: true });
    const { page } = visit;
    await signIn(page, server, "ada@example.com", "/workspace/inbox");
    await requireAccessible(page, "inbox");
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assert.ok(Number(wide) <= 0);
    await page.getByRole("button", { name: "Mark as read: Oil the hinge" }).tap();
    await page.locator(".entry:not([data-unread])", { hasText: "Oil the hinge" }).waitFor();
    await page.getByRole("button", { name: "Archive: Oil the hinge" }).tap();
    await row(page, "Oil the hinge").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).tap();
    await row(page, "Oil the hinge").tap();
    await page.getByRole("heading", { level: 1, name: "Oil the hinge" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest('the button "Mark all as read" shows its text at every width', async (stage) => {
  await using visit = await signInToInbox(stage, ["Mend the gate", "Oil the hinge"]);
  const { page } = visit;
  const mark = page.getByRole("button", { name: "Mark all as read" });
  for (const width of [360, 390, 768, 900, 901, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const { words, inside } = await mark.evaluate((button) => {
      const range = new (Reflect.get(globalThis, "Range"))();
      range.selectNodeContents(button);
      const [words, box] = [range, button].map((one) => one.getBoundingClientRect());
      return {
        words: words.width,
        inside: box.left >= 0 && box.right <= Reflect.get(globalThis, "innerWidth"),
      };
    });
    assert.ok(words > 90 && inside, `${width}: ${words}`);
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assert.ok(Number(wide) <= 0, `${width}`);
  }
  await mark.click();
  await page.locator(".entry[data-unread]").first().waitFor({ state: "detached" });
});

browserTest(
  "an entry opens beside the list, J and K open its neighbors, and opened entries are marked as read",
  async (stage) => {
    await using visit = await signInToInbox(stage, [
      "Mend the gate",
      "Oil the hinge",
      "Sand the post",
    ]);
    const { page } = visit;
    const isRead = async (title: string, left: RegExp) => {
      await isOn(page, title);
      await page.locator(".entry[data-read]", { hasText: title }).waitFor();
      await isOn(page, title);
      assert.match(await unread(page), left);
    };
    await page.keyboard.press("j");
    await focused(page, "Sand the post");
    await page.keyboard.press("Space");
    await isRead("Sand the post", /2/);
    await page.keyboard.press("j");
    await isRead("Oil the hinge", /1/);
    await page.keyboard.press("k");
    await isOn(page, "Sand the post");
    await requireAccessible(page, "an entry beside the inbox");
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Sand the post");
    assert.equal(await page.locator(".entry[data-unread]").count(), 1);
    await row(page, "Mend the gate").click();
    await isRead("Mend the gate", /^\D*$/);
    assert.equal(new URL(page.url()).pathname, "/workspace/inbox");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks/ACM-1");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an open entry that is marked as unread stays unread until it is opened again",
  async (stage) => {
    await using visit = await signInToInbox(stage, ["Mend the gate", "Oil the hinge"]);
    const { page } = visit;
    const entry = (state: string) => page.locator(`.entry[${state}]`, { hasText: "Mend the gate" });
    await row(page, "Mend the gate").click();
    await isOn(page, "Mend the gate");
    await entry("data-read").waitFor();
    await page.keyboard.press("u");
    await entry("data-unread").waitFor();
    await page.locator("#sidebar .side-count", { hasText: "2" }).waitFor();
    await allAnswered(page);
    await isOn(page, "Mend the gate");
    assert.equal(await entry("data-unread").count(), 1);
    await page.keyboard.press("Escape");
    await isClosedOn(page, "Mend the gate");
    await page.keyboard.press("Space");
    await entry("data-read").waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
