import assert from "node:assert/strict";
import { signIn } from "../support/browser_walk.ts";
import { byMouse } from "../support/hands.ts";
import { browserTest } from "../support/stage.ts";
import { settle } from "./guides/acme.ts";
import { guides } from "./guides/all.ts";
import { follow } from "./guides/guide.ts";

for (const guide of guides) {
  browserTest(guide.name, async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open();
    const hand = await byMouse(visit.page);
    if (!guide.signedOut) await signIn(visit.page, stage.server, "ada@example.com");
    await follow(guide, hand, stage);
    hand.nothingElse();
    assert.deepEqual(visit.complaints, []);
  });
}
