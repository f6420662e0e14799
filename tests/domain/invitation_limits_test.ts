import assert from "node:assert/strict";
import type { Member } from "../../server/domain/core/actor.ts";
import type { TooMany } from "../../server/domain/core/errors.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { resendInvitation } from "../../server/domain/invitations/resend.ts";
import { revokeInvitation } from "../../server/domain/invitations/revoke.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const invite = async ({ world }: Cast, by: Member, input: Record<string, unknown>) =>
  parseJson<Invitation>(await perform(world.services, by, createInvitation, input));
const resend = ({ world }: Cast, by: Member, invitationId: string) =>
  perform(world.services, by, resendInvitation, { invitationId });

Deno.test("a person can invite at most five hundred people a day, even if invitations are revoked", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, bao } = cast;
    world.clock.advance({ days: 7 });
    const email = (n: number) => ({ email: `guest${n}@example.com` });
    const first = await invite(cast, ada.member, email(0));
    await perform(world.services, ada.member, revokeInvitation, { invitationId: first.id });
    world.clock.advance({ hours: 1 });
    await Promise.all(
      Array.from({ length: 499 }, (_, n) => invite(cast, ada.member, email(n + 1))),
    );
    const error = await refused(invite(cast, ada.member, email(500)), {
      status: 429,
      code: "too_many_invitations",
    });
    assert.equal((error as TooMany).retryAfter, 23 * 3600);
    await invite(cast, bao.member, email(501));
    world.clock.advance({ hours: 23 });
    await invite(cast, ada.member, email(502));
    await refused(invite(cast, ada.member, email(503)), { status: 429 });
  }));

Deno.test("with open sign-up, an account can invite fifty people a day in its first week", async () => {
  for (
    const [signup, days, most] of [["open", 6, 50], ["open", 7, 51], ["invite", 0, 51]] as const
  ) {
    await withCast(createWorld({ signup }), async (cast) => {
      cast.world.clock.advance({ days });
      const inviting = Array.from(
        { length: 51 },
        (_, n) => invite(cast, cast.ada.member, { email: `guest${n}@example.com` }),
      );
      const answers = await Promise.allSettled(inviting);
      assert.equal(answers.filter(({ status }) => status === "fulfilled").length, most);
      const [refusal] = answers.flatMap((one) => one.status === "rejected" ? [one.reason] : []);
      if (most === 50) {
        assert.equal(
          refusal.message,
          "In your account's first week, you can invite 50 people a day.",
        );
      }
    });
  }
});

Deno.test("after the clock is set back, nobody has to wait longer to resend an invitation", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada } = cast;
    const { id } = await invite(cast, ada.member, { email: "gita@example.com" });
    world.clock.setBack({ days: 1 });
    await resend(cast, ada.member, id);
    await refused(resend(cast, ada.member, id), { status: 429, code: "invitation_cooldown" });
  }));

Deno.test("an invitation can be resent at most five times a day", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, bao } = cast;
    const { id } = await invite(cast, ada.member, { email: "gita@example.com" });
    for (const { member } of [ada, bao, ada, bao, ada]) {
      world.clock.advance({ minutes: 2 });
      await resend(cast, member, id);
    }
    world.clock.advance({ minutes: 2 });
    const often = { status: 429, code: "too_many_invitations" };
    await refused(resend(cast, bao.member, id), often);
    world.clock.advance({ hours: 24 });
    await resend(cast, bao.member, id);
  }));

Deno.test("a resent invitation names the inviter and the person who resent it", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, bao } = cast;
    const { id } = await invite(cast, ada.member, { email: "gita@example.com" });
    for (
      const [by, says] of [[bao, "Bảo Nguyễn sent this invitation again. "], [ada, ""]] as const
    ) {
      world.clock.advance({ minutes: 2 });
      await resend(cast, by.member, id);
      await deliverMail(world.services, assert.fail);
      const [first, then] = world.mailer.sent.at(-1)!.text.split("\n\n");
      assert.equal(first, "Ada Lovelace invites you to Acme");
      assert.ok(then!.startsWith(`${says}Acme uses Backlog`), says);
    }
  }));

Deno.test("resending an invitation requires the same permissions as creating it", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, bao } = cast;
    const owner = await invite(cast, ada.member, { email: "one@example.com", role: "owner" });
    const admin = await invite(cast, ada.member, { email: "two@example.com", role: "admin" });
    const member = await invite(cast, ada.member, { email: "three@example.com" });
    world.clock.advance({ days: 15 });
    const { scopes } = ada.member.credential;
    const token: Member = { ...ada.member, credential: { kind: "pat", id: "cred_1", scopes } };
    await refused(resend(cast, bao.member, owner.id), { status: 403, code: "not_owner" });
    for (const { id } of [owner, admin]) {
      await refused(resend(cast, token, id), { status: 403, code: "session_required" });
    }
    await resend(cast, token, member.id);
    await resend(cast, bao.member, admin.id);
    await resend(cast, ada.member, owner.id);
  }));
