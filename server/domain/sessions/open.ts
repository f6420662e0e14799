import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { hashToken, newToken, tokenPrefixes } from "../core/secrets.ts";
import { makeRoomForSession, purgeSessions } from "./purge.ts";
import type { Session, TokenPair } from "./schema.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long each kind of token lives, in milliseconds. */
export const lifetimes = { cookie: 60 * DAY, access: HOUR, refresh: 60 * DAY };

/** A session as it is opened: when it ends is its token's to say. */
export type OpenedSession = Omit<Session, "expiresAt" | "current">;

/** Opens a session for a user in the workspace that they used last; they have a hundred at most. */
export async function openSession(
  context: Pick<WriteContext, "tx" | "now">,
  userId: string,
  kind: "browser" | "api",
  label: string,
): Promise<OpenedSession> {
  const { tx, now } = context;
  const at = now.toISOString();
  const last = await tx.selectFrom("profiles as p")
    .leftJoin(
      "sessions as s",
      (join) =>
        join.onRef("s.workspace_id", "=", "p.workspace_id").onRef("s.user_id", "=", "p.user_id"),
    )
    .select("p.workspace_id").where("p.user_id", "=", userId).where("p.removed_at", "is", null)
    .orderBy("s.last_seen_at", "desc").limit(1).executeTakeFirst();
  await purgeSessions(context);
  await makeRoomForSession(context, userId);
  const session = { id: newId("sess", now), kind, label, createdAt: at, lastSeenAt: at };
  await tx.insertInto("sessions").values({
    id: session.id,
    user_id: userId,
    kind,
    label,
    workspace_id: last?.workspace_id ?? null,
    created_at: at,
    last_seen_at: at,
    revoked_at: null,
  }).execute();
  return session;
}

/** A new token for a session; only its hash is stored. */
export async function issueToken(
  { tx, now }: Pick<WriteContext, "tx" | "now">,
  sessionId: string,
  kind: "cookie" | "access" | "refresh",
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken(kind === "cookie" ? "" : tokenPrefixes[kind]);
  const expiresAt = new Date(now.getTime() + lifetimes[kind]).toISOString();
  await tx.insertInto("session_tokens").values({
    hash: hashToken(token),
    session_id: sessionId,
    kind,
    expires_at: expiresAt,
    used_at: null,
  }).execute();
  return { token, expiresAt };
}

/** A fresh access and refresh token for an API session. */
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

/**
 * Ends a session: none of its tokens is good any more. Used refresh tokens stay known, to be told if they come back.
 * @returns whether it hadn't ended already
 */
export async function endSession({ tx, now }: WriteContext, sessionId: string): Promise<boolean> {
  const ended = await tx.updateTable("sessions").set({ revoked_at: now.toISOString() })
    .where("id", "=", sessionId).where("revoked_at", "is", null).returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}
