import { Failure } from "./failure.ts";
import { send } from "./http.ts";
import { isRenewable } from "./session.ts";
import type { Settings } from "./settings.ts";
import { modeOf } from "./token.ts";

/**
 * The state of the token in use. The next command renews a `renewable` one. Secrets are `unasked`, because the check
 * doesn't accept them.
 */
export type TokenState = "none" | "unasked" | "good" | "renewable" | "refused" | "unreached";

/** The time limit of the check, in milliseconds. */
const patience = 3_000;

/** Checks the token in use with the server, without renewing it. */
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

/** Returns whether only the access token has expired, and the session can be renewed. */
function mayBeRenewed(settings: Settings): boolean {
  const { accessTokenExpiresAt = "", refreshTokenExpiresAt = "" } = settings.secrets;
  const now = Date.now();
  return isRenewable(settings) && Date.parse(accessTokenExpiresAt) <= now &&
    Date.parse(refreshTokenExpiresAt) > now;
}
