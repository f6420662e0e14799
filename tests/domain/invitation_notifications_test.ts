import assert from "node:assert/strict";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { declineInvitation } from "../../server/domain/invitations/decline.ts";
import { resendInvitation } from "../../server/domain/invitations/resend.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { revokeInvitation } from "../../server/domain/invitations/revoke.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { deleteWorkspace } from "../../server/domain/workspaces/delete.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { createWorld } from "../support/world.ts";

/** Frode asks Chidi, who is at work in Acme, into Elsewhere. */
const invite = async ({ world, frode, chidi }: Cast) => {
  const input = { email: chidi.email, role: "member" };
  return parseJson(await perform(world.services, frode.member, createInvitation, input));
};

Deno.test("an invitation appears in the inbox of its address's account", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await invite(cast);
    const [entry, ...rest] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(rest, []);
    assert.deepEqual(
      [entry?.kind, entry?.subject.id, entry?.subject.title, entry?.actor?.name],
      ["invitation", id, "Elsewhere", "Frode Ås"],
    );
  }));

Deno.test("an invitation isn't emailed to an account that turned these emails off", () =>
  withCast(createWorld(), async (cast) => {
    const { world, chidi, frode } = cast;
    const mails = async () => {
      await deliverMail(world.services, () => {});
      return world.mailer.sent.filter(({ subject }) => /invites/.test(subject)).length;
    };
    const before = await mails();
    const { id } = await invite(cast);
    assert.equal(await mails(), before + 1);
    const notifications = { invitation: "inbox" };
    await perform(world.services, chidi.member, updatePreferences, { notifications });
    world.clock.advance({ minutes: 10 });
    await perform(world.services, frode.member, resendInvitation, { invitationId: id });
    assert.equal(await mails(), before + 1);
    assert.deepEqual(await heard(cast, chidi), ["invitation"]);
  }));

Deno.test("an invitation leaves the inbox when it is answered or revoked, or its workspace is deleted", async () => {
  const ends = [
    ({ world, chidi }: Cast, invitationId: string) =>
      perform(world.services, chidi.member, acceptInvitation, { invitationId }),
    ({ world, chidi }: Cast, invitationId: string) =>
      perform(world.services, chidi.member, declineInvitation, { invitationId }),
    ({ world, frode }: Cast, invitationId: string) =>
      perform(world.services, frode.member, revokeInvitation, { invitationId }),
    ({ world, frode }: Cast) =>
      perform(world.services, frode.member, deleteWorkspace, { name: "Elsewhere" }),
  ];
  for (const end of ends) {
    await withCast(createWorld(), async (cast) => {
      const { id } = await invite(cast);
      await end(cast, id);
      assert.deepEqual(await heard(cast, cast.chidi), []);
      assert.equal((await inboxOf(cast, cast.chidi, { archived: "true" })).length, 1);
    });
  }
});
