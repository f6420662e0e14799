import { Forbidden } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { isInvited } from "../invitations/pending.ts";
import type { ContextServices, ReadContext, WriteContext } from "../core/operation.ts";

/**
 * Whether a new address may make an account: any where sign-up is open, an invited one unless it is closed, and the
 * first one on a server always. `BACKLOG_SIGNUP`
 */
export async function canSignUp(context: ReadContext, email: string): Promise<boolean> {
  const { db, services: { settings: { signup } } } = context;
  if (signup === "open") return true;
  if (signup === "invite" && await isInvited(context, email)) return true;
  const anyone = await db.selectFrom("users").select("id").limit(1).executeTakeFirst();
  return anyone === undefined;
}

/**
 * The user who signs in with this address; made now if they are new.
 * @returns null when they are new and purpose is not `signup`
 * @throws Forbidden if the server takes no new accounts
 */
export async function findOrAddUser(
  context: WriteContext,
  given: { email: string; purpose: "signin" | "signup"; name?: string | undefined },
): Promise<{ id: string; isNew: boolean } | null> {
  const { tx, services, now } = context;
  const known = await tx.selectFrom("users").select("id").where("email", "=", given.email)
    .executeTakeFirst();
  if (known) {
    await tx.updateTable("users").set({ verified_at: now.toISOString() })
      .where("id", "=", known.id).where("verified_at", "is", null).execute();
    return { id: known.id, isNew: false };
  }
  if (given.purpose !== "signup") return null;
  if (!await canSignUp(context, given.email)) {
    const { message, hint } = whyNoAccount(services);
    throw new Forbidden(message, { code: "signup_not_allowed", hint });
  }
  const id = newId("user", now);
  await tx.insertInto("users").values({
    id,
    email: given.email,
    name: given.name ?? given.email.split("@")[0]!,
    created_at: now.toISOString(),
    verified_at: now.toISOString(),
  }).execute();
  return { id, isNew: true };
}

/** Why an address that may make no account may not, and what its owner can do. */
export function whyNoAccount({ settings }: ContextServices): { message: string; hint: string } {
  if (settings.signup === "closed") {
    return {
      message: "This server doesn't allow sign-ups.",
      hint:
        "Ask the server operator to allow sign-ups, or sign in with the address of an existing account.",
    };
  }
  return {
    message: "New accounts on this server require an invitation.",
    hint: "Ask an owner or admin of the workspace to invite your address.",
  };
}
