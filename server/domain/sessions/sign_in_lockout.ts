import type { Anonymous } from "../core/actor.ts";
import { TooMany } from "../core/errors.ts";
import { type ReadContext, Refused, type WriteContext } from "../core/operation.ts";

/** Five wrong codes lock a network out of an email for a quarter of an hour, twice as long each further time, for a day at most. */
const WRONG_CODES = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;
/**
 * Wrong codes and locks are forgotten after a right code, or this long after the last of them was over: by then nobody
 * gains guesses by waiting for it.
 */
const REMEMBERED_MS = 24 * 3_600_000;
/** How many wrong codes an email takes in an hour from all networks, stored in a row of this name. */
const MOST_IN_ALL = 20;
const HOUR_MS = 3_600_000;
const ALL = "*";

/**
 * What refuses an email from a network that is locked out of it; null when it isn't. Where the clock was set back since, the lock begins
 * anew, so that nobody waits longer than its length.
 */
export async function lockOn(
  context: WriteContext<Anonymous>,
  email: string,
): Promise<Refused | null> {
  const { tx, actor, now } = context;
  const lock = await tx.selectFrom("sign_in_locks").select(["locks", "locked_until"])
    .where("email", "=", email).where("network", "=", actor.network).executeTakeFirst();
  if (!lock?.locked_until) return null;
  const wait = Date.parse(lock.locked_until) - now.getTime();
  if (wait <= 0) return null;
  if (wait > lockMs(lock.locks)) return await lockOut(context, email, lock.locks);
  return lockedOut(wait);
}

/** What refuses an email that got too many wrong codes from all networks within an hour; null when it didn't. */
export async function capOn(
  context: ReadContext<Anonymous>,
  email: string,
): Promise<Refused | null> {
  const { failures, ends } = await countedInAll(context, email);
  if (failures < MOST_IN_ALL) return null;
  const seconds = Math.ceil((Date.parse(ends) - context.now.getTime()) / 1000);
  return new Refused(
    new TooMany("Too many wrong codes were entered for this address.", seconds, {
      code: "code_lockout",
      hint: "Request a code and enter it in the same browser or on the same network.",
    }),
  );
}

/** Counts a wrong code; what refuses it where it was one too many and the network is now locked out, else null. */
export async function countWrongCode(
  context: WriteContext<Anonymous>,
  email: string,
): Promise<Refused | null> {
  const { ends, ...inAll } = await countedInAll(context, email);
  await keep(context, {
    email,
    network: ALL,
    failures: inAll.failures + 1,
    locks: 0,
    locked_until: null,
    forgotten_at: ends,
  });
  const { network } = context.actor;
  const { failures, locks } = await remembered(context, email);
  if (failures + 1 >= WRONG_CODES) return await lockOut(context, email, locks + 1);
  await keep(context, {
    email,
    network,
    failures: failures + 1,
    locks,
    locked_until: null,
    forgotten_at: after(context.now, REMEMBERED_MS),
  });
  return null;
}

/** Forgets a network's wrong codes and locks: whoever has the right code reads the email's mail. */
export async function forgetWrongCodes(
  { tx, actor }: WriteContext<Anonymous>,
  email: string,
): Promise<void> {
  await tx.deleteFrom("sign_in_locks").where("email", "=", email)
    .where("network", "=", actor.network).execute();
}

/** The wrong codes of all networks, and when their hour ends: a new one where the clock was set back since. */
async function countedInAll({ db, now }: ReadContext, email: string) {
  const newEnd = after(now, HOUR_MS);
  const kept = await db.selectFrom("sign_in_locks").select(["failures", "forgotten_at"])
    .where("email", "=", email).where("network", "=", ALL)
    .where("forgotten_at", ">", now.toISOString()).where("forgotten_at", "<=", newEnd)
    .executeTakeFirst();
  return { failures: kept?.failures ?? 0, ends: kept?.forgotten_at ?? newEnd };
}

async function remembered({ db, actor, now }: ReadContext<Anonymous>, email: string) {
  const kept = await db.selectFrom("sign_in_locks").select(["failures", "locks"])
    .where("email", "=", email).where("network", "=", actor.network)
    .where("forgotten_at", ">", now.toISOString()).executeTakeFirst();
  return kept ?? { failures: 0, locks: 0 };
}

/** @param locks how many locks it makes in a row, this one among them */
async function lockOut(
  context: WriteContext<Anonymous>,
  email: string,
  locks: number,
): Promise<Refused> {
  const { actor, now } = context;
  const length = lockMs(locks);
  await keep(context, {
    email,
    network: actor.network,
    failures: 0,
    locks,
    locked_until: after(now, length),
    forgotten_at: after(now, length + REMEMBERED_MS),
  });
  return lockedOut(length);
}

async function keep(
  { tx }: WriteContext,
  row: {
    email: string;
    network: string;
    failures: number;
    locks: number;
    locked_until: string | null;
    forgotten_at: string;
  },
): Promise<void> {
  await tx.insertInto("sign_in_locks").values(row)
    .onConflict((c) => c.columns(["email", "network"]).doUpdateSet(row)).execute();
}

function lockMs(locks: number): number {
  return Math.min(FIRST_LOCK_MS * 2 ** (locks - 1), LONGEST_LOCK_MS);
}

function lockedOut(waitMs: number): Refused {
  const message = `Too many wrong codes. Sign-in is locked for ${spoken(waitMs)}.`;
  return new Refused(
    new TooMany(message, Math.ceil(waitMs / 1000), {
      code: "code_lockout",
      hint: "Wait, then request a new code.",
    }),
  );
}

function spoken(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes === 1) return "a minute";
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

function after(moment: Date, ms: number): string {
  return new Date(moment.getTime() + ms).toISOString();
}
