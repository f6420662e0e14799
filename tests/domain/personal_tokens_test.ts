import assert from "node:assert/strict";
import { sql } from "kysely";
import { operations } from "../../server/operations.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createPersonalToken } from "../../server/domain/personal_tokens/create.ts";
import { revokePersonalToken } from "../../server/domain/personal_tokens/revoke.ts";
import { authenticateBearer } from "../../server/domain/authentication/bearer.ts";
import { automationScopes } from "../../server/domain/core/actor.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { principalOf } from "../support/sign_in.ts";
import { createWorld } from "../support/world.ts";

Deno.test("a token that is revoked during a request is refused from the next request on", () =>
  withCast(createWorld(), async ({ world: { services }, ada }) => {
    const owner = await principalOf(services, ada.tokens.accessToken);
    const { credential, token } = await perform(services, owner, createPersonalToken, {
      label: "x",
    });
    const use = () =>
      authenticateBearer(services, { token, agentId: undefined }, "api", null)
        .then(() => 200, (error: { status: number }) => error.status);
    const [, ...during] = await Promise.all([
      perform(services, owner, revokePersonalToken, { credentialId: credential.id }),
      use(),
      use(),
    ]);
    assert.ok(during.every((status) => status === 200 || status === 401));
    assert.equal(await use(), 401);
  }));

Deno.test("nobody else can use a person's tokens, not even a manager", () =>
  withCast(createWorld(), async ({ world: { services }, ada, chidi }) => {
    const owner = await principalOf(services, chidi.tokens.accessToken);
    const { credential } = await perform(services, owner, createPersonalToken, { label: "x" });
    const manager = await principalOf(services, ada.tokens.accessToken);
    const revoking = perform(services, manager, revokePersonalToken, {
      credentialId: credential.id,
    });
    await refused(revoking, { status: 404 });
  }));

Deno.test("an automation can't have a scope of operations that are only for people", () => {
  const forPeople = operations.filter(({ name }) =>
    /^(credentials|sessions|agents|automations)\./.test(name)
  )
    .map(({ scope }) => scope).filter((scope) => scope !== null);
  assert.ok(forPeople.length > 0);
  for (const scope of forPeople) {
    assert.ok(!(automationScopes as readonly string[]).includes(scope), scope);
  }
});

Deno.test("finding, listing, and rotating tokens use an index each", () =>
  withCast(createWorld(), async ({ world: { database } }) => {
    const statements = [
      "select * from credentials where hash = 'x'",
      "select * from automation_tokens where hash = 'x'",
      "select * from credentials where user_id = 'x' and revoked_at is null and id < 'y' order by id desc",
      "select * from credentials where automation_id = 'x' and revoked_at is null",
      "select * from sessions where user_id = 'x' and revoked_at is null and id < 'y' order by id desc",
      "select * from automations where workspace_id = 'x' and id < 'y' order by id desc",
      "select * from agents where workspace_id = 'x' and id < 'y' order by id desc",
      "select * from agents where workspace_id = 'x' and automation_id = 'z' and id < 'y' order by id desc",
      "delete from automation_tokens where credential_id = 'x' and expires_at <= 'y'",
      "select id from teams where workspace_id = 'x' and private = 1",
    ];
    for (const statement of statements) {
      const { rows } = await sql.raw<{ detail: string }>(`explain query plan ${statement}`)
        .execute(database.read);
      for (const { detail } of rows) assert.match(detail, /^SEARCH /, `${statement}: ${detail}`);
    }
  }));

Deno.test("a label refers to a valid token before an expired one, and the audit log names the ID", () =>
  withCast(createWorld(), async ({ world: { services, clock, database }, ada }) => {
    const owner = await principalOf(services, ada.tokens.accessToken);
    const make = async (expiresInDays: number) =>
      (await perform(services, owner, createPersonalToken, { label: "CI", expiresInDays }))
        .credential.id;
    const short = await make(1);
    const long = await make(30);
    const revoke = () => perform(services, owner, revokePersonalToken, { credentialId: "ci" });
    await refused(revoke(), { status: 404 });
    clock.advance({ days: 2 });
    await revoke();
    await revoke();
    const told = await database.read.selectFrom("audit").select("subject_id")
      .where("kind", "=", "token.revoked").orderBy("seq").execute();
    assert.deepEqual(told.map((one) => one.subject_id), [long, short]);
  }));
