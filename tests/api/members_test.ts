import assert from "node:assert/strict";
import { changesOnly } from "../support/snapshot.ts";
import { call, withApp } from "../support/app.ts";

Deno.test("members can read the workspace's settings, and managers can change them", () =>
  withApp({}, async (app, { ada, chidi, frode, workspaceId }) => {
    const path = `/workspaces/${workspaceId}`;
    const read = await call(app, `GET ${path}`, { as: chidi });
    assert.deepEqual([read.body.workspace.name, read.body.workspace.role], ["Acme", "member"]);
    const etag = read.headers.get("etag")!;
    const again = await call(app, `GET ${path}`, { as: chidi, headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
    const patch = { name: "Acme & Sons", timeZone: "europe/berlin" };
    const changed = await call(app, `PATCH ${path}`, { as: ada, body: patch });
    assert.deepEqual([changed.status, changed.body.workspace.timeZone], [200, "Europe/Berlin"]);
    const stale = await call(app, `PATCH ${path}`, {
      as: ada,
      body: { name: "Other" },
      headers: { "if-match": etag },
    });
    assert.equal(stale.status, 412);
    for (const timeZone of ["Mars/Phobos", "+02:00", ""]) {
      const wrong = await call(app, `PATCH ${path}`, { as: ada, body: { timeZone } });
      assert.deepEqual([wrong.status, wrong.body.errors?.[0]?.path], [422, ["timeZone"]], timeZone);
    }
    const empty = await call(app, `PATCH ${path}`, { as: ada, body: {} });
    assert.equal(empty.status, 422);
    const refused = await call(app, `PATCH ${path}`, { as: chidi, body: patch });
    assert.deepEqual([refused.status, refused.body.code], [403, "not_manager"]);
    assert.equal((await call(app, `GET ${path}`, { as: frode })).status, 404);
    assert.equal((await call(app, `GET ${path}`)).status, 401);
  }));

Deno.test("a member can be read, assigned a role, and removed, and the responses confirm it", () =>
  withApp({}, async (app, { ada, chidi, esra, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/members`;
    const one = `${path}/${chidi.member.profile.id}`;
    const read = await call(app, `GET ${one}`, { as: esra });
    assert.equal(read.body.member.name, "Chidi Eze");
    const headers = { "if-match": read.headers.get("etag")! };
    const body = { role: "admin" };
    const changed = await call(app, `PATCH ${one}`, { as: ada, body, headers });
    assert.deepEqual([changed.status, changed.body.member.role], [200, "admin"]);
    const late = await call(app, `PATCH ${one}`, { as: ada, body: { role: "member" }, headers });
    assert.equal(late.status, 412);
    for (const role of ["boss", null, 1]) {
      const wrong = await call(app, `PATCH ${one}`, { as: ada, body: { role } });
      assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, ["role"]]);
    }
    const gone = await call(app, `DELETE ${one}`, { as: ada });
    assert.deepEqual([gone.status, typeof gone.body.member.removedAt], [200, "string"]);
    assert.equal((await call(app, `GET ${path}`, { as: chidi })).status, 404);
    const twice = await call(app, `DELETE ${one}`, { as: ada });
    assert.deepEqual([twice.status, twice.body.code], [409, "member_removed"]);
    assert.equal((await call(app, `GET ${path}/prof_x`, { as: ada })).status, 404);
    // By the words that others take for them, and after they left too
    for (const word of ["chidi", "Chidi"]) {
      const { body } = await call(app, `GET ${path}/${word}`, { as: ada });
      assert.equal(body.member?.id, chidi.member.profile.id, word);
    }
    const named = await call(app, `GET ${path}/ada%20lovelace/activity`, { as: ada });
    assert.equal(named.status, 200);
    assert.equal((await call(app, `GET ${path}/nobody/activity`, { as: ada })).status, 404);
  }));

Deno.test('people can change their own profile as "me", and deleting it leaves the workspace', () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const me = `/workspaces/${workspaceId}/members/me`;
    const body = { username: "chi", bio: "Grows figs.\r\nAnd mends gates." };
    const changed = await call(app, `PATCH ${me}`, { as: chidi, body });
    assert.equal(changed.body.member.bio, "Grows figs.\nAnd mends gates.");
    const taken = await call(app, `PATCH ${me}`, { as: ada, body: { username: "CHI" } });
    assert.deepEqual([taken.status, taken.body.code], [409, "username_taken"]);
    const role = await call(app, `PATCH ${me}`, { as: chidi, body: { role: "owner" } });
    assert.deepEqual([role.status, role.body.errors[0].path], [422, ["role"]]);
    assert.equal((await call(app, `GET ${me}`, { as: chidi })).body.member.username, "chi");
    const last = await call(app, `DELETE ${me}`, { as: ada });
    assert.deepEqual([last.status, last.body.code], [409, "last_owner"]);
    assert.equal((await call(app, `DELETE ${me}`, { as: chidi })).status, 200);
    assert.equal((await call(app, `GET ${me}`, { as: chidi })).status, 404);
  }));

Deno.test("a member's teams include the fields that clients show", () =>
  withApp({}, async (app, { chidi, teams, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/members/${chidi.member.profile.id}`;
    const { member } = (await call(app, `GET ${path}`, { as: chidi })).body;
    const { team } =
      (await call(app, `GET /workspaces/${workspaceId}/teams/${teams.eng}`, { as: chidi })).body;
    const { id, key, name, role } = team;
    assert.deepEqual(member.teams, [{ id, key, name, role }]);
  }));

Deno.test("the usage counts records and says if the limit blocks new tasks", () =>
  withApp({ taskLimit: 2 }, async (app, { ada, chidi, task, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/usage`;
    await task(ada);
    const before = (await call(app, `GET ${path}`, { as: ada })).body.usage;
    assert.deepEqual([before.tasks, before.taskLimit, before.taskCreationBlocked], [1, 2, false]);
    assert.deepEqual([before.members, before.agents, before.teams], [5, 0, 2]);
    assert.deepEqual([before.projects, before.pendingInvitations], [0, 0]);
    await task(ada, { draft: true });
    const projects = `/workspaces/${workspaceId}/projects`;
    const make = async (name: string) =>
      (await call(app, `POST ${projects}`, { as: ada, body: { name } })).body.project.id;
    await make("Gatehouse");
    const removed = await call(app, `DELETE ${projects}/${await make("Footbridge")}`, { as: ada });
    assert.ok(removed.status < 300, removed.text);
    const email = "gita@example.com";
    await call(app, `POST /workspaces/${workspaceId}/invitations`, { as: ada, body: { email } });
    const after = (await call(app, `GET ${path}`, { as: ada })).body.usage;
    assert.deepEqual([after.tasks, after.taskCreationBlocked], [2, true]);
    assert.deepEqual([after.projects, after.pendingInvitations], [1, 1]);
    const expired = { expires_at: app.world.clock.now().toISOString() };
    await app.world.database.write((tx) => tx.updateTable("invitations").set(expired).execute());
    const later = (await call(app, `GET ${path}`, { as: ada })).body.usage;
    assert.equal(later.pendingInvitations, 0);
    assert.equal((await call(app, `GET ${path}`, { as: chidi })).status, 403);
  }));

Deno.test("the audit log pages newest first, filters by kind, and names the interface", () =>
  withApp({}, async (app, { ada, bao, chidi, workspaceId }) => {
    const path = `/workspaces/${workspaceId}`;
    for (const name of ["One", "Two", "Three"]) {
      const headers = { "user-agent": "backlog-cli/0.1.0" };
      await call(app, `PATCH ${path}`, { as: ada, body: { name }, headers });
    }
    const list = (query: string) => call(app, `GET ${path}/audit?${query}`, { as: bao });
    const first = await list("kind=workspace.renamed&limit=2");
    assert.deepEqual(
      first.body.entries.map((
        entry: { data: unknown; interface: string },
      ) => [entry.data, entry.interface]),
      [[{ from: "Two", to: "Three" }, "cli"], [{ from: "One", to: "Two" }, "cli"]],
    );
    const rest = await list(`kind=workspace.renamed&limit=2&cursor=${first.body.nextCursor}`);
    assert.deepEqual([rest.body.entries.length, rest.body.nextCursor], [1, null]);
    for (const who of ["me", "bao"]) {
      assert.deepEqual((await list(`kind=workspace.renamed&actorId=${who}`)).body.entries, []);
    }
    const byAda = await list(`kind=workspace.renamed&actorId=${ada.member.profile.id}`);
    assert.equal(byAda.body.entries.length, 3);
    const nobody = await list("actorId=nobody");
    assert.deepEqual([nobody.status, nobody.body.errors[0].path], [422, ["actorId"]]);
    const refused = await call(app, `GET ${path}/audit`, { as: chidi });
    assert.deepEqual([refused.status, refused.body.code], [403, "not_manager"]);
    for (const query of ["limit=0", "limit=251", "cursor=x", "order=up"]) {
      assert.equal((await list(query)).status, 422, query);
    }
  }));

Deno.test("the audit logs of a person's workspaces contain sign-ins, sign-outs, and locks", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    app.world.clock.advance({ minutes: 5 });
    const ask = (body: object) => call(app, "POST /auth/verify-otp", { body });
    await call(app, "POST /auth/request-otp", { body: { email: chidi.email } });
    const code = app.world.mailer.codeFor(chidi.email);
    const opened = await ask({ email: chidi.email, code, purpose: "signin", label: "Phone" });
    await call(app, "POST /auth/revoke", { token: opened.body.accessToken });
    app.world.clock.advance({ minutes: 5 });
    await call(app, "POST /auth/request-otp", { body: { email: chidi.email } });
    const right = app.world.mailer.codeFor(chidi.email);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let n = 0; n < 5; n++) {
      await ask({ email: chidi.email, code: wrong, purpose: "signin" });
    }
    const { body } = await call(app, `GET /workspaces/${workspaceId}/audit?limit=3`, { as: ada });
    const found = body.entries.map((entry: Record<string, { name: string }>) => [
      entry.kind,
      entry.actor?.name,
      entry.subject?.name,
    ]);
    assert.deepEqual(found, [
      ["signin.locked_out", undefined, "Chidi Eze"],
      ["session.ended", "Chidi Eze", "Chidi Eze"],
      ["session.opened", "Chidi Eze", "Chidi Eze"],
    ]);
    assert.equal(body.entries[2].data.label, "Phone");
  }));

Deno.test("no token can promote anyone to a manager, because that requires a session", () =>
  withApp({}, async (app, cast) => {
    const made = await call(app, "POST /personal-access-tokens", {
      as: cast.ada,
      body: { label: "Leaked", scopes: ["workspace.manage"] },
    });
    const { token } = made.body;
    const path = `/workspaces/${cast.workspaceId}`;
    const { id } = cast.chidi.member.profile;
    await changesOnly(app.world.database, ["credentials"], async () => {
      for (const role of ["admin", "owner"]) {
        const raised = await call(app, `PATCH ${path}/members/${id}`, { token, body: { role } });
        const body = { email: "mallory@example.com", role };
        const invited = await call(app, `POST ${path}/invitations`, { token, body });
        for (const refusal of [raised, invited]) {
          assert.deepEqual([refusal.status, refusal.body.code], [403, "session_required"]);
        }
      }
    });
  }));
