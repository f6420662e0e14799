import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import type { Screen } from "../../support/chromium.ts";
import type { MakeHand } from "../../support/hands.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "./acme.ts";
import { guides } from "./all.ts";
import { follow } from "./guide.ts";

/**
 * Registers a test for each guide, in an Acme of its own, that holds that nothing but a hand was used.
 * @param how what is said of it behind the guide's name
 */
export function followEach(how: string, make: MakeHand, screen: Screen = {}): void {
  for (const guide of guides) {
    browserTest(`${guide.name}${how}`, async (stage) => {
      await settle(stage.server);
      await using visit = await stage.open(screen);
      if (!guide.signedOut) await signIn(visit.page, stage.server, "ada@example.com");
      const hand = await make(visit.page);
      // No guide begins there
      if (!guide.signedOut) {
        await hand.visit("/workspace/settings/preferences");
        await listens(visit.page);
      }
      await follow(guide, hand, stage);
      hand.nothingElse();
      assert.deepEqual(visit.complaints, []);
    });
  }
}
