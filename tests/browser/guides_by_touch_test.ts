import assert from "node:assert/strict";
import { byTouch } from "../support/hands.ts";
import { browserTest } from "../support/stage.ts";
import { settle } from "./guides/acme.ts";
import { guides } from "./guides/all.ts";
import { follow } from "./guides/guide.ts";

browserTest("every guide one after another by touch on a phone", async (stage) => {
  await settle(stage.server);
  await using visit = await stage.open({ touch: true, width: 390 });
  const hand = await byTouch(visit.page);
  for (const guide of guides) await follow(guide, hand, stage);
  hand.nothingElse();
  assert.deepEqual(visit.complaints, []);
});
