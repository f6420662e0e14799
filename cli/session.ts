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

/** What the API answers when it opens or renews a session. */
export interface SessionAnswer {
  accessToken: string;
  refreshToken: string;
  accessTokenExpiresAt: string;
  refreshTokenExpiresAt: string;
}

/** Keeps a session in the profile, with the server that it belongs to. */
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

/** Keeps a token in the profile, with the server that it belongs to. */
export function keepToken(settings: Settings, token: string) {
  keepServer(settings);
  writeSecrets(settings.files, { baseUrl: settings.baseUrl.value, token });
}

/** Keeps an automation's access token beside the secret that it was exchanged for. */
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

/** Whether the token in use is a stored session's, which can be renewed. */
export function isRenewable(settings: Settings): boolean {
  return settings.token.source === "profile" && settings.secrets.refreshToken !== undefined;
}

/**
 * Renews the stored session. Refresh tokens work once, so one process at a time does it; one that waited for another
 * finds a token that is not its own `stale` one, and uses that.
 * @param stale the access token that was refused; null renews in any case
 * @returns the access token to use now, and the API's answer when this process asked for it
 * @throws Failure with exit code 4 when the session has ended; the profile has forgotten it then
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
