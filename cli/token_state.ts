import { Failure } from "./failure.ts";
import { send } from "./http.ts";
import { isRenewable } from "./session.ts";
import type { Settings } from "./settings.ts";
import { modeOf } from "./token.ts";

/**
 * Whether the token in use still works: `renewable` is renewed by the next command, and a secret is good for an exchange
 * alone, so that nobody is asked about it.
 */
export type TokenState = "none" | "unasked" | "good" | "renewable" | "refused" | "unreached";

/** How long the server may take to say it: what is in use is told all the same. */
const patience = 3_000;

/** Asks the server whether it takes the token in use; nothing is renewed by that. */
export async function tokenState(settings: Settings): Promise<TokenState> {
  const { value: token } = settings.token;
  if (token === null) return "none";
  if (modeOf(token) === "automationSecret") return "unasked";
  try {
    const { status, body } = await send(settings.baseUrl.value, {
      method: "GET",
      path: "/me",
      headers: { authorization: `Bearer ${token}` },
    }, AbortSignal.timeout(patience));
    await body?.cancel();
    if (status !== 401) return status < 500 ? "good" : "unreached";
    return mayBeRenewed(settings) ? "renewable" : "refused";
  } catch (error) {
    if (error instanceof Failure) return "unreached";
    throw error;
  }
}

/** A session whose access token alone ran out. */
function mayBeRenewed(settings: Settings): boolean {
  const { accessTokenExpiresAt = "", refreshTokenExpiresAt = "" } = settings.secrets;
  const now = Date.now();
  return isRenewable(settings) && Date.parse(accessTokenExpiresAt) <= now &&
    Date.parse(refreshTokenExpiresAt) > now;
}
