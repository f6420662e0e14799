import type { WriteContext } from "../core/operation.ts";
import { hashToken, newToken, tokenPrefixes } from "../core/secrets.ts";
import type { OpenedSession } from "./open.ts";
import type { TokenPair } from "./schema.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long each kind of token is valid, in milliseconds. */
export const tokenLifetimes = { cookie: 60 * DAY, access: HOUR, refresh: 60 * DAY };

/** Creates a token for a session, and stores only its hash. */
export async function issueToken(
  { tx, now }: WriteContext,
  sessionId: string,
  kind: "cookie" | "access" | "refresh",
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken(kind === "cookie" ? "" : tokenPrefixes[kind]);
  const expiresAt = new Date(now.getTime() + tokenLifetimes[kind]).toISOString();
  await tx.insertInto("session_tokens").values({
    hash: hashToken(token),
    session_id: sessionId,
    kind,
    expires_at: expiresAt,
    used_at: null,
  }).execute();
  return { token, expiresAt };
}

/** Creates an access and a refresh token for an API session. */
export async function issuePair(context: WriteContext, session: OpenedSession): Promise<TokenPair> {
  const access = await issueToken(context, session.id, "access");
  const refresh = await issueToken(context, session.id, "refresh");
  return {
    accessToken: access.token,
    refreshToken: refresh.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshTokenExpiresAt: refresh.expiresAt,
    session: { ...session, expiresAt: refresh.expiresAt, current: true },
  };
}
