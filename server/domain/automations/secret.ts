import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { hashToken, newToken, shownPrefix, tokenPrefixes } from "../core/secrets.ts";
import type { AutomationCredential } from "./schema.ts";

/** Stores the hash of a new secret. The previous secret must already be revoked. */
export async function issueSecret(
  { tx, now }: WriteContext,
  automationId: string,
  label: string,
): Promise<{ secret: string; credential: AutomationCredential }> {
  const secret = newToken(tokenPrefixes.automationSecret);
  const credential: AutomationCredential = {
    id: newId("cred", now),
    label,
    prefix: shownPrefix(secret),
    createdAt: now.toISOString(),
    lastUsedAt: null,
  };
  await tx.insertInto("credentials").values({
    id: credential.id,
    kind: "automation",
    user_id: null,
    automation_id: automationId,
    workspace_id: null,
    label,
    prefix: credential.prefix,
    hash: hashToken(secret),
    scopes: null,
    created_at: credential.createdAt,
    expires_at: null,
    last_used_at: null,
    revoked_at: null,
  }).execute();
  return { secret, credential };
}

/** Revokes an automation's secret, and with it every access token that it was exchanged for. */
export async function endSecret({ tx, now }: WriteContext, automationId: string): Promise<void> {
  const ended = await tx.updateTable("credentials").set({ revoked_at: now.toISOString() })
    .where("automation_id", "=", automationId).where("revoked_at", "is", null)
    .returning("id").execute();
  for (const { id } of ended) {
    await tx.deleteFrom("automation_tokens").where("credential_id", "=", id).execute();
  }
}
