import { auditUser } from "../audit/write.ts";
import { Conflict } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { principalOperation, type ReadContext } from "../core/operation.ts";
import { hashToken, newToken, shownPrefix, tokenPrefixes } from "../core/secrets.ts";
import { type PersonalToken, PersonalTokenCreate } from "./schema.ts";

const DAY = 24 * 3_600_000;
/** The maximum number of valid tokens per person. */
const MOST_TOKENS = 50;

/** A new personal access token, and its secret: shown here and never again. */
export interface NewPersonalToken {
  credential: PersonalToken;
  token: string;
}

/**
 * Creates a personal access token. It acts as its owner within its scopes, in all of their workspaces, and starts in
 * the session's active one. By default, it has read scopes. This requires a session, so that a token can't create one
 * that outlives or exceeds it. `RULES.md`, Permissions
 * @throws Forbidden without a signed-in session; Conflict if the person has fifty valid tokens
 */
export const createPersonalToken = principalOperation({
  name: "credentials.create",
  scope: "tokens.manage",
  session: true,
  input: PersonalTokenCreate,
  async run(context, { label, scopes, expiresInDays }): Promise<NewPersonalToken> {
    const { tx, actor, now } = context;
    await requireRoomForPersonalToken(context, actor.userId);
    const token = newToken(tokenPrefixes.pat);
    const credential: PersonalToken = {
      id: newId("cred", now),
      label,
      prefix: shownPrefix(token),
      scopes,
      status: "active",
      createdAt: now.toISOString(),
      expiresAt: expiresInDays === null
        ? null
        : new Date(now.getTime() + expiresInDays * DAY).toISOString(),
      revokedAt: null,
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
    await auditUser(context, actor.userId, {
      kind: "token.created",
      subject: { kind: "credential", id: credential.id, name: label },
      data: { scopes, expiresAt: credential.expiresAt },
    });
    return { credential, token };
  },
});

async function requireRoomForPersonalToken(
  { db, now }: ReadContext,
  userId: string,
): Promise<void> {
  const { good } = await db.selectFrom("credentials")
    .select((e) => e.fn.countAll<number>().as("good"))
    .where("user_id", "=", userId).where("revoked_at", "is", null)
    .where((e) => e.or([e("expires_at", "is", null), e("expires_at", ">", now.toISOString())]))
    .executeTakeFirstOrThrow();
  if (good < MOST_TOKENS) return;
  throw new Conflict(`You already have ${MOST_TOKENS} personal access tokens.`, {
    code: "too_many_tokens",
    hint: "Revoke a token that you no longer use, then create a new one.",
  });
}
