import { Forbidden } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { isInvited } from "../invitations/pending.ts";
import type { ContextServices, ReadContext, Services, WriteContext } from "../core/operation.ts";

/**
 * Returns whether a new address can get an account: any address with open sign-up, invited ones unless sign-up is closed,
 * and always the first one on a server. `BACKLOG_SIGNUP`
 */
export async function canSignUp(context: ReadContext, email: string): Promise<boolean> {
  const { signup } = context.services.settings;
  if (signup === "open") return true;
  if (signup === "invite" && await isInvited(context, email)) return true;
  return await isEmptyServer(context);
}

/** Returns who can create an account now: anyone if it's the first one on the server. `BACKLOG_SIGNUP` */
export async function findSignup(services: Services): Promise<Services["settings"]["signup"]> {
  const { database, clock, settings } = services;
  const context = { actor: undefined, db: database.read, now: clock(), services };
  return await isEmptyServer(context) ? "open" : settings.signup;
}

async function isEmptyServer({ db }: ReadContext<unknown>): Promise<boolean> {
  return await db.selectFrom("users").select("id").limit(1).executeTakeFirst() === undefined;
}

/**
 * Returns the user with this address, and creates a new user if needed.
 * @returns null if the user would be new and the purpose isn't `signup`
 * @throws Forbidden if the server doesn't accept new accounts
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

/** Returns why an address can't get an account, and what its owner can do. */
export function whyNoAccount({ settings }: ContextServices): { message: string; hint: string } {
  if (settings.signup === "closed") {
    return {
      message: "This server doesn't allow sign-ups.",
      hint:
        "Ask the server operator to allow sign-ups, or sign in with the email address of an existing account.",
    };
  }
  return {
    message: "New accounts on this server require an invitation.",
    hint: "Ask an owner or admin of the workspace to invite your email address.",
  };
}
