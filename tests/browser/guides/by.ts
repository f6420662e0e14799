import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import type { Screen } from "../../support/chromium.ts";
import type { MakeDriver } from "../../support/drivers.ts";
import { startInside } from "../../support/house_server.ts";
import { type Pages, readPages } from "../../support/pages.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createWorld } from "../../support/world.ts";
import { settle } from "./acme.ts";
import { guides } from "./all.ts";
import { follow, nameOf } from "./guide.ts";

/**
 * Registers a test for each guide, in its own copy of Acme, which checks that only this driver was used. Each guide
 * runs with one of the three drivers per day.
 * @param how the end of the test's name
 * @param turn the number of the driver
 */
export function followEach(how: string, make: MakeDriver, turn: number, screen: Screen = {}): void {
  for (const guide of shareOf(guides, turn)) {
    const test = async (stage: Stage) => {
      await using visit = await stage.open(screen);
      const driver = await make(visit.page);
      if (!guide.signedOut) {
        // No guide starts on this page
        const away = "/workspace/settings/preferences";
        await signIn(visit.page, stage.server, "ada@example.com", away);
        await listens(visit.page);
      }
      await follow(guide, driver, stage);
      driver.assertOnlyDriverUsed();
      assert.deepEqual(visit.complaints, []);
    };
    browserTest(`${nameOf(guide)}${how}`, test, startSettled);
  }
}

/** Starts a server in this process with Acme's records. The first server fills its database, and later ones copy it. */
async function startSettled() {
  const world = await createWorld({ copyOf: settled });
  const server = await startInside({ world });
  if (!settled) {
    await settle(server);
    settled = await readPages(world.database);
  }
  return server;
}
let settled: Pages | undefined;
