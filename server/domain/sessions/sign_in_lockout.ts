import type { Anonymous } from "../core/actor.ts";
import { TooMany } from "../core/errors.ts";
import { type ReadContext, Refused, type WriteContext } from "../core/operation.ts";

/** Five wrong codes lock a network out of an address for 15 minutes. Each further lock is twice as long, up to a day. */
const WRONG_CODES = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;
/**
 * Time after the last wrong code or lock until both are forgotten, in milliseconds. It is so long that waiting for it gives
 * attackers no more guesses.
 */
export const REMEMBERED_MS = 24 * 3_600_000;
/** The maximum number of wrong codes per address and hour from all networks. The row `ALL` counts them. */
const MOST_IN_ALL = 20;
const HOUR_MS = 3_600_000;
const ALL = "*";

/**
 * Returns the refusal if the actor's network is locked out of an address, or null. If the clock was set back since, the
 * lock starts again, so that the wait is never longer than the lock.
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

/** Returns the refusal if an address got too many wrong codes from all networks within an hour, or null. */
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

/** Counts a wrong code. Returns the refusal if it locks the network out, or null. */
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

/** Deletes a network's wrong codes and locks after a correct code, which proves access to the address. */
export async function forgetWrongCodes(
  { tx, actor }: WriteContext<Anonymous>,
  email: string,
): Promise<void> {
  await tx.deleteFrom("sign_in_locks").where("email", "=", email)
    .where("network", "=", actor.network).execute();
}

/** Returns the number of wrong codes from all networks and the end of their hour. A new hour starts if the clock was set back. */
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

/** @param locks the number of locks in a row, including this one */
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
