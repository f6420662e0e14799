import type { Driver } from "../../support/drivers.ts";
import type { Visited } from "../../support/house_server.ts";
import type { Stage } from "../../support/stage.ts";

/** The steps of one or more docs pages, in Acme as `settle` leaves it. */
export interface Guide {
  /** The pages below `/docs` whose steps these are. If the test fails, the pages need the same change. */
  pages: readonly string[];
  /** Whether the guide starts before signing in. */
  signedOut?: true;
  /** The steps in their order. Each continues from the previous one. */
  steps: Record<string, (driver: Driver, server: Visited) => Promise<void>>;
}

/** Returns the guide's pages, as its tests name them. */
export const nameOf = ({ pages }: Guide) => pages.join(", ");

/** Follows a guide. The test's report names each step. */
export async function follow(guide: Guide, driver: Driver, { server, step }: Stage) {
  for (const [at, [does, take]] of Object.entries(guide.steps).entries()) {
    await step(`${nameOf(guide)}, step ${at + 1}: ${does}`, async () => {
      await take(driver, server);
      await driver.waitForFocus();
    });
  }
}
