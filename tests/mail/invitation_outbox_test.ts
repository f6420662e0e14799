import assert from "node:assert/strict";
import type { Mail, SendResult } from "../../server/domain/core/mailer.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { declineInvitation } from "../../server/domain/invitations/decline.ts";
import { resendInvitation } from "../../server/domain/invitations/resend.ts";
import { revokeInvitation } from "../../server/domain/invitations/revoke.ts";
import { unsubscribe } from "../../server/domain/preferences/unsubscribe.ts";
import { deleteWorkspace } from "../../server/domain/workspaces/delete.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { Postman } from "../../server/mail/postman.ts";
import { withApp } from "../support/app.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { createWorld, nobody, type Span } from "../support/world.ts";

/** What is tried of the outbox, by a mail server that answers so, and then takes all. */
function post({ world }: Cast, ...answers: SendResult[]) {
  const tried: Mail[] = [];
  world.mailer.hand = (mail) => {
    tried.push(mail);
    return Promise.resolve(answers.shift() ?? "taken");
  };
  return {
    tried,
    /** How many mails are tried once some time has gone by, each time by another process. */
    async after(span: Span) {
      world.clock.advance(span);
      const before = tried.length;
      await deliverMail({ ...world.services }, () => {});
      return tried.length - before;
    },
    waiting: () => world.database.read.selectFrom("outbox").selectAll().execute(),
  };
}

async function invite({ world, frode }: Cast, email: string) {
  const made = await perform(world.services, frode.member, createInvitation, { email });
  return { invitationId: (JSON.parse(made) as { id: string }).id };
}

Deno.test("an invitation's email survives the end of its process, and is sent once", () =>
  withCast(createWorld(), async (cast) => {
    const { world, frode } = cast;
    const { after, tried, waiting } = post(cast, "later", "later");
    const { invitationId } = await invite(cast, "ines@example.com");
    // It keeps neither address nor words
    assert.doesNotMatch(JSON.stringify(await waiting()), /ines|Frode|Elsewhere|http/);
    const tries = [];
    for (const seconds of [0, 50, 10, 240, 60]) tries.push(await after({ seconds }));
    assert.deepEqual(tries, [1, 0, 1, 0, 1]);
    assert.deepEqual([await waiting(), await after({ hours: 3 })], [[], 0]);
    assert.equal(tried[2]!.subject, "Frode Ås invites you to Elsewhere on Backlog");

    // Sent anew before it went, it goes once
    const again = () => perform(world.services, frode.member, resendInvitation, { invitationId });
    await again();
    world.clock.advance({ minutes: 2 });
    await again();
    assert.deepEqual([(await waiting()).length, await after({ minutes: 1 })], [1, 1]);

    // Not even by two processes that look at once
    await invite(cast, "ola@example.com");
    const before = tried.length;
    await Promise.all([after({}), after({})]);
    assert.equal(tried.length, before + 1);
  }));

Deno.test("a revoked, answered, or expired invitation isn't emailed", () =>
  withCast(createWorld(), async (cast) => {
    const { world, chidi, frode } = cast;
    const { services, database } = world;
    const { after, waiting } = post(cast);
    type Input = { invitationId: string };
    const ends = [
      (input: Input) => perform(services, frode.member, revokeInvitation, input),
      (input: Input) => perform(services, chidi.member, declineInvitation, input),
      (input: Input) => perform(services, chidi.member, acceptInvitation, input),
    ];
    for (const end of ends) {
      const input = await invite(cast, chidi.email);
      assert.equal((await waiting()).length, 1);
      await end(input);
      world.clock.advance({ minutes: 2 });
      assert.deepEqual([await waiting(), await after({})], [[], 0]);
    }
    // What is taken back while its mail is being made isn't told either
    const { invitationId } = await invite(cast, "ines@example.com");
    await database.write((tx) =>
      tx.updateTable("invitations").set({ status: "revoked" }).where("id", "=", invitationId)
        .execute()
    );
    assert.deepEqual([await after({}), await waiting()], [0, []]);
    // An invitation outlives its waiting mail, so only the invitation expires here
    const { invitationId: expired } = await invite(cast, "ola@example.com");
    await database.write((tx) =>
      tx.updateTable("invitations").set({ expires_at: world.clock.now().toISOString() })
        .where("id", "=", expired).execute()
    );
    assert.deepEqual([await after({}), await waiting()], [0, []]);

    await invite(cast, "una@example.com");
    await perform(services, frode.member, deleteWorkspace, {
      name: frode.member.workspace.name,
    });
    assert.deepEqual([await waiting(), await after({})], [[], 0]);
  }));

Deno.test("a running server emails an invitation immediately", () =>
  withCast(createWorld(), async (cast) => {
    const { world } = cast;
    const mailed = Promise.withResolvers<Mail>();
    world.mailer.hand = (mail) => {
      mailed.resolve(mail);
      return Promise.resolve("taken");
    };
    const postman = new Postman(world.services, () => {});
    await invite(cast, "ines@example.com");
    const timer = setTimeout(() => mailed.reject(new Error("It waits for its round")), 15_000);
    assert.equal((await mailed.promise).to, "ines@example.com");
    clearTimeout(timer);
    await postman.stop();
  }));

Deno.test("an invitation's recipient can unsubscribe from invitations, with or without an account", () =>
  withApp({}, async (app, cast) => {
    const { world, chidi, frode } = cast;
    const { after, tried } = post(cast);
    const click = async ({ unsubscribe = "" }: Mail) =>
      (await app.app.request(unsubscribe, {
        method: "POST",
        body: "List-Unsubscribe=One-Click",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      })).status;
    for (const email of ["ines@example.com", chidi.email]) {
      const { invitationId } = await invite(cast, email);
      assert.equal(await after({}), 1, email);
      const mail = tried.at(-1)!;
      const [link] = mail.foot!.links;
      // It says nothing of whose it is
      assert.doesNotMatch(`${link?.href} ${mail.unsubscribe}`, /ines|example\.com\W.*example/);
      const page = await (await app.app.request(link!.href)).text();
      assert.match(
        page,
        email === chidi.email ? /value="invitation" selected/ : /invitations by email/,
      );
      const resend = () =>
        perform(world.services, frode.member, resendInvitation, { invitationId });
      world.clock.advance({ minutes: 2 });
      await resend();
      assert.equal(await click(mail), 200);
      assert.equal(await after({ minutes: 1 }), 0, `${email}: queued before it was stopped`);
      world.clock.advance({ minutes: 2 });
      await resend();
      assert.equal(await after({ minutes: 1 }), 0, `${email}: sent again`);
      assert.equal(await click(mail), 200);
    }
    await invite(cast, "ola@example.com");
    assert.equal(await after({}), 1);
    const token = new URL(tried.at(-1)!.unsubscribe!).searchParams.get("token")!;
    await perform(world.services, nobody, unsubscribe, { token, kind: "mention" });
    const kept = await world.database.read.selectFrom("unmailed_addresses").selectAll().execute();
    assert.equal(kept.length, 1);
    assert.doesNotMatch(JSON.stringify(kept), /ines/);
    const chosen = await world.database.read.selectFrom("users").select("notifications")
      .where("email", "=", chidi.email).executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(chosen.notifications), { invitation: "inbox" });
  }));
