import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import type { Principal } from "../core/actor.ts";
import { theOneCalled } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { principalOperation, type ReadContext } from "../core/operation.ts";

/**
 * Revokes one of one's own personal access tokens: it is refused at the next request. What it did keeps naming it.
 * @throws NotFound when there is none, or it is revoked already: of two who revoke it one is told so; or several are
 *   labelled so
 */
export const revokePersonalToken = principalOperation({
  name: "credentials.revoke",
  scope: "tokens.manage",
  input: z.strictObject({ credentialId: keys.credential }),
  async run(context, { credentialId }): Promise<void> {
    const { tx, actor, now } = context;
    const revoked = await tx.updateTable("credentials").set({ revoked_at: now.toISOString() })
      .where("id", "=", await idOf(context, credentialId)).where("user_id", "=", actor.userId)
      .where("revoked_at", "is", null).returning("label").executeTakeFirst();
    if (!revoked) throw noSuchToken(credentialId);
    await auditUser(context, actor.userId, {
      kind: "token.revoked",
      subject: { kind: "credential", id: credentialId, name: revoked.label },
    });
  },
});

/** The id that a word names one of the actor's good tokens by: an id, or a label; the word itself where that is none's. */
async function idOf({ db, actor }: ReadContext<Principal>, word: string): Promise<string> {
  if (word.startsWith("cred_")) return word;
  const labelled = await db.selectFrom("credentials").select(["id", "label as name"])
    .where("user_id", "=", actor.userId).where("revoked_at", "is", null).execute();
  return theOneCalled(word, labelled, ({ id }) => id)?.id ?? word;
}

function noSuchToken(credentialId: string): NotFound {
  return new NotFound(`You have no personal access token ${credentialId}.`, {
    hint: "List your tokens to find its id.",
  });
}
