import assert from "node:assert/strict";
import { deliverMail } from "../../server/mail/deliver.ts";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/members";
const rowOf = (html: string, id: string) =>
  new RegExp(`<tr id="row-${id}"[^]*?</tr>`).exec(html)?.[0] ?? "";

Deno.test("many people are invited at once, all or none, and invitations can be resent and revoked", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const form = { role: "admin", teamIds: teams.eng, teamRole: "commentator" };
    const pending = async () => {
      const { body } = await call(app, `GET /workspaces/${workspaceId}/invitations`, { as: ada });
      return (body.invitations as { id: string; email: string; status: string }[])
        .filter(({ status }) => status === "pending");
    };
    const link = await visitor.get(`${path}?create=1&teamId=${teams.eng}`);
    assert.match(link.html, new RegExp(`value="${teams.eng}" checked`));
    const wrong = `ida@example.com, ${ada.email}; nobody`;
    const malformed = await visitor.post(path, { ...form, emails: wrong });
    assert.equal(malformed.status, 422);
    assert.match(
      malformed.html,
      /id="emails-error">Enter an email address instead of “nobody”\./,
    );
    assert.match(malformed.html, /id="emails"[^>]* aria-describedby="emails-error emails-hint"/);
    const one = await visitor.post(path, { ...form, emails: `ida@example.com, ${ada.email}` });
    assert.match(one.html, /id="emails-error">[^<]*is already a member of this workspace/);
    assert.match(one.html, /ida@example\.com, [^<]+<\/textarea>[^]*value="admin" checked/);
    assert.deepEqual(await pending(), []);

    const emails = "Ida <ida@example.com>,\nole@example.com una@example.com ida@example.com";
    assert.equal((await visitor.post(path, { ...form, emails })).status, 303);
    assert.deepEqual((await pending()).map(({ email }) => email).toSorted(), [
      "ida@example.com",
      "ole@example.com",
      "una@example.com",
    ]);
    const again = await visitor.post(path, { ...form, emails: "ida@example.com" });
    assert.match(again.html, /already invited\. Resend the invitation, or revoke it first\./);
    const [first, second] = await pending();
    const { html } = await visitor.get(path);
    assert.match(rowOf(html, first!.id), /Admin[^]*Engineering \(Commentator\)/);
    const mails = async () => {
      await deliverMail(app.world.services, () => {});
      return app.world.mailer.sent.filter(({ to }) => to === first!.email).length;
    };
    assert.equal(await mails(), 1);
    app.world.clock.advance({ minutes: 2 });
    await visitor.post(`${path}/invitations/${first!.id}`, { act: "resend" });
    assert.equal(await mails(), 2);
    await visitor.post(`${path}/invitations/${first!.id}`, { act: "revoke" });
    await visitor.post(path, { act: "take-back", ids: second!.id });
    assert.equal((await pending()).length, 1);
    const more = { ...form, emails: "eva@example.com pia@example.com" };
    const sent = await visitor.part("POST", path, path, more);
    const undo = /<form [^>]*action="([^"]*)"[^>]*><input [^>]*name="ids" value="([^"]*)">/;
    const [, action, ids] = undo.exec(sent.html)!;
    await visitor.part("POST", action!, path, { ids: ids!, act: "take-back" });
    assert.equal((await pending()).length, 1);
    assert.equal(rowOf((await visitor.get(path)).html, first!.id), "");
    const [third] = await pending();
    app.world.clock.advance({ days: 15 });
    const later = await visit(app, ada.email);
    assert.match(rowOf((await later.get(path)).html, third!.id), /Expired/);
  }));

Deno.test("changing a role offers Undo, and removing a member first lists their open work", () =>
  withApp({}, async (app, { ada, chidi, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const { id } = chidi.member.profile;
    const read = async () => {
      const { body } = await call(app, `GET /workspaces/${workspaceId}/members/${id}`, { as: ada });
      return body.member as { role: string; version: number; removedAt: string | null };
    };
    const { version } = await read();
    const edit = await visitor.get(`${path}?edit=${id}`);
    assert.match(rowOf(edit.html, id), /value="member" checked/);
    await visitor.post(`${path}/${id}`, { role: "admin", version: `${version}` });
    assert.equal((await read()).role, "admin");
    const stale = await visitor.post(`${path}/${id}`, { role: "owner", version: `${version}` });
    assert.equal(stale.status, 412);
    assert.match(rowOf(stale.html, id), /value="owner" checked/);
    const back = { act: "back", role: "member", version: `${version + 1}` };
    await visitor.post(`${path}/${id}`, back);
    assert.equal((await read()).role, "member");

    for (const title of ["Paint the gate", "Oil the gate"]) {
      await call(app, `POST /workspaces/${workspaceId}/tasks`, {
        as: ada,
        body: { title, teamId: teams.eng, assigneeId: id },
      });
    }
    const body = { name: "The bridge", leadId: id };
    await call(app, `POST /workspaces/${workspaceId}/projects`, { as: ada, body });
    const asked = rowOf((await visitor.get(`${path}?remove=${id}`)).html, id);
    assert.match(asked, /leaves these teams: Engineering[^]*2 open tasks[^]*1 project</);
    await visitor.post(`${path}/${id}`, { act: "remove", version: `${version + 2}` });
    assert.notEqual((await read()).removedAt, null);
    assert.equal(rowOf((await visitor.get(path)).html, id), "");
    // A page that is drawn anew after somebody else removed them
    assert.equal((await visitor.get(`${path}?remove=${id}`)).status, 200);

    const own = await read().then(() => visitor.get(path));
    assert.doesNotMatch(own.html, new RegExp(`id="remove-${ada.member.profile.id}"`));
    const last = { role: "member", version: "1" };
    const refused = await visitor.post(`${path}/${ada.member.profile.id}`, last);
    assert.equal(refused.status, 409);
    assert.match(rowOf(refused.html, ada.member.profile.id), /needs at least one/);
  }));
