import { auditUser } from "../audit/record.ts";
import { newId } from "../ids.ts";
import { principalOperation } from "../operation.ts";
import { hashToken, newToken, shownPrefix, tokenPrefixes } from "../secrets.ts";
import { type Credential, CredentialCreate } from "./schema.ts";

const DAY = 24 * 3_600_000;

/** A new personal access token, and its secret: shown here and never again. */
export interface NewCredential {
  credential: Credential;
  token: string;
}

/**
 * Makes a personal access token: it acts as its owner, within its scopes, in every workspace they belong to, and
 * starts in the one that their session has open. It can read only, unless scopes are named. It takes a session to
 * make one, so that a token can't make another that outlives or exceeds it. `contract.md`, Who may do what
 * @throws Forbidden with anything but a signed-in session
 */
export const createCredential = principalOperation({
  name: "credentials.create",
  scope: "tokens.manage",
  session: true,
  input: CredentialCreate,
  async run({ tx, actor, now }, { label, scopes, expiresInDays }): Promise<NewCredential> {
    const token = newToken(tokenPrefixes.pat);
    const credential: Credential = {
      id: newId("cred", now),
      label,
      prefix: shownPrefix(token),
      scopes,
      status: "active",
      createdAt: now.toISOString(),
      expiresAt: expiresInDays === undefined
        ? null
        : new Date(now.getTime() + expiresInDays * DAY).toISOString(),
      lastUsedAt: null,
    };
    await tx.insertInto("credentials").values({
      id: credential.id,
      kind: "pat",
      user_id: actor.userId,
      automation_id: null,
      workspace_id: actor.activeWorkspaceId,
      label,
      prefix: credential.prefix,
      hash: hashToken(token),
      scopes: JSON.stringify(scopes),
      created_at: credential.createdAt,
      expires_at: credential.expiresAt,
      last_used_at: null,
      revoked_at: null,
    }).execute();
    await auditUser(tx, actor, now, actor.userId, {
      kind: "token.created",
      subject: { kind: "credential", id: credential.id, name: label },
      data: { scopes, expiresAt: credential.expiresAt },
    });
    return { credential, token };
  },
});
