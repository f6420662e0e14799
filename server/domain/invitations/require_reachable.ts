import { invalidField } from "../core/errors.ts";
import type { ContextServices, ReadContext } from "../core/operation.ts";

/**
 * The account that an address has, undefined without one: then whoever reads its mail can still make one, unless the
 * server takes no new accounts.
 * @throws Invalid where nobody could accept an invitation sent there
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
