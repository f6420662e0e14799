import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { type Seen, visit } from "../support/visitor.ts";

const inbox = "/workspace/inbox";
const id = (who: Person) => who.member.profile.id;

/** What entries are called, newest first. */
const titles = ({ html }: Seen) =>
  [...html.matchAll(/class="row-title" href="[^"]+">([^<]+)</g)].map(([, title]) => title);
const title = ({ html }: Seen) => /<title>([^<]+) · Acme/.exec(html)?.[1];
/** What stands in the corner, and what its Undo sends where. */
const undoOf = ({ html }: Seen) => {
  const [, action, name, value] =
    /<form method="post" action="([^"]+)" hx-post="[^"]+" ?><button type="submit" class="link" name="([^"]+)" value="([^"]+)" data-undo/
      .exec(html) ?? [];
  return { action: action!, form: { [name!]: value! } };
};

/** Chidi's inbox: a request for approval, a mention and an assignment, the first in front. */
async function withInbox(
  run: (app: TestApp, cast: Cast, browser: Awaited<ReturnType<typeof visit>>) => Promise<void>,
) {
  await withApp({}, async (app, cast) => {
    const { ada, bao, chidi, world } = cast;
    // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
    const act = (by: Person, operation: any, input: unknown) => {
      world.clock.advance({ seconds: 1 });
      return perform(world.services, by.member, operation, input);
    };
    await cast.task(ada, { title: "Mend the gate", assigneeId: id(chidi) });
    const said = await cast.task(ada, { title: "Sow the beans" });
    await act(bao, createComment, { taskId: said.id, body: "@chidi knows" });
    const asked = await cast.task(ada, { title: "Cut the lock" });
    await act(ada, createApproval, { taskId: asked.id, approverId: id(chidi), body: "May I?" });
    await run(app, cast, await visit(app, chidi.email));
  });
}

Deno.test("an inbox is filtered by part and reason together, and both show counts", () =>
  withInbox(async (_app, _cast, browser) => {
    const all = await browser.get(inbox);
    assert.deepEqual(titles(all), ["Cut the lock", "Sow the beans", "Mend the gate"]);
    assert.equal(title(all), "(3) Inbox");
    assert.match(all.html, /Mentions<span class="row-more number">1</);
    const some = await browser.get(`${inbox}?reason=mention,assignment`);
    assert.deepEqual(titles(some), ["Sow the beans", "Mend the gate"]);
    assert.match(some.html, /href="\/workspace\/inbox\?reason=assignment" aria-current="true"/);
    assert.match(
      some.html,
      /href="\/workspace\/inbox\?show=unread&amp;reason=mention,assignment"/,
    );
    assert.match(
      (await browser.get(`${inbox}?show=snoozed&reason=mention`)).html,
      /No matching notifications/,
    );
    assert.match((await browser.get(`${inbox}?show=snoozed`)).html, /No snoozed notifications/);
    assert.equal(titles(await browser.get(`${inbox}?reason=boredom`)).length, 3);
    const form = { act: "read-all", reason: "mention" };
    const read = await browser.part("POST", inbox, `${inbox}?reason=mention`, form);
    assert.match(read.html, /1 notification marked as read/);
    assert.equal(title(await browser.get(inbox)), "(2) Inbox");
    const undo = undoOf(read);
    assert.match(
      (await browser.part("POST", undo.action, inbox, undo.form)).html,
      /Notifications marked as unread/,
    );
    assert.equal(title(await browser.get(inbox)), "(3) Inbox");
  }));

Deno.test("an entry is snoozed until a suggested or typed time, and Undo restores it", () =>
  withInbox(async (_app, cast, browser) => {
    const [entry] = await inboxOf(cast, cast.chidi, { reason: "mention" });
    const path = `${inbox}/${entry!.id}`;
    const menu = await browser.part("GET", `${path}/snooze`, inbox);
    for (const name of ["In 3 hours", "Tomorrow", "Next week"]) assert.ok(menu.html.includes(name));
    assert.doesNotMatch(menu.html, /Unsnooze/);
    const typed = await browser.part("GET", `${path}/snooze?q=24+dec+8am`, inbox);
    const until = /name="until" value="([^"]+)"/.exec(typed.html)![1]!;
    assert.match(until, /-12-24T08:00:00\.000Z$/);
    const nothing = await browser.part("GET", `${path}/snooze?q=whenever`, inbox);
    assert.doesNotMatch(nothing.html, /name="until"/);
    for (const before of ["unread", "read", "archived"]) {
      const act = before === "archived" ? "archive" : before;
      await browser.part("POST", path, inbox, { act });
      const stood = async () => {
        const query = before === "archived" ? { archived: "true" } : {};
        const entries = await inboxOf(cast, cast.chidi, query);
        return entries.find(({ subject }) => subject.title === "Sow the beans");
      };
      const was = await stood();
      const put = await browser.part("POST", path, inbox, { until });
      assert.match(put.html, /Snoozed until \w+ 24 Dec(?: \d+)?, 08:00/);
      assert.ok(!titles(put).includes("Sow the beans"));
      assert.deepEqual(titles(await browser.get(`${inbox}?show=snoozed`)), ["Sow the beans"]);
      const undo = undoOf(put);
      await browser.part("POST", undo.action, inbox, undo.form);
      const now = await stood();
      assert.deepEqual([now?.snoozedUntil, now?.readAt === null], [null, was?.readAt === null]);
    }
    await browser.part("POST", path, inbox, { until: "3h" });
    const further = await browser.part("POST", path, inbox, { until });
    const undo = undoOf(further);
    await browser.part("POST", undo.action, inbox, undo.form);
    const [again] = await inboxOf(cast, cast.chidi, { snoozed: "true" });
    assert.notEqual(again?.snoozedUntil, until);
    const own = await browser.part("GET", `${path}/snooze`, inbox);
    assert.match(own.html, /Unsnooze/);
    const back = await browser.part("POST", path, inbox, { act: "unsnooze" });
    assert.ok(titles(back).includes("Sow the beans"));
    const refused = await browser.part("POST", path, inbox, { until: "whenever" });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /isn.{1,6}t a valid time\. Enter a time such as/);
    const leap = await browser.part("GET", `${path}/snooze?q=29.02.2027`, inbox);
    assert.match(
      leap.html,
      />\s*There is no 29 February 2027. February 2027 has 28 days\.\s*<\/p>/,
    );
    const next = await browser.part("POST", path, inbox, { until: "4/12" });
    assert.match(next.html, /“4\/12” can mean /);
  }));

Deno.test("the row of an entry can unfollow its task, and Undo follows the task again", () =>
  withInbox(async (_app, cast, browser) => {
    const [entry] = await inboxOf(cast, cast.chidi, { reason: "assignment" });
    const path = `${inbox}/${entry!.id}`;
    const gone = await browser.part("POST", path, inbox, { act: "unfollow" });
    assert.match(gone.html, /Unfollowed ENG-1/);
    const undo = undoOf(gone);
    assert.match(
      (await browser.part("POST", undo.action, inbox, undo.form)).html,
      /Following ENG-1/,
    );
  }));

Deno.test("an entry that is opened among unread entries stays there while it is open", () =>
  withInbox(async (_app, cast, browser) => {
    const [entry] = await inboxOf(cast, cast.chidi, { reason: "mention" });
    await browser.part("POST", `${inbox}/${entry!.id}`, inbox, { act: "open" });
    const unread = `${inbox}?show=unread`;
    assert.deepEqual(titles(await browser.get(unread)), ["Cut the lock", "Mend the gate"]);
    const open = (row: string) =>
      browser.get(unread, { "backlog-peek": `/workspace/tasks/ENG-2#${row}` });
    assert.deepEqual(titles(await open(`row-${entry!.id}`)), [
      "Cut the lock",
      "Sow the beans",
      "Mend the gate",
    ]);
    for (const row of ["row-note_none", "row-", "", "row-%00"]) {
      assert.deepEqual(titles(await open(row)), ["Cut the lock", "Mend the gate"], row);
    }
    await browser.part("POST", `${inbox}/${entry!.id}`, inbox, { act: "archive" });
    assert.equal(titles(await open(`row-${entry!.id}`)).length, 2);
  }));

Deno.test("an entry has its own page, with all its notifications and the requested decision", () =>
  withInbox(async (app, cast, browser) => {
    const [asked] = await inboxOf(cast, cast.chidi, { reason: "approval" });
    const page = await browser.get(`${inbox}/${asked!.id}`);
    assert.match(page.html, /<h1 class="detail-title">Cut the lock<\/h1>/);
    assert.match(page.html, /value="approved"/);
    assert.match(page.html, /href="\/workspace\/tasks\/ENG-3">Open the task</);
    const { status } = await (await visit(app, cast.bao.email)).get(`${inbox}/${asked!.id}`);
    assert.equal(status, 404);
    const [mention] = await inboxOf(cast, cast.chidi, { reason: "mention" });
    cast.world.clock.advance({ seconds: 1 });
    await perform(cast.world.services, cast.bao.member, createComment, {
      taskId: mention!.subject.id,
      body: "Or not.",
    });
    const [newest] = await inboxOf(cast, cast.chidi);
    assert.match(
      (await browser.get(inbox)).html,
      /commented<span class="entry-earlier"><span class="separator"> <\/span>1 earlier: a mention/,
    );
    const both = (await browser.get(`${inbox}/${newest!.id}`)).html;
    assert.match(
      both,
      /aria-label="Earlier"><li><bdi class="entry-who">Bảo Nguyễn<\/bdi> mentioned you/,
    );
  }));
