import assert from "node:assert/strict";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { declineInvitation } from "../../server/domain/invitations/decline.ts";
import { revokeInvitation } from "../../server/domain/invitations/revoke.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { createWorld } from "../support/world.ts";

/** Frode asks Chidi, who is at work in Acme, into Elsewhere. */
const invite = async ({ world, frode, chidi }: Cast) => {
  const input = { email: chidi.email, role: "member" };
  return parseJson(await perform(world.services, frode.member, createInvitation, input));
};

Deno.test("an invitation is in the inbox of the account that its address has", () =>
  withCast(createWorld(), async (cast) => {
    const { id } = await invite(cast);
    const [entry, ...rest] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(rest, []);
    assert.deepEqual(
      [entry?.kind, entry?.subject.id, entry?.subject.title, entry?.actor?.name],
      ["invitation", id, "Elsewhere", "Frode Ås"],
    );
  }));

Deno.test("an invitation that was answered or taken back leaves the inbox", async () => {
  const ends = [
    ({ world, chidi }: Cast, invitationId: string) =>
      perform(world.services, chidi.member, acceptInvitation, { invitationId }),
    ({ world, chidi }: Cast, invitationId: string) =>
      perform(world.services, chidi.member, declineInvitation, { invitationId }),
    ({ world, frode }: Cast, invitationId: string) =>
      perform(world.services, frode.member, revokeInvitation, { invitationId }),
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

Deno.test("those who subscribed to a view hear that it was changed", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const made = await perform(services, cast.ada.member, createView, {
      name: "Urgent",
      scope: "workspace",
    });
    for (const by of [cast.ada, cast.chidi]) {
      await perform(services, by.member, subscribeToView, { viewId: made.id });
    }
    const patch = { filters: { priority: "urgent" } };
    await perform(services, cast.ada.member, updateView, { viewId: made.id, patch });
    const [entry] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(
      [
        entry?.kind,
        entry?.subject.kind,
        entry?.subject.title,
        entry?.subject.url?.replace(/-\w{5}$/, "-…"),
      ],
      ["viewUpdate", "taskView", "Urgent", "https://backlog.example/workspace/view/urgent-…"],
    );
    assert.deepEqual([await heard(cast, cast.ada), await heard(cast, cast.esra)], [[], []]);
  }));

Deno.test("a view that is saved as it stands tells nobody", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const filters = { label: "bug", status: "planned,progressed" };
    const made = await perform(services, cast.ada.member, createView, {
      name: "Urgent",
      scope: "workspace",
      filters,
    });
    await perform(services, cast.chidi.member, subscribeToView, { viewId: made.id });
    const patch = { name: "Urgent", filters: { status: "progressed, planned", label: "BUG" } };
    const same = await perform(services, cast.ada.member, updateView, { viewId: made.id, patch });
    assert.deepEqual([same.version, await heard(cast, cast.chidi)], [made.version, []]);
  }));
