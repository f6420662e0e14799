import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Person } from "../support/cast.ts";
import { signIn } from "../support/sign_in.ts";

const DAY = 24 * 3_600_000;

/** The same person, signed in once more: a code a minute is all there is. */
async function again({ world }: TestApp, person: Person): Promise<Person> {
  world.clock.advance({ minutes: 2 });
  return { ...person, tokens: await signIn(world, person.email) };
}

const listed = async (app: TestApp, as: Person) =>
  (await call(app, "GET /sessions", { as })).body.sessions;

Deno.test("a new session's response and the list show the same expiration, and a renewal extends it", () =>
  withApp({}, async (app, { ada }) => {
    const [before] = await listed(app, ada);
    assert.deepEqual(ada.tokens.session, before);
    assert.equal(before.expiresAt, ada.tokens.refreshTokenExpiresAt);
    app.world.clock.advance({ minutes: 24 * 60 });
    const body = { refreshToken: ada.tokens.refreshToken };
    const renewed = (await call(app, "POST /auth/refresh", { body })).body;
    assert.equal(renewed.session.current, true);
    assert.equal(Date.parse(renewed.session.expiresAt) - Date.parse(before.expiresAt), DAY);
  }));

Deno.test("a person can end all of their other sessions at once, and other people's sessions continue", () =>
  withApp({}, async (app, { ada, bao, workspaceId }) => {
    const others = [await again(app, ada), await again(app, ada)];
    const done = await call(app, "POST /sessions/revoke-others", { as: ada });
    assert.deepEqual([done.status, done.body], [200, { revoked: 2 }]);
    for (const as of others) assert.equal((await call(app, "GET /me", { as })).status, 401);
    for (const as of [ada, bao]) assert.equal((await call(app, "GET /me", { as })).status, 200);
    assert.deepEqual((await listed(app, ada)).map(({ current }: { current: boolean }) => current), [
      true,
    ]);
    const audit = `GET /workspaces/${workspaceId}/audit?kind=session.others_revoked`;
    const { entries } = (await call(app, audit, { as: ada })).body;
    assert.deepEqual(entries.map(({ data }: { data: unknown }) => data), [{ count: 2 }]);
    const none = await call(app, "POST /sessions/revoke-others", { as: ada });
    assert.deepEqual(none.body, { revoked: 0 });
  }));
