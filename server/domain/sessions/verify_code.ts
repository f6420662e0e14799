import { type DomainError, invalidField } from "../core/errors.ts";
import { publicOperation, Refused, type WriteContext } from "../core/operation.ts";
import type { Anonymous } from "../core/actor.ts";
import { auditEmail, auditUser } from "../audit/write.ts";
import { dropCodes, isCode, isCodeOutstanding, readCodes, spendOwnCodes } from "./one_time_code.ts";
import { capOn, countWrongCode, forgetWrongCodes, lockOn } from "./sign_in_lockout.ts";
import { type OpenedSession, openSession } from "./open.ts";
import { issuePair, issueToken } from "./tokens.ts";
import { CodeVerification, type TokenPair } from "./schema.ts";
import { findOrAddUser } from "./signup.ts";

/** Verifies a code and opens an API session. @throws Invalid, TooMany, Forbidden as in `admit` */
export const verifyCode = publicOperation({
  name: "auth.verify",
  scope: null,
  input: CodeVerification,
  async run(context, input): Promise<TokenPair | Refused> {
    const admitted = await admit(context, input);
    if (admitted instanceof Refused) return admitted;
    const session = await openSession(context, admitted.userId, "api", input.label ?? "API");
    await auditOpening(context, admitted.userId, session);
    return await issuePair(context, session);
  },
});

/** The cookie's secret, and whether this is the first sign-in. */
export interface BrowserSession {
  token: string;
  expiresAt: string;
  isNew: boolean;
}

/** Verifies a code and opens a browser session. @throws Invalid, TooMany, Forbidden as in `admit` */
export const verifyCodeInBrowser = publicOperation({
  name: "auth.verifyInBrowser",
  scope: null,
  input: CodeVerification,
  async run(context, input): Promise<BrowserSession | Refused> {
    const admitted = await admit(context, input);
    if (admitted instanceof Refused) return admitted;
    const label = input.label ?? "Browser";
    const session = await openSession(context, admitted.userId, "browser", label);
    await auditOpening(context, admitted.userId, session);
    const cookie = await issueToken(context, session.id, "cookie");
    return { ...cookie, isNew: admitted.isNew };
  },
});

/**
 * Admits the person with the correct code. If others have used up the attempts for an address, only the client that
 * requested a code can still enter it.
 * @returns the user, or a refusal whose count must be stored
 * @throws Forbidden if the server doesn't accept new accounts
 */
async function admit(
  context: WriteContext<Anonymous>,
  input: CodeVerification,
): Promise<{ userId: string; isNew: boolean } | Refused> {
  const locked = await lockOn(context, input.email);
  const refusal = locked ?? await capOn(context, input.email);
  const { own, newest } = await readCodes(context, input);
  if (refusal && !own) return refusal;
  const valid = refusal ? [own] : [own, newest];
  if (!valid.some((code) => code && isCode(code, input.code))) {
    return await refuse(context, input.email, { locked, refusal });
  }
  await dropCodes(context, input.email);
  await forgetWrongCodes(context, input.email);
  const user = await findOrAddUser(context, input);
  return user ? { userId: user.id, isNew: user.isNew } : new Refused(wrongCode());
}

/**
 * Refuses a wrong code. It counts only while a correct one exists, so an address without a requested code can't be locked.
 * @param refusal refuses everyone but the client that requested its code; its first wrong code then ends the attempt
 */
async function refuse(
  context: WriteContext<Anonymous>,
  email: string,
  { locked, refusal }: { locked: Refused | null; refusal: Refused | null },
): Promise<Refused> {
  if (!refusal && !await isCodeOutstanding(context, email)) return new Refused(wrongCode());
  const lock = locked ? null : await countWrongCode(context, email);
  if (lock) await auditEmail(context, email, { kind: "signin.locked_out" });
  const answer = lock ?? refusal;
  if (!answer) return new Refused(wrongCode());
  await spendOwnCodes(context, email);
  return answer;
}

async function auditOpening(
  context: WriteContext<Anonymous>,
  userId: string,
  session: OpenedSession,
): Promise<void> {
  const credential = { kind: "session", id: session.id };
  const data = { label: session.label, sessionKind: session.kind };
  const source = { ...context, actor: { ...context.actor, credential } };
  await auditUser(source, userId, { kind: "session.opened", data });
}

function wrongCode(): DomainError {
  return invalidField("code", "This code is wrong, expired, or already used.", {
    code: "code_invalid",
    hint: "Check the digits, or request a new code.",
  });
}
