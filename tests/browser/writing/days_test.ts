import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { compose, openTask, row, signIn, tells } from "../../support/browser_walk.ts";
import { ask, signUpRemotely } from "../../support/remote_person.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest } from "../../support/stage.ts";

/** The time zones of a workspace and of a member's computer. */
const pairs = [
  ["Pacific/Honolulu", "Pacific/Kiritimati"],
  ["America/New_York", "Asia/Kathmandu"],
  ["UTC", "America/New_York"],
  ["Asia/Kathmandu", "Pacific/Honolulu"],
  ["Pacific/Kiritimati", "America/New_York"],
] as const;

const todayIn = (zone: string) => Temporal.Now.plainDateISO(zone).toString();

/** Returns `3 Dec` for a day in the current year. */
const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(date));

/** Runs a test of a day, and repeats it if the day ended meanwhile. */
async function withinADay(zone: string, walk: (day: string) => Promise<void>) {
  const day = todayIn(zone);
  try {
    await walk(day);
  } catch (error) {
    if (todayIn(zone) === day) throw error;
    await walk(todayIn(zone));
  }
}

/** Sets a deadline to today by its key, opens the menu again, and saves the shown day. */
async function setToday(page: Page, title: string, day: string) {
  await page.goto("/workspace/tasks");
  await compose(page, { title });
  await openTask(page, title);
  await page.keyboard.press("d");
  await page.getByRole("option", { name: "Today" }).click();
  await tells(page, "Properties", shownDay(day));
  await tells(page, "Activity", `set the deadline to ${shownDay(day)}`);
  await page.keyboard.press("d");
  await page.getByRole("option", { name: "Today" }).waitFor();
  const ticked = page.getByRole("option", { selected: true });
  assert.match((await ticked.allTextContents()).join(), new RegExp(`^Today${shownDay(day)}$`));
  assert.equal(await page.getByLabel("Another date").inputValue(), day);
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByRole("option", { name: "Today" }).waitFor({ state: "detached" });
  await page.reload();
  assert.equal(await page.getByText("set the deadline to").count(), 1);
}

browserTest(
  "a deadline set to today is the workspace's day, in any time zone of the reader",
  async ({ server, open }) => {
    const { token, workspaceId } = await signUpRemotely(server, "ada@example.com");
    await using home = await open();
    await signIn(home.page, server, "ada@example.com");
    const cookies = await home.context.cookies();
    const api = async (request: string, body?: object) => {
      const [method, path] = request.split(" ");
      const sent = { token, body };
      const answer = await ask(server.url, `${method} /workspaces/${workspaceId}${path}`, sent);
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
      return answer.body;
    };
    for (const [n, [timeZone, readerZone]] of shareOf(pairs).entries()) {
      await api("PATCH ", { timeZone });
      await using visit = await open({ timeZone: readerZone });
      await visit.context.addCookies(cookies);
      const { page } = visit;
      await withinADay(timeZone, async (day) => {
        const title = `Mend gate ${n} by ${day}`;
        await setToday(page, title, day);
        const { tasks } = await api("GET /tasks?limit=1");
        assert.deepEqual([tasks[0].title, tasks[0].deadlineAt], [title, day]);
        await api("PATCH ", { timeZone: readerZone });
        await page.reload();
        await tells(page, "Properties", shownDay(day));
        await tells(page, "Activity", `set the deadline to ${shownDay(day)}`);
        await page.goto("/workspace/tasks");
        await row(page, title).locator("..").getByText(shownDay(day)).waitFor();
        await api("PATCH ", { timeZone });
      });
      assert.deepEqual(visit.complaints, []);
    }
  },
);
