import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import { NotFound } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { principalOperation } from "../core/operation.ts";

/**
 * Revokes one of one's own personal access tokens: it is refused at the next request. What it did keeps naming it.
 * @throws NotFound when there is none, or it is revoked already: of two who revoke it one is told so
 */
export const revokePersonalToken = principalOperation({
  name: "credentials.revoke",
  scope: "tokens.manage",
  input: z.strictObject({ credentialId: keys.credential }),
  async run(context, { credentialId }): Promise<void> {
    const { tx, actor, now } = context;
    const revoked = await tx.updateTable("credentials").set({ revoked_at: now.toISOString() })
      .where("id", "=", credentialId).where("user_id", "=", actor.userId)
      .where("revoked_at", "is", null).returning("label").executeTakeFirst();
    if (!revoked) throw noSuchToken(credentialId);
    await auditUser(context, actor.userId, {
      kind: "token.revoked",
      subject: { kind: "credential", id: credentialId, name: revoked.label },
    });
  },
});

function noSuchToken(credentialId: string): NotFound {
  return new NotFound(`You have no personal access token ${credentialId}.`, {
    hint: "List your tokens to find its id.",
  });
}
