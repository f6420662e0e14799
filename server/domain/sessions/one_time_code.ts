import type { Anonymous } from "../core/actor.ts";
import { TooMany } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { hashCode, newCode, newSalt, sameHash } from "../core/secrets.ts";

/** Codes have six digits, are valid for ten minutes, and can be requested once a minute. */
export const CODE_MS = 10 * 60_000;
export const COOLDOWN_MS = 60_000;
/**
 * The maximum number of valid codes per address, from other clients in the same network and in total, so that nobody
 * can flood the address.
 */
const MOST_IN_NETWORK = 3;
const MOST_CODES = 10;
/** Stored instead of a code's hash once its client has used up its attempts. No code has it. */
const SPENT = "";

type Purpose = "signin" | "signup";

/**
 * Makes sure that a client can request another code for an address. A client waits after its own request, from any
 * network, and after another one in its network. Other requests don't make it wait, until the address has too many valid
 * codes. A client that used up its attempts waits until its code expires. A code with a later time than now was sent
 * before the clock was set back, so nobody waits for it.
 * @throws TooMany with the seconds to wait
 */
export async function requireCooledDown(
  { db, actor, now }: ReadContext<Anonymous>,
  email: string,
): Promise<void> {
  const at = now.toISOString();
  const codes = await db.selectFrom("one_time_codes")
    .select(["client", "network", "code_hash", "sent_at", "expires_at"])
    .where("email", "=", email).where("sent_at", "<=", at).where("expires_at", ">", at)
    .orderBy("sent_at", "desc").execute();
  const isOwn = ({ client }: { client: string }) => client === actor.client;
  const others = codes.filter((code) => !isOwn(code));
  const inNetwork = ({ network }: { network: string }) => network === actor.network;
  const ends = [
    others[MOST_CODES - 1]?.expires_at,
    others.filter(inNetwork)[MOST_IN_NETWORK - 1]?.expires_at,
    // Otherwise, a client with many networks could guess once per requested code
    codes.find((code) => isOwn(code) && code.code_hash === SPENT)?.expires_at,
  ].map((end) => end === undefined ? 0 : Date.parse(end));
  const last = codes.find((code) => isOwn(code) || inNetwork(code));
  if (last) ends.push(Date.parse(last.sent_at) + COOLDOWN_MS);
  const wait = Math.ceil((Math.max(...ends) - now.getTime()) / 1000);
  if (wait <= 0) return;
  throw new TooMany(
    `A code was sent a moment ago. Request another code in ${wait} seconds.`,
    wait,
    {
      code: "code_cooldown",
      hint: "Use the code that was already sent.",
    },
  );
}

/** The client that requests a code. */
type Client = Pick<Anonymous, "client" | "network">;

/**
 * Stores the hash of a new code, which replaces the client's last one for this email and purpose. Returns the code
 * itself.
 */
export async function keepCode(
  { tx, actor, now }: Pick<WriteContext, "tx" | "now"> & { actor: Client },
  email: string,
  purpose: Purpose,
) {
  const code = newCode();
  const salt = newSalt();
  const expiresAt = new Date(now.getTime() + CODE_MS).toISOString();
  const row = {
    email,
    purpose,
    client: actor.client,
    network: actor.network,
    salt,
    code_hash: hashCode(code, email, purpose, salt),
    sent_at: now.toISOString(),
    expires_at: expiresAt,
  };
  await tx.insertInto("one_time_codes").values(row)
    .onConflict((c) => c.columns(["email", "purpose", "client"]).doUpdateSet(row)).execute();
  return { code, expiresAt };
}

/** The hash of a valid code. */
interface StoredCode {
  email: string;
  purpose: Purpose;
  salt: string;
  code_hash: string;
}

/** Reads the valid codes that a client can enter: the newest, which any client can, and the one it requested itself. */
export async function readCodes(
  { db, actor, now }: ReadContext<Anonymous>,
  { email, purpose }: { email: string; purpose: Purpose },
): Promise<{ own?: StoredCode | undefined; newest?: StoredCode | undefined }> {
  const codes = await db.selectFrom("one_time_codes").selectAll()
    .where("email", "=", email).where("purpose", "=", purpose)
    .where("expires_at", ">", now.toISOString()).where("code_hash", "<>", SPENT)
    .orderBy("sent_at", "desc").execute();
  return { own: codes.find(({ client }) => client === actor.client), newest: codes[0] };
}

/** Returns whether this code was entered. */
export function isCode({ email, purpose, salt, code_hash }: StoredCode, entered: string): boolean {
  return sameHash(hashCode(entered, email, purpose, salt), code_hash);
}

/** Returns whether an email address has a valid code for any purpose. */
export async function isCodeOutstanding({ db, now }: ReadContext, email: string): Promise<boolean> {
  const found = await db.selectFrom("one_time_codes").select("email").where("email", "=", email)
    .where("expires_at", ">", now.toISOString()).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Invalidates all codes of an email address. */
export async function dropCodes({ tx }: WriteContext, email: string): Promise<void> {
  await tx.deleteFrom("one_time_codes").where("email", "=", email).execute();
}

/** Invalidates the codes that this client requested for an email address. They still count as sent. */
export async function spendOwnCodes(
  { tx, actor }: WriteContext<Anonymous>,
  email: string,
): Promise<void> {
  await tx.updateTable("one_time_codes").set({ code_hash: SPENT }).where("email", "=", email)
    .where("client", "=", actor.client).execute();
}
