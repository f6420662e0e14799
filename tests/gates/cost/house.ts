import { createWorld } from "../../support/world.ts";
import { type Stage, stageFor } from "../errors/provocations.ts";
import { furnish } from "../pages/opened.ts";
import type { Cookies } from "../pages/people.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { addAutomation } from "../support/automation.ts";
import { populate, type Premises } from "../support/premises.ts";
import { worsen, type Worst } from "./worst.ts";

/** The largest workspace, and all that requests to it are made of. */
export interface House {
  premises: Premises;
  cookies: Cookies;
  stage: Stage;
  worst: Worst;
}

/** How long before now the house's clock begins, in milliseconds: filling the house moves it on by almost as much. */
const AGO_MS = 22 * 60_000;

/** Fills a database as of now, so that a server of its own finds everybody signed in. */
export async function fillHouse(databaseUrl: string): Promise<House> {
  await using world = await createWorld({ databaseUrl });
  const seconds = (Date.now() - AGO_MS - world.clock.now().getTime()) / 1000;
  world.clock.advance({ seconds: Math.floor(seconds) });
  const premises = await populate(world);
  await issueBearers(premises);
  const stage = await stageFor(premises);
  await addAutomation(premises);
  const cookies = await furnish(premises);
  const worst = await worsen(premises);
  // A row of the pages archives the other task
  stage.known = { ...stage.known, otherId: [worst.plain, ...stage.known.otherId!.slice(1)] };
  return { premises, cookies, stage, worst };
}
