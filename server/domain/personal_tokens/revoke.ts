import { z } from "zod";
import { auditUser } from "../audit/write.ts";
import type { Principal } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { principalOperation, type ReadContext } from "../core/operation.ts";

/**
 * Revokes one of the actor's personal access tokens from the next request on. Activity keeps its name.
 * @throws NotFound if it doesn't exist or is already revoked, or several tokens have this label
 */
export const revokePersonalToken = principalOperation({
  name: "credentials.revoke",
  scope: "tokens.manage",
  input: z.strictObject({ credentialId: keys.credential }),
  async run(context, { credentialId }): Promise<void> {
    const { tx, actor, now } = context;
    const id = await idOf(context, credentialId);
    const revoked = await tx.updateTable("credentials").set({ revoked_at: now.toISOString() })
      .where("id", "=", id).where("user_id", "=", actor.userId)
      .where("revoked_at", "is", null).returning(["id", "label"]).executeTakeFirst();
    if (!revoked) throw await notRevocable(context, id);
    await auditUser(context, actor.userId, {
      kind: "token.revoked",
      subject: { kind: "credential", id: revoked.id, name: revoked.label },
    });
  },
});

/**
 * Returns the ID of one of the actor's tokens by ID or label, or the word itself if there is none. Valid tokens come
 * before expired ones.
 */
async function idOf({ db, actor, now }: ReadContext<Principal>, word: string): Promise<string> {
  if (word.startsWith("cred_")) return word;
  const all = await db.selectFrom("credentials").select(["id", "label as name", "expires_at"])
    .where("user_id", "=", actor.userId).where("revoked_at", "is", null).execute();
  const isOver = (at: string | null) => at !== null && at <= now.toISOString();
  const labelled = all.map(({ expires_at: at, ...one }) => ({
    ...one,
    archived_at: isOver(at) ? at : null,
  }));
  return findOnlyByName(word, labelled, ({ id }) => id)?.id ?? word;
}

async function notRevocable(
  { db, actor }: ReadContext<Principal>,
  credentialId: string,
): Promise<NotFound> {
  const known = await db.selectFrom("credentials").select("label").where("id", "=", credentialId)
    .where("user_id", "=", actor.userId).executeTakeFirst();
  if (known) return new NotFound(`The token ${known.label} is already revoked.`);
  return new NotFound(`Personal access token ${credentialId} not found.`, {
    hint: "To find the token's ID, list your tokens.",
  });
}
