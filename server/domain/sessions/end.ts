import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import { NotFound } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { principalOperation, type WriteContext } from "../core/operation.ts";

/** Ends a session and invalidates its tokens. Used refresh tokens stay stored, so that reusing one is recognized. */
export async function endSession({ tx, now }: WriteContext, sessionId: string): Promise<void> {
  await tx.updateTable("sessions").set({ revoked_at: now.toISOString() })
    .where("id", "=", sessionId).where("revoked_at", "is", null).execute();
}

/**
 * Ends all of the actor's sessions except the requesting one, from their next request.
 * @returns the number of ended sessions
 * @throws Forbidden unless the request has a signed-in session
 */
export const endOtherSessions = principalOperation({
  name: "sessions.endOthers",
  scope: null,
  input: z.strictObject({}),
  async run(context): Promise<{ revoked: number }> {
    const { tx, actor, now } = context;
    const ended = await tx.updateTable("sessions").set({ revoked_at: now.toISOString() })
      .where("user_id", "=", actor.userId).where("id", "!=", actor.credential.id)
      .where("revoked_at", "is", null).returning("id").execute();
    if (ended.length > 0) {
      await auditUser(context, actor.userId, {
        kind: "session.others_revoked",
        data: { count: ended.length },
      });
    }
    return { revoked: ended.length };
  },
});

/**
 * Ends one of the actor's sessions, which can be the requesting one, from its next request.
 * @throws NotFound if there is no such session, or it has already ended
 */
export const endOwnSession = principalOperation({
  name: "sessions.end",
  scope: "tokens.manage",
  input: z.strictObject({ sessionId: keys.session }),
  async run(context, { sessionId }): Promise<void> {
    const { tx, actor, now } = context;
    const ended = await tx.updateTable("sessions").set({ revoked_at: now.toISOString() })
      .where("id", "=", sessionId).where("user_id", "=", actor.userId)
      .where("revoked_at", "is", null).returning("label").executeTakeFirst();
    if (!ended) throw new NotFound(`Session ${sessionId} not found.`);
    await auditUser(context, actor.userId, {
      kind: "session.revoked",
      subject: { kind: "session", id: sessionId, name: ended.label },
    });
  },
});
