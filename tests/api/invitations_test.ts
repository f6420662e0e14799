import assert from "node:assert/strict";
import { deliverMail } from "../../server/mail/deliver.ts";
import { call, withApp } from "../support/app.ts";
import { signIn } from "../support/sign_in.ts";

const gita = "gita@example.com";

Deno.test("an invited person becomes a member over REST", () =>
  withApp({}, async (app, { bao, teams, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/invitations`;
    const body = { email: gita, role: "member", teams: [{ teamId: teams.eng }] };
    const made = await call(app, `POST ${path}`, { as: bao, body });
    assert.equal(made.status, 201);
    assert.deepEqual(made.body.invitation.teams.map(({ key }: { key: string }) => key), ["ENG"]);
    const listed = await call(app, `GET ${path}?status=pending`, { as: bao });
    assert.deepEqual(listed.body.invitations, [made.body.invitation]);
    const { accessToken: token } = await signIn(app.world, gita, "signup", "Gita Rao");
    const own = await call(app, "GET /invitations", { token });
    assert.deepEqual(own.body.invitations[0].workspace, { id: workspaceId, name: "Acme" });
    assert.deepEqual(own.body.invitations[0].invitedBy, made.body.invitation.invitedBy);
    const { id } = made.body.invitation;
    const accepted = await call(app, `POST /invitations/${id}/accept`, { token });
    assert.deepEqual([accepted.status, accepted.body.workspace.id], [200, workspaceId]);
    const again = await call(app, `POST /invitations/${id}/accept`, { token });
    assert.deepEqual(again.body, accepted.body);
    const me = await call(app, "GET /me", { token });
    assert.deepEqual(me.body.member.teams, [{ id: teams.eng, role: "member" }]);
    const history = await call(app, `GET ${path}?status=accepted`, { as: bao });
    assert.equal(history.body.invitations[0].id, id);
  }));

Deno.test("invitation requests refuse people without permission and invalid input", () =>
  withApp({}, async (app, { ada, chidi, frode, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/invitations`;
    const post = (as: typeof ada, body: object) => call(app, `POST ${path}`, { as, body });
    assert.equal((await call(app, `POST ${path}`, { body: {} })).status, 401);
    assert.equal((await post(chidi, { email: gita })).status, 403);
    assert.equal((await post(frode, { email: gita })).status, 404);
    assert.equal((await post(ada, {})).body.errors[0].path[0], "email");
    const wrong = await post(ada, { email: gita, teams: [{ teamId: "NONE" }] });
    assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, ["teams", 0, "teamId"]]);
    assert.equal((await call(app, `GET ${path}`, { as: chidi })).status, 403);
    const { body } = await post(ada, { email: gita });
    const one = `${path}/${body.invitation.id}`;
    const soon = await call(app, `POST ${one}/resend`, { as: ada });
    assert.deepEqual([soon.status, soon.body.retryAfter], [429, 60]);
    assert.equal((await post(ada, { email: gita })).body.code, "already_invited");
    assert.equal((await call(app, `DELETE ${one}`, { as: frode })).status, 404);
    const revoked = await call(app, `DELETE ${one}`, { as: ada });
    assert.equal(revoked.body.invitation.status, "revoked");
    assert.equal((await call(app, `DELETE ${one}`, { as: ada })).status, 409);
    app.world.clock.advance({ minutes: 2 });
    assert.equal((await call(app, `POST ${one}/resend`, { as: ada })).status, 409);
    const mine = `/invitations/${body.invitation.id}`;
    assert.equal((await call(app, `POST ${mine}/accept`, { as: chidi })).status, 404);
    const { accessToken: token } = await signIn(app.world, gita, "signup", "Gita Rao");
    assert.equal(
      (await call(app, `POST ${mine}/accept`, { token })).body.code,
      "invitation_revoked",
    );
    assert.equal((await call(app, `POST ${mine}/decline`, { token })).status, 409);
  }));

Deno.test("retrying an invitation with its key sends only one email", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const send = () =>
      call(app, `POST /workspaces/${workspaceId}/invitations`, {
        as: ada,
        body: { email: gita },
        headers: { "idempotency-key": "one" },
      });
    const [first, second] = [await send(), await send()];
    assert.deepEqual(second.body, first.body);
    await deliverMail(app.world.services, () => {});
    assert.equal(app.world.mailer.sent.filter(({ to }) => to === gita).length, 1);
  }));
