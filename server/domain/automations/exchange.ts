import { sql } from "kysely";
import { z } from "zod";
import { TooMany, Unauthenticated } from "../core/errors.ts";
import { publicOperation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { hashToken, newToken, tokenPrefixes } from "../core/secrets.ts";
import type { Json } from "../core/json.ts";
import { suspendedAutomation } from "../core/permission.ts";
import { readAutomation } from "./record.ts";
import type { Automation } from "./schema.ts";

/** How long an automation's access token is valid, in milliseconds. */
const LIFETIME = 3_600_000;
/** The maximum number of valid access tokens per secret, so that clients don't exchange it for every request. */
const MOST_TOKENS = 1000;
/** The number of expired tokens of any automation that an exchange deletes, which is more than the one it adds. */
const SLICE = 20;

export interface Exchange {
  accessToken: string;
  expiresAt: string;
  automation: Json<Automation>;
}

/**
 * Exchanges an automation's secret for an access token of one hour. The secret and earlier tokens stay valid.
 * @param secret from the `Authorization` header
 * @throws Unauthenticated for an invalid or rotated secret; Forbidden while the automation is suspended; TooMany if the
 * secret already has a thousand valid tokens
 */
export const exchangeSecret = publicOperation({
  name: "automations.exchange",
  scope: null,
  input: z.strictObject({ secret: z.string().optional() }),
  async run(context, { secret }): Promise<Exchange> {
    const { tx, now } = context;
    const found = await findSecret(context, secret);
    if (found.suspended_at) throw suspendedAutomation();
    const at = now.toISOString();
    const expiresAt = new Date(now.getTime() + LIFETIME).toISOString();
    const accessToken = newToken(tokenPrefixes.automationAccess);
    await purgeTokens(context, at);
    await requireRoomForAccessToken(context, found.id);
    await tx.insertInto("automation_tokens")
      .values({ hash: hashToken(accessToken), credential_id: found.id, expires_at: expiresAt })
      .execute();
    await tx.updateTable("credentials").set({ last_used_at: at }).where("id", "=", found.id)
      .execute();
    const { json } = await readAutomation(context, found.workspace_id, found.automation_id);
    return { accessToken, expiresAt, automation: json };
  },
});

async function purgeTokens({ tx }: WriteContext, at: string): Promise<void> {
  await sql`delete from automation_tokens where hash in (
    select hash from automation_tokens where expires_at <= ${at} limit ${SLICE})`.execute(tx);
}

async function requireRoomForAccessToken(
  { db, now }: ReadContext,
  credentialId: string,
): Promise<void> {
  const oldest = await db.selectFrom("automation_tokens").select("expires_at")
    .where("credential_id", "=", credentialId).where("expires_at", ">", now.toISOString())
    .orderBy("expires_at", "desc").limit(1).offset(MOST_TOKENS - 1).executeTakeFirst();
  if (!oldest) return;
  const wait = Math.min(Date.parse(oldest.expires_at) - now.getTime(), LIFETIME);
  throw new TooMany("This secret was exchanged too many times.", Math.ceil(wait / 1000), {
    code: "too_many_tokens",
    hint: "Store the access token, and use it for an hour.",
  });
}

async function findSecret({ db }: ReadContext, secret: string | undefined) {
  if (!secret?.startsWith(tokenPrefixes.automationSecret)) {
    throw new Unauthenticated("Send the automation's secret as the bearer token.", {
      code: "secret_missing",
      hint: `A secret starts with ${tokenPrefixes.automationSecret}.`,
    });
  }
  const found = await db.selectFrom("credentials as c")
    .innerJoin("automations as a", "a.id", "c.automation_id")
    .select(["c.id", "a.id as automation_id", "a.workspace_id", "a.suspended_at"])
    .where("c.hash", "=", hashToken(secret)).where("c.revoked_at", "is", null)
    .executeTakeFirst();
  if (found) return found;
  throw new Unauthenticated("This secret is invalid or was rotated.", {
    code: "secret_invalid",
    hint: "If the secret was rotated, use the new secret.",
  });
}
