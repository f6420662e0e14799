import { openDatabase } from "../../../server/database/open.ts";
import { browserCookie } from "../../support/browser_session.ts";
import { trail } from "../../support/snapshot.ts";
import { createWorld } from "../../support/world.ts";
import { knownValues } from "../fuzz/known.ts";
import type { Known } from "../fuzz/inputs.ts";
import { populate } from "../support/full_cast.ts";

/** A person's credentials: one for the API, and one for pages. */
export interface Caller {
  token: string | null;
  cookie: string | null;
}

export interface FilledDatabase {
  /** Nobody, an owner, and a member. */
  callers: readonly [nobody: Caller, ada: Caller, chidi: Caller];
  known: Known;
  /** The addresses of two more accounts. */
  guests: readonly string[];
}

/** Fills a database so that everyone is signed in now, for a separate server. */
export async function fillDatabase(databaseUrl: string): Promise<FilledDatabase> {
  await using world = await createWorld({ databaseUrl });
  world.clock.advance({
    seconds: Math.floor((Date.now() - world.clock.now().getTime()) / 1000) - 400,
  });
  const fullCast = await populate(world);
  // Pending emails would be sent during the test
  await world.database.write((tx) => tx.deleteFrom("outbox").execute());
  const caller = async ({ email, tokens }: typeof fullCast.ada): Promise<Caller> => {
    const cookie = (await browserCookie(world, email)).replace("__Host-", "");
    return { token: tokens.accessToken, cookie };
  };
  const { ada, chidi, lea, tove } = fullCast;
  return {
    callers: [{ token: null, cookie: null }, await caller(ada), await caller(chidi)],
    known: knownValues(fullCast),
    guests: [lea.email, tove.email],
  };
}

/** Returns every row, without the times of last use and the expiration of cookies. */
export async function rowsOf(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  try {
    // Some requests open pages, which is recorded
    const { session_tokens: tokens = [], recents: _, ...rows } = await trail(database);
    return { ...rows, tokens: tokens.map((row) => ({ ...Object(row), expires_at: null })) };
  } finally {
    await database.close();
  }
}
