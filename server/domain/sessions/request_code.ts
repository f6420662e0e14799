import { type ContextServices, publicOperation, type Refused } from "../core/operation.ts";
import { COOLDOWN_MS, keepCode, requireCooledDown } from "./one_time_code.ts";
import { lockOn } from "./sign_in_lockout.ts";
import { purgeSignIn } from "./purge.ts";
import { CodeRequest } from "./schema.ts";
import { canSignUp, whyNoAccount } from "./signup.ts";

/**
 * Sends a sign-in code. The response is the same for known and unknown addresses, but the email isn't: if a code would
 * be useless, it says why.
 * @throws TooMany in cooldown or lockout
 */
export const requestCode = publicOperation({
  name: "auth.request",
  scope: null,
  input: CodeRequest,
  async run(
    context,
    { email, purpose },
  ): Promise<{ expiresAt: string } | Refused> {
    const { tx, services, afterCommit } = context;
    const locked = await lockOn(context, email);
    if (locked) return locked;
    await requireCooledDown(context, email);
    await purgeSignIn(context);
    const { code, expiresAt } = await keepCode(context, email, purpose);
    const known = await tx.selectFrom("users").select("id").where("email", "=", email)
      .executeTakeFirst();
    const welcome = !known && await canSignUp(context, email);
    const useful = known || (purpose === "signup" && welcome);
    afterCommit(() =>
      useful ? sendCode(services, email, code) : sendRefusal(services, email, welcome)
    );
    return { expiresAt };
  },
});

function sendCode({ mailer, settings }: ContextServices, to: string, code: string): void {
  mailer.send({
    to,
    subject: `${code} is your Backlog code`,
    text: `Your Backlog sign-in code is ${code}\n\n` +
      "The code expires in ten minutes and works once.\n\n" +
      `If you didn't request this code, ignore this email. Nobody can sign in without the code.\n\n${settings.origin}\n`,
    // After this time, the person can request another one
    usefulMs: COOLDOWN_MS,
    summary: `code ${code}`,
  });
}

/** @param welcome whether the address can sign up */
function sendRefusal(services: ContextServices, to: string, welcome: boolean): void {
  const { mailer, settings } = services;
  const { message, hint } = whyNoAccount(services);
  const next = welcome
    ? `To create an account, open ${settings.origin}/auth/signup.`
    : `${message} ${hint}`;
  const none = "There is no Backlog account for this address";
  mailer.send({
    to,
    subject: "Signing in to Backlog",
    text: `${none}\n\n${next}\n`,
    summary: `${none}. ${next}`,
  });
}
