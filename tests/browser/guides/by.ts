import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import type { Screen } from "../../support/chromium.ts";
import type { MakeHand } from "../../support/hands.ts";
import { startInside } from "../../support/house_server.ts";
import { type Pages, readPages } from "../../support/pages.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createWorld } from "../../support/world.ts";
import { settle } from "./acme.ts";
import { guides } from "./all.ts";
import { follow } from "./guide.ts";

/**
 * Registers a test for each guide, in an Acme of its own, that holds that nothing but a hand was used. On one day each
 * guide is followed by one of the three hands.
 * @param how what follows the guide's name in the test's
 * @param turn which hand of the three it is
 */
export function followEach(how: string, make: MakeHand, turn: number, screen: Screen = {}): void {
  for (const guide of shareOf(guides, turn)) {
    const test = async (stage: Stage) => {
      await using visit = await stage.open(screen);
      const hand = await make(visit.page);
      if (!guide.signedOut) {
        // No guide begins there
        const away = "/workspace/settings/preferences";
        await signIn(visit.page, stage.server, "ada@example.com", away);
        await listens(visit.page);
      }
      await follow(guide, hand, stage);
      hand.nothingElse();
      assert.deepEqual(visit.complaints, []);
    };
    browserTest(`${guide.name}${how}`, test, startSettled);
  }
}

/** Starts a server in this process that is settled: the first of a part of the tests, of which the others are copies. */
async function startSettled() {
  const world = await createWorld({ copyOf: settled });
  const server = await startInside(undefined, undefined, undefined, world);
  if (!settled) {
    await settle(server);
    settled = await readPages(world.database);
  }
  return server;
}
let settled: Pages | undefined;
