import { readSecret } from "./known_secrets.ts";
import type { ReadContext } from "./operation.ts";
import { sameHash, signed } from "./secrets.ts";

const ADDRESS = "addr_";

/**
 * By which whoever has a mail of somebody's stops more of them: signed, good for that alone, and for good.
 * @param of a user's id, or an address's key
 */
export async function unsubscribeToken(context: ReadContext, of: string): Promise<string> {
  return `${of}.${signed(await readSecret(context, "unsubscribe"), of)}`;
}

/** What stands for an address without an account: it can be compared, and the address can't be read off it. */
export async function addressKey(context: ReadContext, email: string): Promise<string> {
  return ADDRESS + signed(await readSecret(context, "unsubscribe"), email);
}

/** Whether a token, or whose it is, stands for an address without an account. */
export const isOfAddress = (token: string): boolean => token.startsWith(ADDRESS);

/** Whose such a token is, a user's id or an address's key; null for one that was never given out. */
export async function findUnsubscribeTokenOwner(
  context: ReadContext,
  token: string,
): Promise<string | null> {
  const [of = "", signature = ""] = token.split(".");
  const right = signed(await readSecret(context, "unsubscribe"), of);
  return sameHash(signature, right) ? of : null;
}
