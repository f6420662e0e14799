import assert from "node:assert/strict";
import { TooMany } from "../../server/domain/core/errors.ts";
import { WindowLimits } from "../../server/http/limits.ts";
import { call, createTestApp, type Sent, type TestApp, withApp } from "../support/app.ts";
import { exchange, install } from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";
import { testStart } from "../support/world.ts";

const email = "new@example.com";

const ask = (app: TestApp) =>
  call(app, "POST /auth/request-otp", { body: { email, purpose: "signup" } });
const give = (app: TestApp, code: string) =>
  call(app, "POST /auth/verify-otp", {
    body: { email, code, purpose: "signup", name: "Nia New", label: "Laptop" },
  });
const wrong = (code: string) => code === "000000" ? "000001" : "000000";

Deno.test("a person gets from an email address to a first task over REST", async () => {
  await using app = await createTestApp();
  assert.equal((await ask(app)).status, 200);
  const { body: pair } = await give(app, app.world.mailer.codeFor(email));
  assert.equal(pair.session.label, "Laptop");
  const token = pair.accessToken;
  const before = await call(app, "GET /me", { token });
  assert.deepEqual([before.body.member, before.body.workspace], [null, null]);
  const made = await call(app, "POST /workspaces", { token, body: { name: "Acme" } });
  assert.equal(made.status, 201);
  const me = await call(app, "GET /me", { token });
  assert.equal(me.body.workspace.id, made.body.workspace.id);
  assert.equal(me.body.viewer.name, "Nia New");
  const list = await call(app, "GET /workspaces", { token });
  assert.deepEqual(list.body.workspaces.map((one: { name: string }) => one.name), ["Acme"]);
  const task = await call(app, `POST /workspaces/${made.body.workspace.id}/tasks`, {
    token,
    body: { title: "First", teamId: made.body.team.key },
  });
  assert.equal(task.body.task.reference, `${made.body.team.key}-1`);
  assert.deepEqual(app.mistakes, []);
});

Deno.test("requesting a second code too soon returns the time to wait and sends no email", async () => {
  await using app = await createTestApp();
  await ask(app);
  app.world.clock.advance({ seconds: 20 });
  await changesOnly(app.world.database, [], async () => {
    const { status, body } = await ask(app);
    assert.deepEqual([status, body.code, body.retryAfter], [429, "code_cooldown", 40]);
  });
  assert.equal(app.world.mailer.sent.length, 1);
});

Deno.test("five wrong codes cause a lock and open no session", async () => {
  await using app = await createTestApp();
  await ask(app);
  const code = app.world.mailer.codeFor(email);
  await changesOnly(app.world.database, ["sign_in_locks", "one_time_codes"], async () => {
    for (let attempt = 1; attempt <= 4; attempt++) {
      const { status, body } = await give(app, wrong(code));
      assert.deepEqual([status, body.code], [422, "code_invalid"]);
    }
    const { status, body } = await give(app, wrong(code));
    assert.deepEqual([status, body.code, body.retryAfter], [429, "code_lockout", 900]);
    assert.equal((await give(app, code)).status, 429);
  });
});

Deno.test("refreshing returns a new pair, and reusing the old refresh token ends the session", async () => {
  await using app = await createTestApp();
  await ask(app);
  const { body: first } = await give(app, app.world.mailer.codeFor(email));
  const refresh = (refreshToken: string) =>
    call(app, "POST /auth/refresh", { body: { refreshToken } });
  const { body: second } = await refresh(first.refreshToken);
  assert.equal((await call(app, "GET /me", { token: first.accessToken })).status, 401);
  assert.equal((await call(app, "GET /me", { token: second.accessToken })).status, 200);
  await changesOnly(app.world.database, ["audit", "news", "sessions"], async () => {
    const { status, body } = await refresh(first.refreshToken);
    assert.deepEqual([status, body.code], [401, "refresh_token_reused"]);
  });
  assert.equal((await call(app, "GET /me", { token: second.accessToken })).status, 401);
  assert.equal((await refresh(second.refreshToken)).status, 401);
});

Deno.test("POST /auth/revoke ends the session of either token, or of both, and no other", () =>
  withApp({}, async (app, { ada, bao, chidi }) => {
    const revoke = (sent: Parameters<typeof call>[2]) => call(app, "POST /auth/revoke", sent);
    assert.deepEqual((await revoke({ as: ada })).body, { revoked: true });
    assert.equal((await call(app, "GET /me", { as: ada })).status, 401);
    const { refreshToken } = bao.tokens;
    assert.equal((await revoke({ body: { refreshToken } })).status, 200);
    assert.equal((await call(app, "GET /me", { as: bao })).status, 401);
    assert.equal((await revoke({})).status, 401);
    const sly = { accessToken: chidi.tokens.accessToken };
    assert.equal((await revoke({ body: sly })).status, 422);
    assert.equal((await call(app, "GET /me", { as: chidi })).status, 200);
  }));

Deno.test("an address that sends invalid secrets too often must wait", async () => {
  const requests: [string, (secret: string) => Sent][] = [
    ["POST /automation-auth/exchange", (token) => ({ token: `blg_auto_${token}` })],
    ["POST /auth/refresh", (token) => ({ body: { refreshToken: `blg_hrt_${token}` } })],
  ];
  for (const [request, sent] of requests) {
    await using app = await createTestApp({ signInLimit: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await call(app, request, sent(`guess${n}`))).status);
    assert.deepEqual(statuses, [401, 401, 401, 429, 429], request);
    app.world.clock.advance({ minutes: 10 });
    assert.equal((await call(app, request, sent("again"))).status, 401, request);
  }
});

Deno.test("valid secrets don't count toward the limit of invalid ones, but are refused beyond it", () =>
  withApp({ signInLimit: 3 }, async (app, cast) => {
    const { secret } = await install(app, cast);
    for (let n = 0; n < 5; n++) assert.equal((await exchange(app, secret)).status, 200);
    for (let n = 0; n < 3; n++) assert.equal((await exchange(app, `${secret}x`)).status, 401);
    const answer = await exchange(app, secret);
    assert.deepEqual([answer.status, answer.body.code, answer.body.retryAfter], [
      429,
      "address_limit",
      600,
    ]);
  }));

Deno.test("POST /auth/revoke refuses tokens that it can't end, and its hint gives the right request", () =>
  withApp({}, async (app, { ada }) => {
    const { body: made } = await call(app, "POST /personal-access-tokens", {
      as: ada,
      body: { label: "CI" },
    });
    const { refreshToken } = ada.tokens;
    const cases: [Sent, RegExp][] = [
      [{ token: made.token }, /personal-access-tokens/],
      [{ token: made.token, body: { refreshToken } }, /personal-access-tokens/],
      [{ body: { refreshToken: made.token } }, /personal-access-tokens/],
      [{ token: "blg_aat_some" }, /[Rr]otate/],
      [{ token: "blg_auto_some" }, /[Rr]otate/],
      [{ token: "some" }, /sign-in response/],
    ];
    await changesOnly(app.world.database, [], async () => {
      for (const [sent, hint] of cases) {
        const { status, body } = await call(app, "POST /auth/revoke", sent);
        assert.deepEqual([status, body.code], [403, "not_a_session"]);
        assert.match(body.hint, hint);
      }
    });
  }));

Deno.test("a proxy's header overrides the address that the client claims", async () => {
  const askFrom = async (app: TestApp, forwarded: string) => {
    const headers = { "x-forwarded-for": forwarded };
    const body = { email: `${crypto.randomUUID()}@example.com` };
    return (await call(app, "POST /auth/request-otp", { body, headers })).status;
  };
  await using trusting = await createTestApp({ signInLimit: 1, trustProxy: true });
  assert.equal(await askFrom(trusting, "203.0.113.9"), 200);
  assert.equal(await askFrom(trusting, "198.51.100.1, 203.0.113.9"), 429);
  assert.equal(await askFrom(trusting, "203.0.113.9, 203.0.113.10"), 200);
  await using plain = await createTestApp({ signInLimit: 1 });
  assert.equal(await askFrom(plain, "203.0.113.9"), 200);
  assert.equal(await askFrom(plain, "203.0.113.10"), 429);
});

Deno.test("another person's wrong codes don't keep someone on another network from signing in", async () => {
  await using app = await createTestApp({ trustProxy: true });
  const from = (address: string, path: string, body: Record<string, string>) =>
    call(app, `POST /auth/${path}`, {
      body: { email, purpose: "signup", ...body },
      headers: { "x-forwarded-for": address },
    });
  assert.equal((await from("2001:db8:1::5", "request-otp", {})).status, 200);
  const code = app.world.mailer.codeFor(email);
  const guess = { code: wrong(code) };
  for (let n = 1; n <= 5; n++) await from(`2001:db8:2::${n}`, "verify-otp", guess);
  const same = await from("2001:db8:2::6", "verify-otp", { code });
  assert.deepEqual([same.status, same.body.code], [429, "code_lockout"]);
  assert.equal((await from("2001:db8:1::6", "verify-otp", { code })).status, 200);
});

Deno.test("the oldest addresses of a flood of new ones are forgotten first", () => {
  const limits = new WindowLimits(1, 60_000, { message: "Too many.", code: "address_limit" });
  const now = new Date(testStart);
  const count = (n: number) => limits.count(`address ${n}`, now);
  for (let n = 0; n < 200_000; n++) count(n);
  assert.throws(() => count(199_999), TooMany);
  assert.throws(() => count(190_000), TooMany);
  assert.doesNotThrow(() => count(0));
});

Deno.test("an address that sends too many requests must wait", async () => {
  await using app = await createTestApp({ signInLimit: 3 });
  const statuses: number[] = [];
  for (let n = 0; n < 5; n++) {
    const body = { email: `someone${n}@example.com` };
    statuses.push((await call(app, "POST /auth/request-otp", { body })).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
});

Deno.test("a client that tries too many wrong codes must wait, for any addresses", async () => {
  await using app = await createTestApp({ wrongCodeLimit: 3 });
  const tryAs = (n: number) => {
    const body = { email: `someone${n}@example.com`, code: "000000" };
    return call(app, "POST /auth/verify-otp", { body });
  };
  const together = await Promise.all([0, 1, 2, 3, 4].map(tryAs));
  assert.deepEqual(together.map(({ status }) => status), [422, 422, 422, 429, 429]);
  const { body } = await tryAs(5);
  assert.deepEqual([body.code, body.retryAfter], ["address_limit", 3600]);
  app.world.clock.advance({ hours: 1 });
  assert.equal((await tryAs(6)).status, 422);
});

Deno.test("a wrong code that locks an address counts for the client too", async () => {
  await using app = await createTestApp({ wrongCodeLimit: 5 });
  await ask(app);
  const code = wrong(app.world.mailer.codeFor(email));
  const answers: string[] = [];
  for (let n = 0; n < 6; n++) answers.push((await give(app, code)).body.code);
  assert.deepEqual(answers.slice(3), ["code_invalid", "code_lockout", "address_limit"]);
});

Deno.test("correct codes don't count as wrong, and neither does text that isn't a code", async () => {
  await using app = await createTestApp({ wrongCodeLimit: 1 });
  for (let n = 0; n < 3; n++) {
    app.world.clock.advance({ minutes: 1 });
    assert.equal((await give(app, "12345")).status, 422);
    await ask(app);
    assert.equal((await give(app, app.world.mailer.codeFor(email))).status, 200);
  }
});

Deno.test("after the clock is set back, nobody waits longer than a window, and counts are kept", () => {
  const limits = new WindowLimits(1, 60_000, { message: "Too many.", code: "address_limit" });
  const now = Date.parse(testStart);
  const at = (ms: number) => new Date(now + ms);
  limits.count("ada", at(0));
  assert.throws(() => limits.hold("ada", at(-86_400_000)), { retryAfter: 60 });
  assert.throws(() => limits.count("ada", at(-86_390_000)), { retryAfter: 50 });
  limits.count("ada", at(-86_340_000));
  assert.equal(limits.allowance("ada", at(-86_340_000)).remaining, 0);
});
