import { sql } from "kysely";
import { TooMany } from "../errors.ts";
import type { Db } from "../operation.ts";
import { hashCode, newCode, newSalt, sameHash } from "../secrets.ts";

/** Six digits, ten minutes, a minute between two, five wrong ones lock for a quarter of an hour. `contract.md`, OTP. */
const CODE_MINUTES = 10;
const COOLDOWN_SECONDS = 60;
const LOCK_MINUTES = 15;
const WRONG_CODES = 5;

type Purpose = "signin" | "signup";

/** @throws TooMany while the email is locked out, or its last code is too fresh for another */
export async function requireCodeAllowed(tx: Db, email: string, now: Date): Promise<void> {
  await requireUnlocked(tx, email, now);
  const last = await tx.selectFrom("one_time_codes")
    .select((e) => e.fn.max("sent_at").as("sent_at"))
    .where("email", "=", email).executeTakeFirst();
  if (!last?.sent_at) return;
  const wait = secondsUntil(after(new Date(last.sent_at), COOLDOWN_SECONDS), now);
  if (wait <= 0) return;
  throw new TooMany(`A code was sent a moment ago; ask again in ${wait} seconds.`, wait, {
    code: "code_cooldown",
    hint: "Look for the code that was sent already.",
  });
}

/** @throws TooMany after too many wrong codes */
export async function requireUnlocked(tx: Db, email: string, now: Date): Promise<void> {
  const lock = await tx.selectFrom("sign_in_locks").select("locked_until")
    .where("email", "=", email).executeTakeFirst();
  const wait = lock?.locked_until ? secondsUntil(new Date(lock.locked_until), now) : 0;
  if (wait > 0) throw lockedOut(wait);
}

export function lockedOut(wait: number = LOCK_MINUTES * 60): TooMany {
  return new TooMany(
    `Too many wrong codes; sign-in is locked for ${Math.ceil(wait / 60)} minutes.`,
    wait,
    { code: "code_lockout", hint: "Wait, then ask for a new code." },
  );
}

/** Keeps a new code in the place of the last one for this email and purpose; gives the code, which is not stored. */
export async function keepCode(tx: Db, email: string, purpose: Purpose, now: Date) {
  const code = newCode();
  const salt = newSalt();
  const expiresAt = after(now, CODE_MINUTES * 60).toISOString();
  const row = {
    email,
    purpose,
    salt,
    code_hash: hashCode(code, email, purpose, salt),
    sent_at: now.toISOString(),
    expires_at: expiresAt,
  };
  await tx.insertInto("one_time_codes").values(row)
    .onConflict((c) => c.columns(["email", "purpose"]).doUpdateSet(row)).execute();
  return { code, expiresAt };
}

/** Uses a code up: true once, if it is right, of this email and purpose, and not too old. */
export async function consumeCode(
  tx: Db,
  given: { email: string; purpose: Purpose; code: string },
  now: Date,
): Promise<boolean> {
  const kept = await tx.selectFrom("one_time_codes").selectAll()
    .where("email", "=", given.email).where("purpose", "=", given.purpose).executeTakeFirst();
  if (!kept || kept.expires_at <= now.toISOString()) return false;
  const hash = hashCode(given.code, given.email, given.purpose, kept.salt);
  if (!sameHash(hash, kept.code_hash)) return false;
  await tx.deleteFrom("one_time_codes").where("email", "=", given.email).execute();
  await tx.deleteFrom("sign_in_locks").where("email", "=", given.email).execute();
  return true;
}

/** Counts a wrong code; true when it was one too many and the email is now locked out. */
export async function countWrongCode(tx: Db, email: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const forgotten = after(now, -LOCK_MINUTES * 60).toISOString();
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_locks (email, failures, last_failure_at) values (${email}, 1, ${at})
    on conflict (email) do update set
      failures = iif(last_failure_at < ${forgotten} or locked_until is not null, 1, failures + 1),
      last_failure_at = excluded.last_failure_at, locked_until = null
    returning failures`.execute(tx);
  if (rows[0]!.failures < WRONG_CODES) return false;
  await tx.updateTable("sign_in_locks")
    .set({ locked_until: after(now, LOCK_MINUTES * 60).toISOString() })
    .where("email", "=", email).execute();
  await tx.deleteFrom("one_time_codes").where("email", "=", email).execute();
  return true;
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.ceil((moment.getTime() - now.getTime()) / 1000);
}
