import assert from "node:assert/strict";
import { lines } from "./support/lines.ts";
import { makeWorld, secretsOf, signUp } from "./support/world.ts";

const secretsPath = "backlog/profiles/default/secrets.json";

for (const line of lines) {
  Deno.test(`${line.name} renews an expired access token once and continues`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    const before = secretsOf(world);
    world.server.wait(61);
    const { code, stderr } = await world.run(["me"]);
    assert.equal(code, 0, stderr);
    assert.equal(stderr, "");
    const after = secretsOf(world);
    assert.notEqual(after.token, before.token);
    assert.notEqual(after.refreshToken, before.refreshToken);
    assert.equal(world.kept()[secretsPath]?.mode, "600");
    assert.deepEqual(world.server.seen.slice(-3).map(({ path }) => path), [
      ...["/api/v1/me", "/api/v1/auth/refresh", "/api/v1/me"],
    ]);
  });

  Deno.test(`${line.name} can run many times at once while the session is renewed`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    world.server.wait(61);
    // The renewal is answered once all of them know that their token has expired.
    const refused = Promise.withResolvers<void>();
    let asked = 0;
    world.server.gate = (path) => {
      if (path.endsWith("/me") && ++asked === 5) refused.resolve();
      return path.endsWith("/refresh") ? refused.promise : undefined;
    };
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => world.run(["me"])));
    assert.deepEqual(outcomes.map(({ code, stderr }) => [code, stderr]), Array(5).fill([0, ""]));
    const renewals = world.server.seen.filter(({ path }) => path.endsWith("/refresh"));
    assert.equal(renewals.length, 1);
    assert.deepEqual(Object.keys(world.kept()).filter((name) => /lock|draft/.test(name)), []);
  });

  Deno.test(`${line.name} removes the lock of a dead process, even if the clock was set back since`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    const lock = `${world.home}/backlog/profiles/default/renewal.lock`;
    for (const ago of [3_600_000, -3_600_000]) {
      await Deno.mkdir(lock);
      await Deno.utime(lock, new Date(), new Date(Date.now() - ago));
      world.server.wait(61);
      assert.equal((await world.run(["me"])).code, 0, `${ago} ms`);
    }
  });

  Deno.test(`${line.name} deletes an ended session, and says how to sign in`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    world.server.wait(61 * 24 * 60);
    const { code, stdout, stderr } = await world.run(["me"]);
    assert.equal(code, 4);
    assert.equal(stdout, "");
    assert.match(
      stderr,
      /^Your session has ended\. Sign in again with "backlog.* auth wizard"\.\n$/,
    );
    assert.deepEqual(secretsOf(world), {});
  });

  Deno.test(`${line.name} says in each of several simultaneous commands that the session has ended`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    world.server.wait(61 * 24 * 60);
    // The first one learns that the session can't be renewed while the others wait for it
    const refused = Promise.withResolvers<void>();
    let asked = 0;
    world.server.gate = (path) => {
      if (path.endsWith("/me") && ++asked === 3) refused.resolve();
      return path.endsWith("/refresh") ? refused.promise : undefined;
    };
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => world.run(["me"])));
    for (const { code, stderr } of outcomes) {
      assert.deepEqual([code, stderr.startsWith("Your session has ended.")], [4, true], stderr);
    }
  });

  Deno.test(`${line.name} doesn't renew a token that was given for one command`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    const before = secretsOf(world);
    world.server.wait(61);
    const { code, stderr } = await world.run(["me"], { env: { BACKLOG_TOKEN: before.token! } });
    assert.equal(code, 4);
    assert.match(stderr, /Sign in again/);
    assert.deepEqual(secretsOf(world), before);
  });

  Deno.test(`${line.name} doesn't renew or end a token without a session`, async () => {
    await using world = await makeWorld(line);
    for (const command of ["refresh", "revoke"]) {
      assert.equal((await world.run(["auth", command])).code, 4);
      const { code, stderr } = await world.run(["auth", command, "--token", "blg_pat_1"]);
      assert.equal(code, 1);
      assert.match(stderr, /^This command needs a session, /);
    }
    assert.deepEqual(world.server.seen, []);
  });

  Deno.test(`${line.name} signs in step by step`, async () => {
    await using world = await makeWorld(line);
    async function* typed(...first: string[]) {
      const code = world.server.nextCode();
      yield first.map((answer) => `${answer}\n`).join("");
      yield `${await code}\n`;
    }
    for (const answers of [["2", "Ada Lovelace", "ada@example.com"], ["1", "ada@example.com"]]) {
      const { code, stdout, stderr } = await world.run(["auth", "wizard"], {
        stdin: typed(...answers),
      });
      assert.equal(code, 0, stderr);
      assert.equal(JSON.parse(stdout).authMode, "session");
      assert.doesNotMatch(stdout + stderr, /blg_h/);
      const me = JSON.parse((await world.run(["me"])).stdout);
      assert.equal(me.viewer.name, "Ada Lovelace");
      world.server.wait(2);
    }
  });

  Deno.test(`${line.name} asks again in the wizard after invalid input, and for a new code`, async () => {
    await using world = await makeWorld(line);
    async function* typed() {
      const code = world.server.nextCode();
      yield "2\n\nada@\nada@example.com\n";
      const wrong = await code === "111111" ? "222222" : "111111";
      yield `${wrong}\nAda\nabc\n\n${await code}\n`;
    }
    const { code, stderr, stdout } = await world.run(["auth", "wizard"], { stdin: typed() });
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).authMode, "session");
    assert.match(stderr, /Email: email: Enter an email address/);
    assert.match(stderr, /new one\): name: [^]*Your name: code: This code is wrong/);
    assert.match(stderr, /new one\): code: /);
    assert.match(stderr, /new one\): A code was sent a moment ago/);
  });

  Deno.test(`${line.name} renews a valid token on request and stores the new one`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    const before = secretsOf(world);
    const { code, stdout, stderr } = await world.run(["auth", "refresh"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const { accessToken, refreshToken, ...rest } = JSON.parse(stdout);
    const after = secretsOf(world);
    assert.deepEqual([after.token, after.refreshToken], [accessToken, refreshToken]);
    assert.notEqual(after.token, before.token);
    assert.equal(after.refreshTokenExpiresAt, rest.refreshTokenExpiresAt);
    assert.equal((await world.run(["me"])).code, 0);
  });

  Deno.test(`${line.name} stores no refused token in the wizard, and asks for another`, async () => {
    await using world = await makeWorld(line);
    await signUp(world);
    const { token } = secretsOf(world);
    const ended = await world.run(["auth", "wizard"], { stdin: "3\nblg_pat_dead\n" });
    assert.equal(ended.code, 1);
    assert.equal(secretsOf(world).token, token);
    const { code, stderr } = await world.run(["auth", "wizard"], {
      stdin: `3\nblg_pat_dead\n${token}\n`,
    });
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /Token: http:\S+ rejected this token\. The token is expired, revoked, or from another server\.\nToken: $/,
    );
    assert.equal(secretsOf(world).token, token);
  });
}
