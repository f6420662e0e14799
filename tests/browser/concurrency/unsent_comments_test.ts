import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { signIn } from "../../support/browser_walk.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { begin, field, note, taskPage } from "../../support/writing.ts";

const comment = (page: Page) => field(page, "Comment");
const send = (page: Page) => page.getByRole("button", { name: "Comment", exact: true }).click();
const other = (page: Page) => page.getByText("You have another draft");

/** Waits until the server has stored a draft comment. */
const kept = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes("/unsent-comment"));

/** Counts the requests that store draft comments. */
function counting(page: Page): { told: number } {
  const counted = { told: 0 };
  page.on("request", (request) => {
    if (request.url().includes("/unsent-comment")) counted.told++;
  });
  return counted;
}

/** The same person's browser on another device. */
async function anotherDevice({ open, server }: Stage) {
  const visit = await open();
  await signIn(visit.page, server, "ada@example.com");
  return visit;
}

browserTest("an unfinished comment can be continued on another device", async (stage) => {
  await using desk = await stage.enter();
  await begin(desk.page);
  await comment(desk.page).pressSequentially("Half a ");
  const told = kept(desk.page);
  await comment(desk.page).pressSequentially("thought");
  await told;

  await using phone = await anotherDevice(stage);
  await phone.page.goto(taskPage);
  await note(phone.page).waitFor();
  assert.equal(await comment(phone.page).inputValue(), "Half a thought");
  await comment(phone.page).press("End");
  await comment(phone.page).pressSequentially(", and more");
  await send(phone.page);
  await phone.page.locator(".comment", { hasText: "Half a thought, and more" }).waitFor();

  await desk.page.reload();
  await desk.page.locator(".comment", { hasText: "Half a thought, and more" }).waitFor();
  assert.equal(await comment(desk.page).inputValue(), "", "what was sent doesn't come back");
  assert.equal(await note(desk.page).count(), 0);
  await phone.page.reload();
  assert.equal(await comment(phone.page).inputValue(), "");
  assert.deepEqual([...desk.complaints, ...phone.complaints], []);
});

browserTest(
  "text saved while leaving a page doesn't return after it was posted from another device",
  async (stage) => {
    await using desk = await stage.enter();
    await begin(desk.page);
    await using phone = await anotherDevice(stage);
    const tasks = desk.page.getByRole("link", { name: "Tasks", exact: true });
    // The response arrives after the page was left, so it isn't seen
    const ways: Record<string, [leave: () => Promise<unknown>, finished: string]> = {
      "By a link": [
        () => Promise.all([kept(desk.page), tasks.click()]),
        "In other words",
      ],
      "By the address": [() => desk.page.goto("/workspace/tasks"), "By the address, finished"],
    };
    for (const [text, [leave, finished]] of Object.entries(ways)) {
      await desk.page.goto(taskPage);
      await comment(desk.page).fill(text);
      await leave();
      await desk.page.waitForURL(/tasks$/);
      for (let n = 0, seen = ""; n < 50 && seen !== text; n++) {
        await phone.page.goto(taskPage);
        seen = await comment(phone.page).inputValue();
      }
      await comment(phone.page).fill(finished);
      await send(phone.page);
      await phone.page.locator(".comment", { hasText: finished }).waitFor();
      await desk.page.goto(taskPage);
      await desk.page.locator(".comment", { hasText: finished }).waitFor();
      await note(desk.page).waitFor({ state: "detached" });
      assert.equal(await comment(desk.page).inputValue(), "", text);
      await phone.page.reload();
      assert.equal(await comment(phone.page).inputValue(), "", text);
    }
    assert.deepEqual([...desk.complaints, ...phone.complaints], []);
  },
);

browserTest(
  "leaving the page or the field immediately saves a draft comment",
  async (stage) => {
    await using desk = await stage.enter();
    await begin(desk.page);
    await using phone = await anotherDevice(stage);
    const shows = async (text: string) => {
      await phone.page.goto(taskPage);
      await comment(phone.page).waitFor();
      return await comment(phone.page).inputValue() === text;
    };
    const ways: Record<string, () => Promise<unknown>> = {
      field: () => desk.page.locator("#main").focus(),
      link: () => desk.page.getByRole("link", { name: "Tasks", exact: true }).click(),
      reload: () => desk.page.reload(),
      closing: () => desk.page.close({ runBeforeUnload: true }),
    };
    for (const [way, leave] of Object.entries(ways)) {
      await desk.page.goto(taskPage);
      await comment(desk.page).fill(`Left by ${way}`);
      await leave();
      let seen = false;
      for (let n = 0; n < 50 && !seen; n++) seen = await shows(`Left by ${way}`);
      assert.ok(seen, way);
    }
  },
);

browserTest("a draft comment is saved after a pause, and only if it changed", async (stage) => {
  await using desk = await stage.enter();
  const { page } = desk;
  await begin(page);
  const counted = counting(page);
  const first = kept(page);
  await comment(page).pressSequentially("Half a thought");
  await first;
  assert.equal(counted.told, 1, "not for each key");
  await page.locator("#main").focus();
  await comment(page).focus();
  await page.reload();
  await note(page).waitFor();
  await page.locator("#main").focus();
  await page.goto("/workspace/tasks");
  assert.equal(counted.told, 1, "nothing changed");

  await page.goto(taskPage);
  await desk.context.setOffline(true);
  await comment(page).fill("Half a thought on a train");
  await page.locator("#main").focus();
  assert.equal(counted.told, 1, "nobody is asked who can't be reached");
  const again = kept(page);
  await desk.context.setOffline(false);
  await again;
  assert.equal(counted.told, 2);
  await using phone = await anotherDevice(stage);
  await phone.page.goto(taskPage);
  assert.equal(await comment(phone.page).inputValue(), "Half a thought on a train");
});

browserTest("if two devices have different texts, the newer text appears first", async (stage) => {
  await using desk = await stage.enter();
  await begin(desk.page);
  await desk.context.setOffline(true);
  await comment(desk.page).fill("At the desk");
  await using phone = await anotherDevice(stage);
  await phone.page.goto(taskPage);
  // Chromium keeps the live stream open, but refuses the requests that its events cause
  const refused = desk.page.waitForEvent("requestfailed");
  await Promise.all([kept(phone.page), comment(phone.page).fill("On the phone")]);
  await refused;
  await desk.context.setOffline(false);
  await other(desk.page).waitFor();
  assert.equal(await comment(desk.page).inputValue(), "On the phone", "it is newer");
  const show = desk.page.getByRole("button", { name: "Show draft" });
  await show.click();
  assert.equal(await comment(desk.page).inputValue(), "At the desk");
  await show.click();
  assert.equal(await comment(desk.page).inputValue(), "On the phone");
  await desk.page.reload();
  await other(desk.page).waitFor();
  await Promise.all([kept(desk.page), show.click()]);

  await comment(phone.page).fill("On the phone again");
  await other(phone.page).waitFor();
  assert.equal(await comment(phone.page).inputValue(), "On the phone again", "one types there");
  await phone.page.getByRole("button", { name: "Show draft" }).click();
  assert.equal(await comment(phone.page).inputValue(), "At the desk");
  await send(phone.page);
  await phone.page.locator(".comment", { hasText: "At the desk" }).waitFor();
  assert.equal(await other(phone.page).count(), 0);
  assert.deepEqual([...desk.complaints, ...phone.complaints], []);
});

browserTest(
  "a comment that was posted on one device can't be posted again on another, and returns nowhere",
  async (stage) => {
    await using desk = await stage.enter();
    await begin(desk.page);
    const told = kept(desk.page);
    await comment(desk.page).fill("Done.");
    await told;
    await using phone = await anotherDevice(stage);
    await phone.page.goto(taskPage);
    await note(phone.page).waitFor();
    await send(desk.page);
    await desk.page.locator(".comment", { hasText: "Done." }).waitFor();

    const counted = counting(phone.page);
    await send(phone.page);
    await phone.page.getByText("You already posted this comment").waitFor();
    await phone.page.locator("#main").focus();
    assert.equal(counted.told, 0);
    await phone.page.reload();
    await phone.page.locator(".comment").waitFor();
    assert.equal(await phone.page.locator(".comment").count(), 1);
    assert.equal(await comment(phone.page).inputValue(), "");
    await desk.page.reload();
    assert.equal(await comment(desk.page).inputValue(), "");
  },
);

browserTest(
  "a discarded draft comment disappears from every device, unless the discard is undone",
  async (stage) => {
    await using desk = await stage.enter();
    await begin(desk.page);
    const told = kept(desk.page);
    await comment(desk.page).fill("Half a thought");
    await told;
    await using phone = await anotherDevice(stage);
    await phone.page.goto(taskPage);
    const discarded = kept(phone.page);
    await phone.page.getByRole("button", { name: "Discard" }).click();
    await discarded;
    await desk.page.reload();
    assert.equal(await comment(desk.page).inputValue(), "");
    const back = kept(phone.page);
    await phone.page.locator("#new-comment").getByRole("button", { name: "Undo" }).click();
    await back;
    await desk.page.reload();
    await note(desk.page).waitFor();
    assert.equal(await comment(desk.page).inputValue(), "Half a thought");
    assert.deepEqual([...desk.complaints, ...phone.complaints], []);
  },
);

browserTest("two tabs of one device share one draft comment and post it once", async (stage) => {
  await using desk = await stage.enter();
  const { page, context } = desk;
  await begin(page);
  const tab = await context.newPage();
  await tab.goto(taskPage);
  await page.bringToFront();
  const told = kept(page);
  await comment(page).fill("Half a thought");
  await told;
  await tab.bringToFront();
  await note(tab).waitFor();
  const more = kept(tab);
  await comment(tab).fill("A whole thought");
  await more;
  assert.equal(await other(tab).count(), 0, "it goes on from the other tab's");
  await send(tab);
  await tab.locator(".comment").waitFor();
  await page.bringToFront();
  await page.reload();
  await page.locator(".comment").waitFor();
  assert.equal(await comment(page).inputValue(), "");
  assert.deepEqual(desk.complaints, []);
});

browserTest(
  "on the Drafts page, a key discards a draft comment everywhere, and another key restores it",
  async (stage) => {
    await using desk = await stage.enter();
    const { page } = desk;
    await begin(page);
    const told = kept(page);
    await comment(page).fill("Half a thought");
    await told;
    for (const key of ["Escape", "g", "d", "j"]) await page.keyboard.press(key);
    const begun = page.getByRole("list", { name: "Draft comments" });
    const itsRow = begun.getByRole("link", { name: "Mend the gate" });
    await itsRow.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("e");
    await page.getByText("Draft comment on ENG-1 discarded").waitFor();
    await page.getByRole("heading", { name: "No drafts yet" }).waitFor();
    await using phone = await anotherDevice(stage);
    await phone.page.goto(taskPage);
    assert.equal(await comment(phone.page).inputValue(), "");

    await page.keyboard.press("Control+z");
    await itsRow.and(page.locator(":focus")).waitFor();
    await begun.getByText("Half a thought").waitFor();
    await phone.page.reload();
    await note(phone.page).waitFor();
    assert.equal(await comment(phone.page).inputValue(), "Half a thought");
    await page.keyboard.press("Enter");
    await note(page).waitFor();
    assert.equal(await comment(page).inputValue(), "Half a thought", "where it was typed too");
    assert.deepEqual([...desk.complaints, ...phone.complaints], []);
  },
);
