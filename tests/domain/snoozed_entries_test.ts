import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { countInbox, countInboxParts } from "../../server/domain/inbox/count.ts";
import { minuteOf } from "../../server/domain/core/minute.ts";
import { readEndedSnoozes } from "../../server/domain/inbox/ended_snoozes.ts";
import { followSubject, unfollowSubject } from "../../server/domain/inbox/follow.ts";
import {
  archiveEntries,
  markAllUnread,
  readEntries,
  readWholeInbox,
  unreadEntries,
} from "../../server/domain/inbox/mark.ts";
import { snoozeEntries, unsnoozeEntries } from "../../server/domain/inbox/snooze.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const id = (who: Person) => who.member.profile.id;
const snoozed = { snoozed: "true" };

/** Does something as Chidi. */
// deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
const act = ({ world, chidi }: Cast, operation: any, input: unknown = {}): Promise<any> =>
  perform(world.services, chidi.member, operation, input);

async function comment({ world }: Cast, by: Person, taskId: string, body: string) {
  world.clock.advance({ seconds: 1 });
  await perform(world.services, by.member, createComment, { taskId, body });
}

/** A task that Chidi was given, and its entry in his inbox. */
async function given(cast: Cast, title: string) {
  cast.world.clock.advance({ seconds: 1 });
  const task = await cast.task(cast.ada, { title, assigneeId: id(cast.chidi) });
  const [entry] = await inboxOf(cast, cast.chidi);
  return { task, entry: entry!, ids: { notificationIds: [entry!.id] } };
}

const titles = async (cast: Cast, query: Record<string, unknown> = {}) =>
  (await inboxOf(cast, cast.chidi, query)).map(({ subject }) => subject.title);

Deno.test("a snoozed entry returns at its time, first and unread, and isn't counted before", () =>
  withCast(createWorld(), async (cast) => {
    const { ids } = await given(cast, "Mend the gate");
    await given(cast, "Oil the hinge");
    await act(cast, readEntries, ids);
    const until = await act(cast, snoozeEntries, { ...ids, until: "3h" });
    assert.deepEqual([await titles(cast), await act(cast, countInbox)], [["Oil the hinge"], 1]);
    const [put] = await inboxOf(cast, cast.chidi, snoozed);
    assert.deepEqual([put?.snoozedUntil, put?.readAt], [until, null]);
    await act(cast, readEntries, ids);
    assert.equal((await act(cast, countInboxParts)).snoozed, 1, "a read one is still snoozed");
    await act(cast, unreadEntries, ids);
    await given(cast, "Sand the post");
    const left = Date.parse(until) - cast.world.clock.now().getTime();
    cast.world.clock.advance({ seconds: left / 1000 - 1 });
    assert.deepEqual(await titles(cast), ["Sand the post", "Oil the hinge"]);
    cast.world.clock.advance({ seconds: 1 });
    assert.deepEqual(await titles(cast), ["Mend the gate", "Sand the post", "Oil the hinge"]);
    assert.deepEqual([await titles(cast, snoozed), await act(cast, countInbox)], [[], 3]);
  }));

Deno.test("a snoozed entry returns when something new happens, or when it is unsnoozed", () =>
  withCast(createWorld(), async (cast) => {
    const { task, ids } = await given(cast, "Mend the gate");
    await act(cast, snoozeEntries, { ...ids, until: "mon 14:00" });
    await comment(cast, cast.ada, task.id, "Already?");
    assert.deepEqual([await heard(cast, cast.chidi), await titles(cast, snoozed)], [
      ["comment"],
      [],
    ]);
    const [entry] = await inboxOf(cast, cast.chidi);
    const again = { notificationIds: [entry!.id] };
    await act(cast, snoozeEntries, { ...again, until: "tomorrow" });
    assert.deepEqual(await titles(cast), []);
    await act(cast, unsnoozeEntries, again);
    assert.deepEqual(await titles(cast), ["Mend the gate"]);
  }));

Deno.test("a snooze typed in words follows the person's time zone and week", () =>
  withCast(createWorld(), async (cast) => {
    const { ids } = await given(cast, "Mend the gate");
    const { member } = cast.chidi;
    const there = { timeZone: "Asia/Tokyo", weekStart: "sunday" } as const;
    const away = { ...member, preferences: { ...member.preferences, ...there } };
    const until = await perform(cast.world.services, away, snoozeEntries, {
      ...ids,
      until: "next week",
    });
    // Nine in the morning of a Sunday
    assert.equal(until, "2026-03-15T00:00:00.000Z");
  }));

Deno.test("snoozed entries are listed in order of return, in pages", () =>
  withCast(createWorld(), async (cast) => {
    for (const until of ["2d", "3h", "1d"]) {
      const { ids } = await given(cast, until);
      await act(cast, snoozeEntries, { ...ids, until });
    }
    assert.deepEqual(await titles(cast, snoozed), ["3h", "1d", "2d"]);
    assert.deepEqual(await titles(cast, { ...snoozed, limit: 1 }), ["3h"]);
  }));

Deno.test("an archived entry can be snoozed, and a snoozed entry can be archived permanently", () =>
  withCast(createWorld(), async (cast) => {
    const { ids } = await given(cast, "Mend the gate");
    await act(cast, archiveEntries, ids);
    await act(cast, snoozeEntries, { ...ids, until: "1h" });
    assert.deepEqual(await titles(cast, { archived: "true" }), []);
    await act(cast, archiveEntries, ids);
    cast.world.clock.advance({ hours: 2 });
    assert.deepEqual([await titles(cast), await titles(cast, snoozed)], [[], []]);
  }));

Deno.test("snoozing another person's entry, or until a past time, is refused", () =>
  withCast(createWorld(), async (cast) => {
    const { ids } = await given(cast, "Mend the gate");
    await refused(
      perform(cast.world.services, cast.bao.member, snoozeEntries, { ...ids, until: "1h" }),
      { status: 404 },
    );
    for (const until of ["yesterday", "soon", "", "2020-01-01T00:00:00Z"]) {
      await refused(act(cast, snoozeEntries, { ...ids, until }), { status: 422 });
    }
    assert.deepEqual(await titles(cast), ["Mend the gate"]);
  }));

Deno.test("an entry shows its most important unread notification", () =>
  withCast(createWorld(), async (cast) => {
    const { task } = await given(cast, "Mend the gate");
    const reason = async () => (await inboxOf(cast, cast.chidi))[0]?.reason;
    assert.equal(await reason(), "assignment");
    await comment(cast, cast.ada, task.id, "@chidi?");
    await comment(cast, cast.ada, task.id, "Anybody?");
    assert.equal(await reason(), "mention");
    await given(cast, "Oil the hinge");
    const filtered = (reason: string) => titles(cast, { reason });
    assert.deepEqual(await filtered("mention"), ["Mend the gate"]);
    assert.deepEqual(await filtered("assignment"), ["Oil the hinge"]);
    assert.deepEqual(await filtered("mention,assignment"), ["Oil the hinge", "Mend the gate"]);
    assert.deepEqual(await filtered("approval"), []);
    const { reasons, unread } = await act(cast, countInboxParts);
    assert.deepEqual([unread, reasons.mention, reasons.assignment, reasons.comment], [2, 1, 1, 0]);
    await act(cast, readWholeInbox);
    await comment(cast, cast.ada, task.id, "Done.");
    assert.equal(await reason(), "comment");
  }));

Deno.test('undoing "mark all as read" restores exactly the entries that it marked', () =>
  withCast(createWorld(), async (cast) => {
    const { task, ids } = await given(cast, "Mend the gate");
    await act(cast, readEntries, ids);
    await given(cast, "Oil the hinge");
    await comment(cast, cast.ada, task.id, "@chidi?");
    await comment(cast, cast.ada, task.id, "Hm.");
    const before = await inboxOf(cast, cast.chidi);
    const { read, readAt } = await act(cast, readWholeInbox, { reason: ["mention"] });
    assert.deepEqual([read, await act(cast, countInbox)], [1, 1]);
    await act(cast, markAllUnread, { readAt });
    assert.deepEqual(await inboxOf(cast, cast.chidi), before);
  }));

Deno.test("unfollowing works for an entry of a task or a view, and is refused for other entries", () =>
  withCast(createWorld(), async (cast) => {
    const { task, entry } = await given(cast, "Mend the gate");
    await act(cast, unfollowSubject, { notificationId: entry.id });
    await comment(cast, cast.ada, task.id, "Unheard");
    assert.deepEqual(await heard(cast, cast.chidi), ["assignment"]);
    await act(cast, followSubject, { notificationId: entry.id });
    await comment(cast, cast.ada, task.id, "Heard");
    assert.deepEqual(await heard(cast, cast.chidi), ["comment"]);
    const filters = { priority: "urgent" };
    const view = await act(cast, createView, { name: "Urgent", scope: "personal", filters });
    await act(cast, subscribeToView, { viewId: view.id });
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "Fire", priority: "urgent" });
    const [came] = await inboxOf(cast, cast.chidi);
    assert.equal(came?.kind, "viewUpdate");
    await act(cast, unfollowSubject, { notificationId: came!.id });
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "Flood", priority: "urgent" });
    assert.equal((await inboxOf(cast, cast.chidi))[0]?.arrivals, 1);
    cast.world.clock.advance({ seconds: 1 });
    await perform(cast.world.services, cast.ada.member, createProject, {
      name: "Gatehouse",
      leadId: id(cast.chidi),
      teamIds: [cast.teams.eng],
    });
    const [made] = await inboxOf(cast, cast.chidi);
    const asked = { notificationId: made!.id };
    await refused(act(cast, unfollowSubject, asked), { status: 409, code: "nothing_to_follow" });
  }));

Deno.test("a snooze that ends with a minute sends a live event only in that minute", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { clock, services }, chidi } = cast;
    const { ids } = await given(cast, "Mend the gate");
    const until = Date.parse(await act(cast, snoozeEntries, { ...ids, until: "1h" }));
    const ended = async (now: number) => {
      const context = {
        actor: undefined,
        db: services.database.read,
        now: new Date(now),
        services,
      };
      const since = minuteOf(context.now) - 1;
      return (await readEndedSnoozes(context, [chidi.member], since)).map(({ only }) => only);
    };
    assert.equal(until % 60_000, 0);
    assert.deepEqual(await ended(until - 60_000), []);
    assert.deepEqual(await ended(until), [id(chidi)]);
    assert.deepEqual(await ended(until + 60_000), []);
    assert.ok(until > clock.now().getTime());
    await act(cast, archiveEntries, ids);
    assert.deepEqual(await ended(until), []);
  }));
