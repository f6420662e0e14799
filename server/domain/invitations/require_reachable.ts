import { invalidField } from "../core/errors.ts";
import type { ContextServices, ReadContext } from "../core/operation.ts";

/**
 * Returns the account of an address, or undefined. Without an account, the person can create one, unless the server
 * accepts no new accounts.
 * @throws Invalid if nobody could accept an invitation sent there
 */
export async function requireReachable(
  { db }: ReadContext,
  { settings }: ContextServices,
  email: string,
): Promise<{ id: string } | undefined> {
  const user = await db.selectFrom("users").select("id").where("email", "=", email)
    .executeTakeFirst();
  if (user || settings.signup !== "closed") return user;
  throw invalidField(
    "email",
    `${email} has no account, and this server doesn't allow sign-ups.`,
    {
      code: "signup_closed",
      hint: "Ask the server operator to set BACKLOG_SIGNUP to 'invite', then try again.",
    },
  );
}
