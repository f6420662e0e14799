import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { type Seen, visit } from "../support/visitor.ts";

const inbox = "/workspace/inbox";
const id = (who: Person) => who.member.profile.id;

/** Does something as somebody, a second after what was done before. */
// deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
function act(cast: Cast, by: Person, operation: any, input: unknown): Promise<any> {
  cast.world.clock.advance({ seconds: 1 });
  return perform(cast.world.services, by.member, operation, input);
}

/** What each entry says, as a reader hears it: what it is about, and what happened. */
function told({ html }: Seen): string[][] {
  const words = (markup: string) =>
    markup.replace(/GAT\w+/, "GAT").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").replaceAll(
      "&quot;",
      '"',
    ).trim();
  return [...html.matchAll(/<p class="entry-subject">(.*?)<\/p><p class="entry-what">(.*?)<\/p>/gs)]
    .map(([, subject, what]) => [words(subject!), words(what!)]);
}

const unreadIn = ({ html }: Seen) => />(\d+\+?)<span class="unseen"> unread</.exec(html)?.[1];

Deno.test("a view's entry lists new and completed records, and changes of the view", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const view = await act(cast, ada, createView, {
      name: "Open",
      scope: "workspace",
      filters: { status: "planned" },
    });
    await act(cast, chidi, subscribeToView, { viewId: view.id });
    const browser = await visit(app, chidi.email);
    const says = async () => told(await browser.get(inbox))[0]?.[1]?.replace(/ \d+ earlier.*$/, "");
    await act(cast, ada, updateView, { viewId: view.id, patch: { name: "To do" } });
    assert.equal(await says(), "Ada Lovelace changed this view");
    cast.world.clock.advance({ seconds: 1 });
    const gate = await cast.task(ada, { title: "Gate", status: "planned" });
    assert.equal(await says(), `Ada Lovelace added ${gate.reference} Gate to this view`);
    await act(cast, ada, updateTask, { taskId: gate.id, patch: { status: "completed" } });
    assert.equal(
      await says(),
      `Ada Lovelace completed ${gate.reference} Gate, and added one to this view`,
    );
    cast.world.clock.advance({ seconds: 1 });
    const shed = await cast.task(ada, { title: "Shed", status: "planned" });
    assert.equal(
      await says(),
      `Ada Lovelace added ${shed.reference} Shed and 1 more to this view, and completed one`,
    );
    await act(cast, ada, updateView, { viewId: view.id, patch: { name: "Next" } });
    assert.equal(await says(), "Ada Lovelace added 2 to this view and completed one");
  }));

Deno.test("an inbox describes every kind of event, for any actor and record", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, bao } = cast;
    const make = (by: Person, fields: Record<string, unknown>) => {
      cast.world.clock.advance({ seconds: 1 });
      return cast.task(by, fields);
    };
    const mine = (fields: Record<string, unknown>) => make(ada, fields);
    await mine({ title: "Mend the gate", assigneeId: id(chidi) });
    const followed = await make(chidi, { title: "Oil the hinge" });
    await act(cast, bao, createComment, { taskId: followed.id, body: "Which oil?" });
    const moved = await make(chidi, { title: "Sand the post" });
    await act(cast, ada, updateTask, { taskId: moved.id, patch: { status: "completed" } });
    await mine({ title: "Paint the fence", description: "With @chidi" });
    const said = await mine({ title: "Sow the beans" });
    await act(cast, bao, createComment, { taskId: said.id, body: "**@chidi** knows <b>how</b>" });
    const asked = await mine({ title: "Cut the lock" });
    const approval = { taskId: asked.id, approverId: id(chidi), body: "May I cut it?" };
    await act(cast, ada, createApproval, approval);
    await act(cast, ada, createProject, {
      name: "Gatehouse",
      leadId: id(chidi),
      teamIds: [cast.teams.eng],
    });
    const view = await act(cast, chidi, createView, {
      name: "Urgent",
      scope: "personal",
      filters: { priority: "urgent" },
    });
    await act(cast, chidi, subscribeToView, {
      viewId: view.id,
    });
    await mine({ title: "Put out the fire", priority: "urgent" });
    const page = await (await visit(app, chidi.email)).get(inbox);
    assert.deepEqual(told(page), [
      ["Unread: Urgent", "Ada Lovelace added ENG-7 Put out the fire to this view"],
      ["Unread: Gatehouse GAT", "Ada Lovelace made you the project lead"],
      ["Unread: Cut the lock ENG-6", "Ada Lovelace requests your approval"],
      ["Unread: Sow the beans ENG-5", "Bảo Nguyễn mentioned you in a comment"],
      ["Unread: Paint the fence ENG-4", "Ada Lovelace mentioned you in the description"],
      ["Unread: Sand the post ENG-3", "Ada Lovelace marked the task as Completed"],
      ["Unread: Oil the hinge ENG-2", "Bảo Nguyễn commented"],
      ["Unread: Mend the gate ENG-1", "Ada Lovelace assigned the task to you"],
    ]);
    assert.match(page.html, /<p class="entry-excerpt" dir="auto">@chidi knows &lt;b&gt;how/);
    assert.match(page.html, /href="\/workspace\/tasks\/ENG-5\?to=(com_\w+)#\1"/);
    assert.equal(unreadIn(page), "8");
  }));

Deno.test("the workspace opens with the person's inbox, which is empty at the start", () =>
  withApp({}, async (app, { chidi }) => {
    const browser = await visit(app, chidi.email);
    const leads = async (path: string) => (await browser.get(path)).headers.get("location");
    assert.equal(await leads("/workspace"), inbox);
    assert.equal(await leads("/workspace/search"), `${inbox}?command=1`);
    const page = await browser.get(inbox);
    assert.match(page.html, /You&#39;re all caught up/);
    assert.equal(unreadIn(page), undefined);
    assert.match((await browser.get(`${inbox}?show=unread`)).html, /No unread notifications/);
    assert.match((await browser.get(`${inbox}?show=archived`)).html, /No archived notifications/);
  }));

Deno.test("an entry is marked as read and unread, archived, and restored, and the sidebar shows the new count", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    for (const title of ["Mend the gate", "Oil the hinge"]) {
      cast.world.clock.advance({ seconds: 1 });
      await cast.task(ada, { title, assigneeId: id(chidi) });
    }
    const browser = await visit(app, chidi.email);
    const [newest] = await inboxOf(cast, chidi);
    const path = `${inbox}/${newest!.id}`;
    const press = (what: string) => browser.part("POST", path, inbox, { act: what });
    assert.equal(unreadIn(await press("read")), "1");
    assert.deepEqual(told(await browser.get(`${inbox}?show=unread`)).map(([title]) => title), [
      "Unread: Mend the gate ENG-1",
    ]);
    assert.equal(unreadIn(await press("unread")), "2");
    const archived = await press("archive");
    assert.deepEqual(told(archived).map(([title]) => title), ["Unread: Mend the gate ENG-1"]);
    assert.match(
      archived.html,
      /Notification archived\. The notification returns if something new happens\./,
    );
    const away = await browser.get(`${inbox}?show=archived`);
    assert.deepEqual(told(away).length, 1);
    assert.equal(told(await press("restore")).length, 2);
    const all = await browser.part("POST", inbox, inbox, { act: "read-all" });
    assert.match(all.html, /2 notifications marked as read/);
    assert.equal(unreadIn(all), undefined);
    const opened = await browser.part("POST", path, "/workspace/tasks/ENG-2", { act: "open" });
    assert.doesNotMatch(opened.html, /id="main"/);
    const foreign = await (await visit(app, ada.email)).part("POST", path, inbox, { act: "read" });
    assert.equal(foreign.status, 404);
  }));

Deno.test("approval requests are answered in the inbox", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const { id: taskId } = await cast.task(ada, { title: "Cut the lock" });
    const asked = { taskId, approverId: id(chidi), body: "May I cut it?" };
    await act(cast, ada, createApproval, asked);
    const browser = await visit(app, chidi.email);
    const page = await browser.get(inbox);
    const action = /action="([^"]+\/approvals\/[^"]+)"/.exec(page.html)![1]!;
    const decided = await browser.part("POST", action, inbox, { decision: "approved" });
    assert.match(decided.html, /Request approved\. Ada Lovelace was notified\./);
    assert.match(decided.html, /You&#39;re all caught up/);
    assert.equal(unreadIn(decided), undefined);
    const [answer] = told(await (await visit(app, ada.email)).get(inbox));
    assert.deepEqual(answer, [
      "Unread: Cut the lock ENG-1",
      "Chidi Eze approved your request",
    ]);
  }));

Deno.test("an invitation is accepted or declined in the inbox of the open workspace", () =>
  withApp({}, async (app, cast) => {
    const { ada, frode } = cast;
    const invite = () => act(cast, ada, createInvitation, { email: frode.email });
    await invite();
    const browser = await visit(app, frode.email);
    const asked = await browser.get(inbox);
    assert.match(asked.html, /Accept<span class="unseen"> the invitation to Acme/);
    const decline = /name="decline" value="([^"]+)"/.exec(asked.html)![1]!;
    const declined = await browser.part("POST", inbox, inbox, { decline });
    assert.match(declined.html, /Invitation declined/);
    assert.match(declined.html, /You&#39;re all caught up/);
    await invite();
    const again = await browser.get(inbox);
    const accept = /name="accept" value="([^"]+)"/.exec(again.html)![1]!;
    const joined = await browser.post(inbox, { accept });
    assert.equal(joined.headers.get("location"), "/workspace/tasks");
    assert.match((await browser.get("/workspace/tasks")).html, /Acme/);
  }));

Deno.test("a long inbox is split into pages of fifty entries", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    for (let n = 1; n <= 55; n++) {
      cast.world.clock.advance({ seconds: 1 });
      await cast.task(ada, { title: `Jar ${n}`, assigneeId: id(chidi) });
    }
    const browser = await visit(app, chidi.email);
    const first = await browser.get(inbox);
    assert.equal(told(first).length, 50);
    assert.match(first.html, /href="\/workspace\/inbox\?rows=100"/);
    assert.equal(told(await browser.get(`${inbox}?rows=100`)).length, 55);
    const stale = await browser.get(`${inbox}?cursor=nonsense&rows=100`);
    assert.deepEqual([stale.status, stale.headers.get("location")], [303, `${inbox}?rows=100`]);
    assert.match(
      decodeURIComponent(stale.headers.get("set-cookie")!),
      /This link is out of date\./,
    );
  }));
