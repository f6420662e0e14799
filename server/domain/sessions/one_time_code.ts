import { TooMany } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { hashCode, newCode, newSalt, sameHash } from "../core/secrets.ts";

/** Six digits, ten minutes, a minute between two. */
const CODE_MS = 10 * 60_000;
export const COOLDOWN_MS = 60_000;

type Purpose = "signin" | "signup";

/**
 * A code that was sent later than now was sent before the clock was set back: nobody waits for that moment.
 * @throws TooMany while the email's last code is too fresh for another
 */
export async function requireCooledDown({ db, now }: ReadContext, email: string): Promise<void> {
  const last = await db.selectFrom("one_time_codes")
    .select((e) => e.fn.max("sent_at").as("sent_at"))
    .where("email", "=", email).where("sent_at", "<=", now.toISOString()).executeTakeFirst();
  if (!last?.sent_at) return;
  const wait = Math.ceil((Date.parse(last.sent_at) + COOLDOWN_MS - now.getTime()) / 1000);
  if (wait <= 0) return;
  throw new TooMany(`A code was sent a moment ago. Request another one in ${wait} seconds.`, wait, {
    code: "code_cooldown",
    hint: "Use the code that was already sent.",
  });
}

/** Keeps a new code in the place of the last one for this email and purpose; gives the code, which is not stored. */
export async function keepCode(
  { tx, now }: Pick<WriteContext, "tx" | "now">,
  email: string,
  purpose: Purpose,
) {
  const code = newCode();
  const salt = newSalt();
  const expiresAt = new Date(now.getTime() + CODE_MS).toISOString();
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

/** Uses a code up, and with it the email's others: true once, if it is right, of this email and purpose, and not too old. */
export async function consumeCode(
  context: WriteContext,
  given: { email: string; purpose: Purpose; code: string },
): Promise<boolean> {
  const { tx, now } = context;
  const kept = await tx.selectFrom("one_time_codes").selectAll()
    .where("email", "=", given.email).where("purpose", "=", given.purpose).executeTakeFirst();
  if (!kept || kept.expires_at <= now.toISOString()) return false;
  const hash = hashCode(given.code, given.email, given.purpose, kept.salt);
  if (!sameHash(hash, kept.code_hash)) return false;
  await dropCodes(context, given.email);
  return true;
}

/** Whether an email has a code that could still be guessed, whatever it is for. */
export async function isCodeOutstanding({ db, now }: ReadContext, email: string): Promise<boolean> {
  const found = await db.selectFrom("one_time_codes").select("email").where("email", "=", email)
    .where("expires_at", ">", now.toISOString()).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Puts all codes of an email out of use. */
export async function dropCodes({ tx }: WriteContext, email: string): Promise<void> {
  await tx.deleteFrom("one_time_codes").where("email", "=", email).execute();
}
