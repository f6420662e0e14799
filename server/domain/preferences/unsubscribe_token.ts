import { createHmac } from "node:crypto";
import { readSecret } from "../core/known_secrets.ts";
import type { ReadContext } from "../core/operation.ts";
import { sameHash } from "../core/secrets.ts";

/** By which whoever has a mail of somebody's stops more of them: signed, good for that alone, and for good. */
export async function unsubscribeToken(
  context: ReadContext,
  userId: string,
): Promise<string> {
  return `${userId}.${signed(await readSecret(context, "unsubscribe"), userId)}`;
}

/** Whose such a token is; null for one that was never given out. */
export async function whoseUnsubscribeToken(
  context: ReadContext,
  token: string,
): Promise<string | null> {
  const [userId = "", signature = ""] = token.split(".");
  const right = signed(await readSecret(context, "unsubscribe"), userId);
  return sameHash(signature, right) ? userId : null;
}

function signed(key: string, userId: string): string {
  return createHmac("sha256", key).update(userId).digest("base64url");
}
