import type { Hand } from "../../support/hands.ts";
import type { Visited } from "../../support/house_server.ts";
import type { Stage } from "../../support/stage.ts";

/** What people are told to do for something, step by step, in Acme as `settle` leaves it. */
export interface Guide {
  /** As the guide is called. */
  name: string;
  /** Whether it begins before one has signed in. */
  signedOut?: true;
  /** Its steps in their order, each on what the last one left. */
  steps: Record<string, (hand: Hand, server: Visited) => Promise<void>>;
}

/** Follows a guide, each step of which the test's report names. */
export async function follow({ name, steps }: Guide, hand: Hand, { server, step }: Stage) {
  for (const [at, [does, take]] of Object.entries(steps).entries()) {
    await step(`${name}, ${at + 1}: ${does}`, async () => {
      await take(hand, server);
      await hand.standsSomewhere();
    });
  }
}
