import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import { Forbidden, Unauthenticated } from "../core/errors.ts";
import { principalOperation, publicOperation } from "../core/operation.ts";
import { hashToken, tokenPrefixes } from "../core/secrets.ts";
import { endSession } from "./end.ts";
import { Revocation } from "./schema.ts";

/** Ends the actor's own session. */
export const signOut = principalOperation({
  name: "auth.signOut",
  scope: null,
  input: z.strictObject({}),
  async run(context): Promise<{ revoked: true }> {
    const { actor } = context;
    await endSession(context, actor.credential.id);
    await auditUser(context, actor.userId, { kind: "session.ended" });
    return { revoked: true };
  },
});

/**
 * Ends the session of an access token, a refresh token, or both. An unknown or expired token isn't an error, because it
 * is invalid either way. RFC 7009, 2.2
 * @param accessToken from the `Authorization` header, if any
 * @throws Unauthenticated without a token; Forbidden for a token of another kind, which would stay valid
 */
export const revokeSession = publicOperation({
  name: "auth.revoke",
  scope: null,
  input: Revocation.extend({ accessToken: z.string().optional() }),
  async run(context, { accessToken, refreshToken }): Promise<{ revoked: true }> {
    const tokens = [accessToken, refreshToken].filter((token) => token !== undefined);
    if (tokens.length === 0) {
      throw new Unauthenticated("Send the session's access token, its refresh token, or both.");
    }
    tokens.forEach(requireSessionToken);
    const found = await context.tx.selectFrom("session_tokens as t")
      .innerJoin("sessions as s", "s.id", "t.session_id").select(["s.id", "s.user_id"]).distinct()
      .where("t.hash", "in", tokens.map(hashToken)).where("t.kind", "in", ["access", "refresh"])
      .where("s.revoked_at", "is", null).execute();
    for (const { id, user_id } of found) {
      await endSession(context, id);
      const credential = { kind: "session", id };
      const source = { ...context, actor: { ...context.actor, credential } };
      await auditUser(source, user_id, { kind: "session.ended" });
    }
    return { revoked: true };
  },
});

/** How tokens of other kinds are revoked, by prefix. */
const endedElsewhere: [prefix: string, hint: string][] = [
  [
    tokenPrefixes.pat,
    "Revoke a personal access token with DELETE /api/v1/personal-access-tokens/{credentialId}, or in the settings, under Security.",
  ],
  [
    tokenPrefixes.automationAccess,
    "Rotate the automation's secret, which revokes its access tokens, or suspend the automation.",
  ],
  [tokenPrefixes.automationSecret, "Rotate the automation's secret, which revokes the old one."],
];

function requireSessionToken(token: string): void {
  if (token.startsWith(tokenPrefixes.access) || token.startsWith(tokenPrefixes.refresh)) return;
  throw new Forbidden("No session was ended, because this token doesn't belong to a session.", {
    code: "not_a_session",
    hint: endedElsewhere.find(([prefix]) => token.startsWith(prefix))?.[1] ??
      "Send the accessToken or refreshToken from the sign-in response.",
  });
}
