import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Person } from "../support/cast.ts";
import { createTaskWith, lives, makePat } from "../support/credentials.ts";
import { signIn } from "../support/sign_in.ts";
import { changesOnly, snapshot } from "../support/snapshot.ts";

/** The same person, signed in once more. */
async function again({ world }: TestApp, person: Person): Promise<Person> {
  return { ...person, tokens: await signIn(world, person.email) };
}

Deno.test("a personal access token is shown once, works, and is listed without its value", () =>
  withApp({}, async (app, cast) => {
    const { ada, workspaceId } = cast;
    const { credential, token } = await makePat(app, ada, {
      expiresInDays: 30,
      scopes: ["tasks.read", "tasks.write", "tasks.read"],
    });
    assert.match(token, /^blg_pat_[\w-]{43}$/);
    assert.equal(credential.prefix, token.slice(0, 12));
    const list = await call(app, "GET /personal-access-tokens", { as: ada });
    assert.deepEqual(list.body, { credentials: [credential], nextCursor: null });
    assert.deepEqual(credential, {
      id: credential.id,
      label: "Build server",
      prefix: credential.prefix,
      scopes: ["tasks.read", "tasks.write"],
      status: "active",
      createdAt: "2026-03-12T10:00:00.000Z",
      expiresAt: "2026-04-11T10:00:00.000Z",
      revokedAt: null,
      lastUsedAt: null,
    });
    const made = await createTaskWith(app, cast, token);
    assert.equal(made.body.task.creatorId, ada.member.profile.id);
    const me = await call(app, "GET /me", { token });
    assert.equal(me.body.principal.tokenKind, "pat");
    assert.equal(me.body.principal.credentialId, credential.id);
    assert.equal(me.body.workspace.id, workspaceId);
  }));

Deno.test("a token created without scopes can only read", () =>
  withApp({}, async (app, cast) => {
    const { token } = await makePat(app, cast.ada);
    const scopes = (await call(app, "GET /me", { token })).body.principal.scopes;
    assert.deepEqual(scopes, ["tasks.read", "projects.read", "workspace.read"]);
    const refused = await createTaskWith(app, cast, token);
    assert.deepEqual([refused.status, refused.body.code], [403, "missing_scope"]);
  }));

Deno.test("each scope allows only its own requests", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, ada, teams } = cast;
    const path = `/workspaces/${workspaceId}`;
    const requests = [
      ["tasks.read", `GET ${path}/tasks`, undefined],
      ["tasks.write", `POST ${path}/tasks`, { title: "Mend the gate", teamId: teams.eng }],
      ["workspace.read", `GET ${path}/teams`, undefined],
      ["tokens.manage", "GET /personal-access-tokens", undefined],
      ["workspace.automation.manage", `GET ${path}/automations`, undefined],
    ] as const;
    for (const held of new Set(requests.map(([scope]) => scope))) {
      const { token } = await makePat(app, ada, { scopes: [held] });
      for (const [scope, request, body] of requests) {
        const { status } = await call(app, request, { token, body });
        const expected = scope !== held ? 403 : request.startsWith("POST") ? 201 : 200;
        assert.equal(status, expected, `${request} with ${held}`);
      }
    }
  }));

Deno.test("a token never exceeds its owner's permissions", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, esra, chidi, dina, elsewhereId, teams, task } = cast;
    await task(dina, { teamId: teams.ppl });
    const scopes = ["tasks.read", "tasks.write", "workspace.automation.manage"];
    const { token: commentators } = await makePat(app, esra, { scopes });
    assert.equal((await createTaskWith(app, cast, commentators)).body.code, "not_task_creator");
    const { token } = await makePat(app, chidi, { scopes });
    const get = (path: string) => call(app, `GET /workspaces/${path}`, { token });
    assert.equal((await get(`${workspaceId}/tasks/PPL-1`)).status, 404);
    assert.equal((await get(`${workspaceId}/automations`)).body.code, "not_manager");
    assert.equal((await get(`${elsewhereId}/tasks`)).status, 404);
  }));

Deno.test("only a signed-in session can create tokens, or make changes that no scope covers", () =>
  withApp({}, async (app, { ada }) => {
    const { token } = await makePat(app, ada, { scopes: ["tokens.manage"] });
    await changesOnly(app.world.database, ["credentials"], async () => {
      const made = await call(app, "POST /personal-access-tokens", { token, body: { label: "x" } });
      assert.deepEqual([made.status, made.body.code], [403, "session_required"]);
      const workspace = await call(app, "POST /workspaces", { token, body: { name: "x" } });
      assert.deepEqual([workspace.status, workspace.body.code], [403, "session_required"]);
    });
  }));

Deno.test("a token's invalid fields are named, and nothing is created", () =>
  withApp({}, async (app, { ada }) => {
    const wrong: [Record<string, unknown>, string][] = [
      [{}, "label"],
      [{ label: " " }, "label"],
      [{ label: "x", scopes: ["tasks.delete"] }, "scopes.0"],
      [{ label: "x", scopes: [] }, "scopes"],
      [{ label: "x", scopes: "tasks.read" }, "scopes"],
      [{ label: "x", expiresInDays: 0 }, "expiresInDays"],
      [{ label: "x", expiresInDays: 366 }, "expiresInDays"],
      [{ label: "x", expiresInDays: 1.5 }, "expiresInDays"],
      [{ label: "x", expiresInDays: "never" }, "expiresInDays"],
      [{ label: "x", name: "y" }, "name"],
    ];
    await changesOnly(app.world.database, [], async () => {
      for (const [body, field] of wrong) {
        const answer = await call(app, "POST /personal-access-tokens", { as: ada, body });
        assert.equal(answer.status, 422, field);
        assert.deepEqual(answer.body.errors.map((one: { path: string[] }) => one.path.join(".")), [
          field,
        ]);
      }
    });
  }));

Deno.test("a revoked token is refused at the next request, and can't be revoked twice", () =>
  withApp({}, async (app, { ada, bao }) => {
    const { credential, token } = await makePat(app, ada);
    assert.equal(await lives(app, token), 200);
    const path = `/personal-access-tokens/${credential.id}`;
    assert.equal((await call(app, `DELETE ${path}`, { as: bao })).status, 404);
    assert.equal(await lives(app, token), 200);
    const both = await Promise.all([1, 2].map(() => call(app, `DELETE ${path}`, { as: ada })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [204, 404]);
    const dead = await call(app, "GET /me", { token });
    assert.deepEqual([dead.status, dead.body.code], [401, "token_invalid"]);
    const again = await call(app, `DELETE ${path}`, { as: ada });
    assert.equal(again.body.detail, "The token Build server is already revoked.");
  }));

Deno.test("a token expires after the given number of days, and is then listed as expired", () =>
  withApp({}, async (app, { ada }) => {
    const { token } = await makePat(app, ada, { expiresInDays: 1 });
    app.world.clock.advance({ hours: 23, minutes: 59 });
    assert.equal(await lives(app, token), 200);
    app.world.clock.advance({ minutes: 1 });
    assert.equal(await lives(app, token), 401);
    const { body } = await call(app, "GET /personal-access-tokens", {
      token: (await makePat(app, await again(app, ada), { scopes: ["tokens.manage"] })).token,
    });
    assert.deepEqual(
      body.credentials.map(({ status }: { status: string }) => status).sort(),
      ["active", "expired"],
    );
  }));

Deno.test("a token expires after 90 days, or the given number of days, or never with null", () =>
  withApp({}, async (app, { ada }) => {
    const usual = await makePat(app, ada);
    const lasting = await makePat(app, ada, { expiresInDays: null });
    assert.equal(usual.credential.expiresAt, "2026-06-10T10:00:00.000Z");
    assert.equal(lasting.credential.expiresAt, null);
    app.world.clock.advance({ days: 90, seconds: -1 });
    assert.equal(await lives(app, usual.token), 200);
    app.world.clock.advance({ seconds: 1 });
    assert.equal(await lives(app, usual.token), 401);
    app.world.clock.advance({ days: 4000 });
    assert.equal(await lives(app, lasting.token), 200);
  }));

Deno.test("a person can have fifty valid tokens, and revoked or expired ones don't count", () =>
  withApp({}, async (app, { ada, bao }) => {
    const more = (as: Person) =>
      call(app, "POST /personal-access-tokens", { as, body: { label: "One more" } });
    const { credential } = await makePat(app, ada);
    await makePat(app, ada, { expiresInDays: 1 });
    for (let n = 2; n < 50; n++) await makePat(app, ada, { expiresInDays: null });
    const none = async () => {
      const refused = await more(ada);
      assert.deepEqual([refused.status, refused.body.code], [409, "too_many_tokens"]);
      assert.match(refused.body.hint, /Revoke a token/);
    };
    await changesOnly(app.world.database, [], none);
    assert.equal((await more(bao)).status, 201);
    await call(app, `DELETE /personal-access-tokens/${credential.id}`, { as: ada });
    const together = await Promise.all([more(ada), more(ada)]);
    assert.deepEqual(together.map(({ status }) => status).sort(), [201, 409]);
    app.world.clock.advance({ days: 1 });
    const later = await again(app, ada);
    assert.equal((await more(later)).status, 201);
    assert.equal((await more(later)).status, 409);
  }));

Deno.test("the token of a person without a workspace is invalid", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const { token } = await makePat(app, chidi);
    assert.equal(await lives(app, token), 200);
    const path = `/workspaces/${workspaceId}/members/${chidi.member.profile.id}`;
    assert.equal((await call(app, `DELETE ${path}`, { as: ada })).status, 200);
    assert.equal(await lives(app, token), 401);
  }));

Deno.test("the time of a token's last use is accurate to ten minutes", () =>
  withApp({}, async (app, { ada }) => {
    const { token } = await makePat(app, ada);
    const lastUse = async () => {
      await app.world.database.write(() => Promise.resolve());
      const { body } = await call(app, "GET /personal-access-tokens", { as: ada });
      return body.credentials[0].lastUsedAt;
    };
    await lives(app, token);
    assert.equal(await lastUse(), "2026-03-12T10:00:00.000Z");
    app.world.clock.advance({ minutes: 9 });
    await lives(app, token);
    assert.equal(await lastUse(), "2026-03-12T10:00:00.000Z");
    app.world.clock.advance({ minutes: 1 });
    await lives(app, token);
    assert.equal(await lastUse(), "2026-03-12T10:10:00.000Z");
  }));

Deno.test("a long list of tokens has pages, newest first", () =>
  withApp({}, async (app, { ada }) => {
    for (let n = 0; n < 5; n++) {
      await makePat(app, ada, { label: `Token ${n}` });
      app.world.clock.advance({ seconds: 1 });
    }
    const labels: string[] = [];
    let cursor: string | null = "";
    do {
      const query: string = `limit=2${cursor ? `&cursor=${cursor}` : ""}`;
      const { body } = await call(app, `GET /personal-access-tokens?${query}`, { as: ada });
      labels.push(...body.credentials.map(({ label }: { label: string }) => label));
      cursor = body.nextCursor;
    } while (cursor);
    assert.deepEqual(labels, [4, 3, 2, 1, 0].map((n) => `Token ${n}`));
    const other = await call(app, "GET /sessions?cursor=abc", { as: ada });
    assert.equal(other.status, 422);
  }));

Deno.test("people list their own sessions and end one", () =>
  withApp({}, async (app, { ada, bao }) => {
    app.world.clock.advance({ minutes: 5 });
    const second = await again(app, ada);
    const list = async (as = ada) => (await call(app, "GET /sessions", { as })).body.sessions;
    const both: { id: string; current: boolean }[] = await list(second);
    assert.deepEqual(both.map(({ id, current }) => [id, current]), [
      [second.tokens.session.id, true],
      [ada.tokens.session.id, false],
    ]);
    const path = `/sessions/${ada.tokens.session.id}`;
    assert.equal((await call(app, `DELETE ${path}`, { as: bao })).status, 404);
    assert.equal((await call(app, `DELETE ${path}`, { as: second })).status, 204);
    assert.equal(await lives(app, ada.tokens.accessToken), 401);
    const refreshed = await call(app, "POST /auth/refresh", {
      body: { refreshToken: ada.tokens.refreshToken },
    });
    assert.equal(refreshed.status, 401);
    assert.equal((await list(second)).length, 1);
    assert.equal((await call(app, `DELETE ${path}`, { as: second })).status, 404);
  }));

Deno.test("creating and revoking a token are in the audit log, and no table or log contains the token", () =>
  withApp({}, async (app, { ada }) => {
    const { credential, token } = await makePat(app, ada);
    await lives(app, token);
    await call(app, `DELETE /personal-access-tokens/${credential.id}`, { as: ada });
    const rows = await snapshot(app.world.database);
    assert.ok(!JSON.stringify([rows, app.lines]).includes(token.slice("blg_pat_".length + 4)));
    const kinds = rows.audit!.map((row) => (row as { kind: string }).kind)
      .filter((kind) => kind.startsWith("token."));
    assert.deepEqual(kinds, ["token.created", "token.revoked"]);
  }));

Deno.test("each credential has its own rate limit, even if one person has several", () =>
  withApp({ rateLimit: 3 }, async (app, { bao }) => {
    const [one, other] = [await makePat(app, bao), await makePat(app, bao)];
    const ask = async (token: string) => (await call(app, "GET /me", { token })).status;
    for (const status of [200, 200, 200, 429, 429]) assert.equal(await ask(one.token), status);
    for (const status of [200, 200, 200, 429]) assert.equal(await ask(other.token), status);
    const { headers } = await call(app, "GET /me", { token: one.token });
    assert.equal(headers.get("ratelimit"), "limit=3, remaining=0, reset=60");
    app.world.clock.advance({ minutes: 1 });
    assert.equal(await ask(one.token), 200);
  }));
