import assert from "node:assert/strict";
import { signed } from "../../server/domain/core/secrets.ts";
import { findUnsubscribeTokenOwner } from "../../server/domain/core/unsubscribe_token.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

Deno.test("unsubscribe links in emails from earlier versions stay valid", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    const { value } = await world.database.read.selectFrom("secrets").select("value")
      .where("name", "=", "unsubscribe").executeTakeFirstOrThrow();
    const token = `${ada.member.userId}.${signed(value, ada.member.userId)}`;
    const now = world.clock.now();
    const context = { actor: null, db: world.database.read, now, services: world.services };
    assert.equal(await findUnsubscribeTokenOwner(context, token), ada.member.userId);
  }));
