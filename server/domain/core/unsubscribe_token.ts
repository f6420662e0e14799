import { readSecret } from "./known_secrets.ts";
import type { ReadContext } from "./operation.ts";
import { sameHash, signed } from "./secrets.ts";

const ADDRESS = "addr_";

/**
 * Creates the signed token in an email's unsubscribe link. It only allows unsubscribing, and doesn't expire.
 * @param of a user's ID, or an address's key
 */
export async function unsubscribeToken(context: ReadContext, of: string): Promise<string> {
  return `${of}.${signed(await readSecret(context, "signatures"), of)}`;
}

/** Returns a keyed hash of an address without an account, which can be compared but not reversed. */
export async function addressKey(context: ReadContext, email: string): Promise<string> {
  return ADDRESS + signed(await readSecret(context, "signatures"), email);
}

/** Returns whether a token or its owner is an address without an account. */
export const isOfAddress = (token: string): boolean => token.startsWith(ADDRESS);

/** Returns the token's owner, a user's ID or an address's key, or null if the token was never issued. */
export async function findUnsubscribeTokenOwner(
  context: ReadContext,
  token: string,
): Promise<string | null> {
  const [of = "", signature = ""] = token.split(".");
  const right = signed(await readSecret(context, "signatures"), of);
  return sameHash(signature, right) ? of : null;
}
