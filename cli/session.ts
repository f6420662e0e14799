import { exitCodes, Failure } from "./failure.ts";
import { read, send } from "./http.ts";
import { withLock } from "./lock.ts";
import {
  readSecrets,
  removeSecrets,
  requireWritable,
  writeConfig,
  writeSecrets,
} from "./profile.ts";
import type { Settings } from "./settings.ts";

/** The API's response to opening or renewing a session. */
export interface SessionAnswer {
  accessToken: string;
  refreshToken: string;
  accessTokenExpiresAt: string;
  refreshTokenExpiresAt: string;
}

/** Stores a session and its server in the profile. */
export function keepSession(settings: Settings, answer: SessionAnswer) {
  keepServer(settings);
  writeSecrets(settings.files, {
    baseUrl: settings.baseUrl.value,
    token: answer.accessToken,
    accessTokenExpiresAt: answer.accessTokenExpiresAt,
    refreshToken: answer.refreshToken,
    refreshTokenExpiresAt: answer.refreshTokenExpiresAt,
  });
}

/** Stores a token and its server in the profile. */
export function keepToken(settings: Settings, token: string) {
  keepServer(settings);
  writeSecrets(settings.files, { baseUrl: settings.baseUrl.value, token });
}

/** Stores an automation's access token and its secret in the profile. */
export function keepExchanged(
  settings: Settings,
  secret: string,
  { accessToken, expiresAt }: { accessToken: string; expiresAt: string },
) {
  keepServer(settings);
  writeSecrets(settings.files, {
    baseUrl: settings.baseUrl.value,
    token: accessToken,
    accessTokenExpiresAt: expiresAt,
    automationSecret: secret,
  });
}

function keepServer(settings: Settings) {
  if (settings.config.baseUrl === settings.baseUrl.value) return;
  writeConfig(settings.files, { ...settings.config, baseUrl: settings.baseUrl.value });
}

/** Returns whether the token in use belongs to a stored session, which can be renewed. */
export function isRenewable(settings: Settings): boolean {
  return settings.token.source === "profile" && settings.secrets.refreshToken !== undefined;
}

/**
 * Renews the stored session. A refresh token works only once, so one process at a time renews. A process that waited for
 * another finds a new token and uses it.
 * @param stale the rejected access token; `null` always renews
 * @returns the current access token, and the API's response if this process renewed
 * @throws Failure with exit code 4 if the session has ended, after deleting it from the profile
 */
export async function renew(settings: Settings, stale: string | null) {
  requireWritable(settings.files);
  return await withLock(settings.files.lock, async () => {
    const { token, refreshToken } = readSecrets(settings.files);
    if (token && stale !== null && token !== stale) return { token, answer: null };
    if (!refreshToken) throw ended();
    const answer = await refresh(settings, refreshToken);
    keepSession(settings, answer);
    return { token: answer.accessToken, answer };
  });
}

async function refresh(settings: Settings, refreshToken: string): Promise<SessionAnswer> {
  const baseUrl = settings.baseUrl.value;
  const response = await send(baseUrl, {
    method: "POST",
    path: "/auth/refresh",
    body: { refreshToken },
  });
  if (response.status !== 401) return await read(baseUrl, response);
  await response.body?.cancel();
  removeSecrets(settings.files);
  throw ended();
}

function ended(): Failure {
  return new Failure(
    'Your session has ended. Sign in again with "backlog auth wizard".',
    exitCodes.notSignedIn,
  );
}
