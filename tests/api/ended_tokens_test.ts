import assert from "node:assert/strict";
import { forgetTokens } from "../../server/domain/personal_tokens/ended.ts";
import { call, withApp } from "../support/app.ts";
import { install, makePat } from "../support/credentials.ts";

Deno.test("revoked and expired tokens stay listed with their status for 90 days", () =>
  withApp({}, async (app, { ada }) => {
    const { credential } = await makePat(app, ada);
    await makePat(app, ada, { expiresInDays: 1 });
    const { token } = await makePat(app, ada, { expiresInDays: null, scopes: ["tokens.manage"] });
    await call(app, `DELETE /personal-access-tokens/${credential.id}`, { as: ada });
    const { database, services, clock } = app.world;
    const listed = async () => {
      await forgetTokens(services);
      const { body } = await call(app, "GET /personal-access-tokens", { token });
      const stored = await database.read.selectFrom("credentials").select("id").execute();
      assert.equal(stored.length, body.credentials.length);
      return body.credentials.map((
        { status, revokedAt }: { status: string; revokedAt: string | null },
      ) => [status, revokedAt]);
    };
    const revokedAt = clock.now().toISOString();
    const [expired, active] = [["expired", null], ["active", null]];
    assert.deepEqual((await listed()).toSorted(), [active, active, ["revoked", revokedAt]]);
    clock.advance({ days: 90, seconds: -1 });
    assert.deepEqual((await listed()).toSorted(), [active, expired, ["revoked", revokedAt]]);
    clock.advance({ seconds: 1 });
    assert.deepEqual((await listed()).toSorted(), [active, expired]);
    clock.advance({ days: 1 });
    assert.deepEqual(await listed(), [active]);
  }));

Deno.test("a rotated secret of an automation isn't deleted with ended tokens", () =>
  withApp({}, async (app, cast) => {
    const { automation } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations/${automation.id}/rotate-secret`;
    await call(app, `POST ${path}`, { as: cast.ada });
    const { database, services, clock } = app.world;
    const secrets = () =>
      database.read.selectFrom("credentials").select("id")
        .where("automation_id", "=", automation.id).execute();
    const before = await secrets();
    assert.equal(before.length, 2);
    clock.advance({ days: 91 });
    await forgetTokens(services);
    assert.deepEqual(await secrets(), before);
  }));
