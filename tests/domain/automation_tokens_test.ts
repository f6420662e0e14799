import assert from "node:assert/strict";
import { createAutomation } from "../../server/domain/automations/create.ts";
import { exchangeSecret } from "../../server/domain/automations/exchange.ts";
import { rotateSecret } from "../../server/domain/automations/rotate.ts";
import type { TooMany } from "../../server/domain/core/errors.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld, nobody } from "../support/world.ts";

const make = ({ world, ada }: Cast) =>
  perform(world.services, ada.member, createAutomation, { name: "Release bot" });
const exchange = ({ world }: Cast, secret: string) =>
  perform(world.services, nobody, exchangeSecret, { secret });
const kept = async ({ world }: Cast) =>
  (await world.database.read.selectFrom("automation_tokens").select("hash").execute()).length;

Deno.test("a secret that was exchanged a thousand times in an hour must wait until a token expires", () =>
  withCast(createWorld(), async (cast) => {
    const { world } = cast;
    const { secret } = await make(cast);
    await exchange(cast, secret);
    world.clock.advance({ minutes: 10 });
    await Promise.all(Array.from({ length: 999 }, () => exchange(cast, secret)));
    const error = await refused(exchange(cast, secret), { status: 429, code: "too_many_tokens" });
    assert.equal((error as TooMany).retryAfter, 50 * 60);
    assert.ok(await exchange(cast, (await make(cast)).secret));
    world.clock.advance({ minutes: 50 });
    await exchange(cast, secret);
    await refused(exchange(cast, secret), { status: 429, code: "too_many_tokens" });
  }));

Deno.test("creating access tokens deletes a few expired ones at a time", () =>
  withCast(createWorld(), async (cast) => {
    const { secret } = await make(cast);
    for (let n = 0; n < 30; n++) await exchange(cast, secret);
    const other = await make(cast);
    cast.world.clock.advance({ hours: 1 });
    await exchange(cast, other.secret);
    assert.equal(await kept(cast), 11);
    await exchange(cast, other.secret);
    assert.equal(await kept(cast), 2);
  }));

Deno.test("if two people rotate a secret at once, only one new secret is valid, and only with its own tokens", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services, database }, ada } = cast;
    const { id: automationId, secret } = await make(cast);
    const rotate = () => perform(services, ada.member, rotateSecret, { automationId });
    const [, one, other] = await Promise.all([exchange(cast, secret), rotate(), rotate()]);
    const outcomes = await Promise.allSettled(
      [secret, one.secret, other.secret].map((each) => exchange(cast, each)),
    );
    assert.deepEqual(outcomes.map(({ status }) => status), ["rejected", "rejected", "fulfilled"]);
    assert.equal(await kept(cast), 1);
    const live = await database.read.selectFrom("credentials").select("id")
      .where("automation_id", "=", automationId).where("revoked_at", "is", null).execute();
    assert.equal(live.length, 1);
  }));
