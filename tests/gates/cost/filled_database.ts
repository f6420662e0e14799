import { createWorld } from "../../support/world.ts";
import { type Stage, stageFor } from "../errors/provocations.ts";
import { addRecords } from "../pages/opened.ts";
import type { Cookies } from "../pages/people.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { addAutomation } from "../support/automation.ts";
import { type FullCast, populate } from "../support/full_cast.ts";
import { worsen, type Worst } from "./worst.ts";

/** The largest possible workspace, with the values for requests to it. */
export interface FilledDatabase {
  fullCast: FullCast;
  cookies: Cookies;
  stage: Stage;
  worst: Worst;
}

/**
 * How far in the past the database's clock starts, in milliseconds. Filling the database advances it by almost as much.
 */
const AGO_MS = 22 * 60_000;

/** Fills a database so that everyone is signed in now, for a separate server. */
export async function fillDatabase(databaseUrl: string): Promise<FilledDatabase> {
  await using world = await createWorld({ databaseUrl });
  const seconds = (Date.now() - AGO_MS - world.clock.now().getTime()) / 1000;
  world.clock.advance({ seconds: Math.floor(seconds) });
  const fullCast = await populate(world);
  await issueBearers(fullCast);
  const stage = await stageFor(fullCast);
  await addAutomation(fullCast);
  const cookies = await addRecords(fullCast);
  const worst = await worsen(fullCast);
  // A row of the page tests archives the other task
  stage.known = { ...stage.known, otherId: [worst.plain, ...stage.known.otherId!.slice(1)] };
  return { fullCast, cookies, stage, worst };
}
