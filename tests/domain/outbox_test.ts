import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { withdrawApproval } from "../../server/domain/approvals/withdraw.ts";
import type { Member } from "../../server/domain/core/actor.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import type { Mail, SendResult } from "../../server/domain/core/mailer.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { snoozeEntries } from "../../server/domain/inbox/snooze.ts";
import { inboxOf } from "../support/inbox.ts";
import { readWholeInbox } from "../../server/domain/inbox/mark.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { createWorld, type Span } from "../support/world.ts";

/** What the cast does to each other, and what is mailed of it. */
function office(cast: Cast) {
  const { world, chidi, ada } = cast;
  const { mailer, services, clock } = world;
  mailer.sent.length = 0;
  const log: string[] = [];
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = <O>(by: Member, operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(services, by, operation, input);
  return {
    log,
    run,
    say: (taskId: string, body: string, by: Person = chidi) =>
      perform(services, by.member, createComment, { taskId, body }),
    task: (input: Record<string, unknown> = {}) => cast.task(ada, input),
    deliver: () => deliverMail(services, (line) => log.push(line)),
    /** What is mailed once some time has gone by. */
    async after(span: Span): Promise<Mail[]> {
      clock.advance(span);
      const before = mailer.sent.length;
      await deliverMail(services, (line) => log.push(line));
      return mailer.sent.slice(before);
    },
    waiting: () => services.database.read.selectFrom("outbox").selectAll().execute(),
  };
}

const told = (mails: Mail[]) =>
  mails.flatMap(({ to, text: first, items = [] }) =>
    items.map(({ reference, lines }) => [
      to.split("@")[0],
      reference,
      // The mail of one thing says it first
      ...lines.map(({ who, text }) => text ? [who, text].join(" ") : first),
    ])
  );
const idOf = ({ member }: Person) => member.profile.id;

Deno.test("notifications are emailed together after three quiet minutes, or after at most fifteen", () =>
  withCast(createWorld(), async (cast) => {
    const { say, task, after, waiting } = office(cast);
    const { id } = await task({ title: "Mend the gate", assigneeId: idOf(cast.chidi) });
    await say(id, "Look, @ada-lovelace");
    assert.deepEqual(await after({ minutes: 2 }), []);
    for (let n = 0; n < 9; n++) await say(id, `And this, @ada-lovelace: ${n}`);
    assert.deepEqual(told(await after({ minutes: 2 })), [
      ["chidi", "ENG-1", "Ada Lovelace assigned ENG-1 to you"],
    ]);
    const mails = await after({ minutes: 1 });
    assert.equal(mails.length, 1);
    assert.equal(mails[0]!.subject, "10 notifications in Acme: ENG-1");
    assert.deepEqual(mails[0]!.items![0]!.lines, [
      { text: "5 earlier notifications in your inbox" },
      {
        who: "Chidi Eze",
        text: "mentioned you in a comment, 5 times",
        quotes: [4, 5, 6, 7, 8].map((n) => `And this, @ada-lovelace: ${n}`),
      },
    ]);
    assert.deepEqual([await after({ minutes: 60 }), await waiting()], [[], []]);

    // Where it never gets quiet
    for (let n = 0; n < 7; n++) {
      await say(id, `Once more, @ada-lovelace: ${n}`);
      assert.equal((await after({ minutes: 2 })).length, 0);
    }
    await say(id, "And again, @ada-lovelace");
    const [one] = await after({ minutes: 1 });
    assert.match(one!.subject, /^8 notifications/);
  }));

Deno.test("an email contains only unread, existing, visible, and wanted notifications", () =>
  withCast(createWorld(), async (cast) => {
    const { run, say, task, after } = office(cast);
    const { ada, bao, chidi, dina, world } = cast;
    const [first, second] = [await task(), await task()];
    await say(first.id, "One, @ada-lovelace");
    await run(ada.member, readWholeInbox, {});
    await say(second.id, "Two, @ada-lovelace");
    assert.deepEqual(told(await after({ minutes: 4 })), [
      ["ada", "ENG-2", "Chidi Eze mentioned you in a comment"],
    ]);

    // What is taken back, or is somebody else's by the time, asks for nothing
    const asked = { taskId: first.id, approverId: idOf(bao), body: "May I?" };
    const approval = await run(ada.member, createApproval, asked);
    await run(ada.member, withdrawApproval, { approvalId: approval.id });
    await run(ada.member, updateTask, { taskId: first.id, patch: { assigneeId: idOf(chidi) } });
    await run(ada.member, updateTask, { taskId: first.id, patch: { assigneeId: idOf(ada) } });
    assert.deepEqual(await after({ minutes: 4 }), []);

    // What goes to a private team is none of hers any more
    await run(ada.member, updateTask, { taskId: first.id, patch: { assigneeId: idOf(chidi) } });
    await run(ada.member, updateTask, { taskId: second.id, patch: { assigneeId: idOf(chidi) } });
    await run(ada.member, updateTask, { taskId: second.id, patch: { teamId: cast.teams.ppl } });
    assert.deepEqual(told(await after({ minutes: 4 })), [
      ["chidi", "ENG-1", "Ada Lovelace assigned ENG-1 to you"],
    ]);

    // Neither is what one turned off meanwhile, and what reaches nobody here
    await say(first.id, "@ada-lovelace @dina @esra");
    await run(ada.member, updatePreferences, { notifications: { mention: "inbox" } });
    await run(bao.member, removeMember, { profileId: idOf(dina) });
    await run(bao.member, updateMember, {
      profileId: idOf(cast.esra),
      patch: { suspended: true },
    });
    assert.deepEqual(await after({ minutes: 4 }), []);
    await world.database.write((tx) =>
      tx.updateTable("users").set({ verified_at: null })
        .where("id", "=", chidi.member.userId).execute()
    );
    await say(first.id, "@chidi", ada);
    assert.deepEqual(await after({ minutes: 4 }), []);
  }));

Deno.test("a failed email is retried at growing intervals for a day, but not if it might have arrived", () =>
  withCast(createWorld(), async (cast) => {
    const { say, task, after, waiting, log, deliver } = office(cast);
    const { mailer } = cast.world;
    const { id } = await task();
    const answers: SendResult[] = [];
    const tried: string[] = [];
    mailer.hand = (mail) => {
      tried.push(mail.id!);
      return Promise.resolve(answers.shift() ?? "taken");
    };
    await say(id, "One, @ada-lovelace");
    answers.push("later", "later", "later");
    const tries = async (span: Span) => {
      const before = tried.length;
      await after(span);
      return tried.length - before;
    };
    assert.equal(await tries({ minutes: 3 }), 1);
    assert.deepEqual([await tries({ seconds: 50 }), await tries({ seconds: 10 })], [0, 1]);
    assert.deepEqual([await tries({ minutes: 4 }), await tries({ minutes: 1 })], [0, 1]);
    assert.deepEqual([await tries({ minutes: 14 }), await tries({ minutes: 1 })], [0, 1]);
    assert.deepEqual([(await waiting()).length, await tries({ minutes: 90 })], [0, 0]);

    for (const ends of ["unknown", "refused"] as const) {
      await say(id, `Two, @ada-lovelace: ${ends}`);
      answers.push(ends);
      assert.deepEqual([await tries({ minutes: 3 }), await tries({ minutes: 90 })], [1, 0]);
    }

    // A server that is away gets nothing, and what waited for it a day is given up
    mailer.answers = () => Promise.resolve(false);
    await say(id, "Three, @ada-lovelace");
    assert.equal(await tries({ minutes: 3 }), 0);
    assert.equal(await deliver(), false);
    assert.deepEqual((await waiting()).map(({ tries, mail_id }) => [tries, mail_id]), [[0, null]]);
    await after({ hours: 24 });
    assert.deepEqual([await waiting(), log.length], [[], 1]);

    // So is what was being sent as its server ended
    mailer.answers = () => Promise.resolve(true);
    const begun = Promise.withResolvers<void>();
    mailer.hand = () => {
      begun.resolve();
      return new Promise(() => {});
    };
    await say(id, "Four, @ada-lovelace");
    cast.world.clock.advance({ minutes: 3 });
    void deliver();
    await begun.promise;
    mailer.hand = () => Promise.reject(new Error("sent a second time"));
    await after({ minutes: 59 });
    assert.equal((await waiting()).length, 1, "another process might still send it");
    await after({ minutes: 2 });
    assert.deepEqual([await waiting(), log.length], [[], 2]);
  }));

Deno.test("an email that fails because of a server error is logged and retried", () =>
  withCast(createWorld(), async (cast) => {
    const { say, task, after, waiting } = office(cast);
    const { mailer, mistakes } = cast.world;
    const { id } = await task();
    const { hand } = mailer;
    mailer.hand = () => Promise.reject(new Error("a mistake"));
    await say(id, "One, @ada-lovelace");
    await after({ minutes: 3 });
    assert.equal((await waiting()).length, 1);
    assert.match(String(mistakes.splice(0)), /a mistake/);
    mailer.hand = hand;
    assert.equal((await after({ minutes: 1 })).length, 1);
  }));

Deno.test("a snoozed record, and a comment that is deleted within the quiet minutes, aren't emailed", () =>
  withCast(createWorld(), async (cast) => {
    const { run, say, task, after } = office(cast);
    const { ada, chidi, world } = cast;
    const [snoozed, deleted] = [await task(), await task()];
    await say(snoozed.id, "One, @ada-lovelace");
    const comment = await say(deleted.id, "Two, @ada-lovelace");
    const entry = (await inboxOf(cast, ada)).find((one) =>
      JSON.stringify(one).includes(snoozed.id)
    )!;
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    await run(ada.member, snoozeEntries, { notificationIds: [entry.id], until });
    await run(chidi.member, deleteComment, { taskId: deleted.id, commentId: comment.id });
    assert.deepEqual(await after({ minutes: 4 }), []);
  }));
