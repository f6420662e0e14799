import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import { NotFound } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { principalOperation, type WriteContext } from "../core/operation.ts";

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

/**
 * Ends all of one's own sessions but the asking one: each is refused at its next request.
 * @returns how many were ended
 * @throws Forbidden with anything but a signed-in session, which alone has others
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
 * Ends one of one's own sessions, the asking one too: it is refused at the next request.
 * @throws NotFound when there is none, or it has ended already: of two who end it one is told so
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
    if (!ended) throw new NotFound(`You have no session ${sessionId}.`);
    await auditUser(context, actor.userId, {
      kind: "session.revoked",
      subject: { kind: "session", id: sessionId, name: ended.label },
    });
  },
});
