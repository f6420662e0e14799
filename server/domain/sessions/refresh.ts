import { auditUser } from "../audit/write.ts";
import { knownAddress } from "../core/actor.ts";
import { Unauthenticated } from "../core/errors.ts";
import { publicOperation, Refused } from "../core/operation.ts";
import { hashToken } from "../core/secrets.ts";
import { endSession } from "./end.ts";
import { issuePair } from "./tokens.ts";
import { purgeSessions } from "./purge.ts";
import { Refresh, type TokenPair } from "./schema.ts";

/**
 * Exchanges a refresh token for a new pair, and invalidates the old pair. If a refresh token was already used, two
 * clients have it, so the whole session ends. RFC 9700, 4.14.2
 * @throws Unauthenticated for a token that is unknown, expired, or used, or whose session has ended
 */
export const refreshSession = publicOperation({
  name: "auth.refresh",
  scope: null,
  input: Refresh,
  async run(context, { refreshToken }): Promise<TokenPair | Refused> {
    const { tx, actor, now } = context;
    const hash = hashToken(refreshToken);
    const found = await tx.selectFrom("session_tokens as t")
      .innerJoin("sessions as s", "s.id", "t.session_id")
      .select([
        "s.id",
        "s.user_id",
        "s.label",
        "s.created_at",
        "s.revoked_at",
        "t.used_at",
        "t.expires_at",
      ])
      .where("t.hash", "=", hash).where("t.kind", "=", "refresh").executeTakeFirst();
    if (!found || found.revoked_at) throw deadToken();
    if (found.used_at) {
      await endSession(context, found.id);
      const credential = { kind: "session", id: found.id };
      await auditUser({ ...context, actor: { ...actor, credential } }, found.user_id, {
        kind: "session.refresh_reused",
        data: { label: found.label },
      }, "unknown");
      return new Refused(reusedToken());
    }
    const at = now.toISOString();
    if (found.expires_at <= at) throw deadToken();
    await tx.updateTable("session_tokens").set({ used_at: at }).where("hash", "=", hash).execute();
    await tx.deleteFrom("session_tokens").where("session_id", "=", found.id)
      .where("kind", "=", "access").execute();
    const address = knownAddress(actor.address);
    await tx.updateTable("sessions").set({ last_seen_at: at, address })
      .where("id", "=", found.id).execute();
    await purgeSessions(context);
    return await issuePair(context, {
      id: found.id,
      kind: "api",
      label: found.label,
      createdAt: found.created_at,
      lastSeenAt: at,
      address,
    });
  },
});

function deadToken(): Unauthenticated {
  return new Unauthenticated("This refresh token is invalid, expired, or revoked.", {
    code: "refresh_token_invalid",
    hint: "Sign in again with a code.",
  });
}

function reusedToken(): Unauthenticated {
  return new Unauthenticated("This refresh token was already used, so the session was ended.", {
    code: "refresh_token_reused",
    hint: "Someone else might have your token. Sign in again with a code.",
  });
}
