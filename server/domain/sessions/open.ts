import { knownAddress, type Source } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { makeRoomForSession, purgeSessions } from "./purge.ts";
import type { Session } from "./schema.ts";

/** A new session. Its token determines when it ends. */
export type OpenedSession = Omit<Session, "expiresAt" | "current">;

/** Opens a session for a user in their last used workspace. A user has at most a hundred sessions. */
export async function openSession(
  context: WriteContext<Source>,
  userId: string,
  kind: "browser" | "api",
  label: string,
): Promise<OpenedSession> {
  const { tx, actor, now } = context;
  const at = now.toISOString();
  const last = await tx.selectFrom("profiles as p")
    .leftJoin(
      "sessions as s",
      (join) =>
        join.onRef("s.workspace_id", "=", "p.workspace_id").onRef("s.user_id", "=", "p.user_id"),
    )
    .select("p.workspace_id").where("p.user_id", "=", userId).where("p.removed_at", "is", null)
    .where("p.suspended_at", "is", null)
    .orderBy("s.last_seen_at", "desc").limit(1).executeTakeFirst();
  await purgeSessions(context);
  await makeRoomForSession(context, userId);
  const address = knownAddress(actor.address);
  const session = { id: newId("sess", now), kind, label, createdAt: at, lastSeenAt: at, address };
  await tx.insertInto("sessions").values({
    id: session.id,
    user_id: userId,
    kind,
    label,
    workspace_id: last?.workspace_id ?? null,
    created_at: at,
    last_seen_at: at,
    address,
    revoked_at: null,
  }).execute();
  return session;
}
