import assert from "node:assert/strict";
import { call } from "../../support/app.ts";
import { atOnce, codesOf, race, tally } from "../support/race.ts";

Deno.test("if many changes are based on one version of a task, one succeeds and the others are stale", () =>
  race(async (app, { workspaceId, ids, ada, chidi }) => {
    const path = `/workspaces/${workspaceId}/tasks/${ids.task}`;
    const seen = await call(app, `GET ${path}`, { as: ada });
    const headers = { "if-match": seen.headers.get("etag")! };
    const answers = await atOnce(8, (n) =>
      call(app, `PATCH ${path}`, {
        as: n % 2 ? ada : chidi,
        body: { title: `Mended by ${n}` },
        headers,
      }));
    assert.deepEqual(tally(answers), { 200: 1, 412: 7 });
    const now = await call(app, `GET ${path}`, { as: ada });
    const winner = answers.find(({ status }) => status === 200)!;
    assert.equal(now.body.task.title, winner.body.task.title);
    assert.equal(now.body.task.version, seen.body.task.version + 1);
  }));

Deno.test("many simultaneous changes to a task without a version all succeed, one after another", () =>
  race(async (app, { workspaceId, ids, ada }) => {
    const path = `/workspaces/${workspaceId}/tasks/${ids.task}`;
    const { body: { task } } = await call(app, `GET ${path}`, { as: ada });
    const answers = await atOnce(
      8,
      (n) => call(app, `PATCH ${path}`, { as: ada, body: { title: `Mended by ${n}` } }),
    );
    assert.deepEqual(tally(answers), { 200: 8 });
    const versions = answers.map(({ body }) => body.task.version - task.version).toSorted();
    assert.deepEqual(versions, [1, 2, 3, 4, 5, 6, 7, 8]);
  }));

Deno.test("if many people create the same label in any case, one succeeds", () =>
  race(async (app, { workspaceId, ada, bao }) => {
    const answers = await atOnce(6, (n) =>
      call(app, `POST /workspaces/${workspaceId}/labels`, {
        as: n % 2 ? ada : bao,
        body: { name: n % 3 ? "Rust" : "RUST" },
      }));
    assert.deepEqual(tally(answers), { 201: 1, 409: 5 });
    const { body } = await call(app, `GET /workspaces/${workspaceId}/labels`, { as: ada });
    const names = body.labels.map((label: { name: string }) => label.name.toLowerCase());
    assert.equal(names.filter((name: string) => name === "rust").length, 1);
  }));

Deno.test("accepting an invitation in many tabs at once creates one membership", () =>
  race(async (app, { workspaceId, ids, frode, ada }) => {
    const path = `/invitations/${ids.frodesInvitation}/accept`;
    const answers = await atOnce(6, () => call(app, `POST ${path}`, { as: frode, body: {} }));
    assert.deepEqual(tally(answers), { 200: 6 });
    const { body } = await call(app, `GET /workspaces/${workspaceId}/members`, { as: ada });
    const emails = body.members.map((member: { email: string }) => member.email);
    assert.equal(emails.filter((email: string) => email === frode.email).length, 1);
  }));

Deno.test("if an invitation is accepted and revoked at once, one of the two succeeds", () =>
  race(async (app, { workspaceId, ids, frode, ada }) => {
    const [accepted, revoked] = await Promise.all([
      call(app, `POST /invitations/${ids.frodesInvitation}/accept`, { as: frode, body: {} }),
      call(app, `DELETE /workspaces/${workspaceId}/invitations/${ids.frodesInvitation}`, {
        as: ada,
      }),
    ]);
    const inside = await call(app, `GET /workspaces/${workspaceId}`, { as: frode });
    assert.equal(accepted.status < 300, inside.status === 200);
    assert.notEqual(accepted.status < 300, revoked.status < 300);
    const loser = accepted.status < 300 ? revoked : accepted;
    assert.ok([404, 409].includes(loser.status), String(loser.status));
  }));

Deno.test("if two managers invite the same address, one succeeds", () =>
  race(async (app, { workspaceId, ada, bao }) => {
    const answers = await atOnce(
      4,
      (n) =>
        call(app, `POST /workspaces/${workspaceId}/invitations`, {
          as: n % 2 ? ada : bao,
          body: { email: "ida@example.com" },
        }),
    );
    assert.deepEqual(tally(answers), { 201: 1, 409: 3 });
    assert.deepEqual(codesOf(answers, 409), ["already_invited"]);
  }));

Deno.test("a sign-in code that is sent many times at once opens one session", () =>
  race(async (app) => {
    const email = "nia@example.com";
    await call(app, "POST /auth/request-otp", { body: { email, purpose: "signup" } });
    const code = app.world.mailer.codeFor(email);
    const answers = await atOnce(
      4,
      () => call(app, "POST /auth/verify-otp", { body: { email, code, purpose: "signup" } }),
    );
    assert.deepEqual(tally(answers), { 200: 1, 422: 3 });
    assert.deepEqual(codesOf(answers, 422), ["code_invalid"]);
  }));

Deno.test("simultaneous wrong codes are each counted, and the fifth one locks", () =>
  race(async (app) => {
    const email = "nia@example.com";
    await call(app, "POST /auth/request-otp", { body: { email, purpose: "signup" } });
    const right = app.world.mailer.codeFor(email);
    const wrong = right === "000000" ? "000001" : "000000";
    const answers = await atOnce(
      8,
      () => call(app, "POST /auth/verify-otp", { body: { email, code: wrong, purpose: "signup" } }),
    );
    assert.deepEqual(tally(answers), { 422: 4, 429: 4 });
    const late = await call(app, "POST /auth/verify-otp", {
      body: { email, code: right, purpose: "signup" },
    });
    assert.equal(late.status, 429);
  }));

Deno.test("an idempotency key creates one task for equal requests, and also for two different ones", () =>
  race(async (app, { workspaceId, teams, ada }) => {
    const create = (title: string, key: string) =>
      call(app, `POST /workspaces/${workspaceId}/tasks`, {
        as: ada,
        body: { title, teamId: teams.eng },
        headers: { "idempotency-key": key },
      });
    const same = await atOnce(6, () => create("Hang the gate", "same"));
    assert.deepEqual(tally(same), { 201: 6 });
    assert.equal(new Set(same.map(({ body }) => body.task.id)).size, 1);
    const different = await atOnce(6, (n) => create(`Gate ${n}`, "different"));
    assert.deepEqual(tally(different), { 201: 1, 409: 5 });
    assert.deepEqual(codesOf(different, 409), ["idempotency_key_reused"]);
  }));

Deno.test("if a refresh token is sent twice at once, the session ends for both clients", () =>
  race(async (app, { tove }) => {
    const { refreshToken } = tove.tokens;
    const answers = await atOnce(
      3,
      () => call(app, "POST /auth/refresh", { body: { refreshToken } }),
    );
    assert.deepEqual(tally(answers), { 200: 1, 401: 2 });
    const won = answers.find(({ status }) => status === 200)!.body.accessToken;
    assert.equal((await call(app, "GET /me", { token: won })).status, 401);
  }));

Deno.test("if two owners demote each other, one stays an owner", () =>
  race(async (app, { workspaceId, ids, ada, bao }) => {
    const member = (id: string | undefined) => `/workspaces/${workspaceId}/members/${id}`;
    const promoted = await call(app, `PATCH ${member(ids.bao)}`, {
      as: ada,
      body: { role: "owner" },
    });
    assert.equal(promoted.status, 200);
    const answers = await Promise.all([
      call(app, `PATCH ${member(ids.bao)}`, { as: ada, body: { role: "member" } }),
      call(app, `PATCH ${member(ids.ada)}`, { as: bao, body: { role: "member" } }),
    ]);
    assert.deepEqual(tally(answers), { 200: 1, 403: 1 });
    const { body } = await call(app, `GET /workspaces/${workspaceId}/members`, { as: ada });
    const owners = body.members.filter(({ role }: { role: string }) => role === "owner");
    assert.equal(owners.length, 1);
  }));

Deno.test("if a secret is rotated twice at once, only the last secret is valid", () =>
  race(async (app, { workspaceId, ada, bao }) => {
    const made = await call(app, `POST /workspaces/${workspaceId}/automations`, {
      as: ada,
      body: { name: "Gatekeeper" },
    });
    const path = `/workspaces/${workspaceId}/automations/${made.body.automation.id}`;
    const answers = await atOnce(
      2,
      (n) => call(app, `POST ${path}/rotate-secret`, { as: n ? ada : bao, body: {} }),
    );
    assert.deepEqual(tally(answers), { 200: 2 });
    const secrets = [made, ...answers].map(({ body }) => body.secret as string);
    const exchanged = [];
    for (const token of secrets) {
      exchanged.push(await call(app, "POST /automation-auth/exchange", { token }));
    }
    assert.deepEqual(tally(exchanged), { 200: 1, 401: 2 });
  }));
