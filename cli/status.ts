import type { Globals } from "./command.ts";
import { exitCodes, Failure } from "./failure.ts";
import { unreached } from "./http.ts";
import { print } from "./output.ts";
import { listing } from "./table.ts";
import type { Settings, Sourced } from "./settings.ts";
import { resolveSettings } from "./settings.ts";
import { inWords } from "./times.ts";
import { modeOf } from "./token.ts";
import type { TokenState } from "./token_state.ts";

/**
 * Returns the settings in use and their sources, without secrets.
 * @param state the token's state according to the server, if it was checked
 */
export function statusOf(settings: Settings, state: TokenState) {
  const { token, secrets, files } = settings;
  const stored = token.source === "profile";
  return {
    profile: settings.profile,
    baseUrl: settings.baseUrl,
    workspaceId: settings.workspaceId,
    agentId: settings.agentId,
    authMode: token.value ? modeOf(token.value) : "none",
    token: {
      source: token.source,
      state,
      storedFor: secrets.baseUrl ?? null,
      accessTokenExpiresAt: stored ? secrets.accessTokenExpiresAt ?? null : null,
      refreshTokenExpiresAt: stored ? secrets.refreshTokenExpiresAt ?? null : null,
    },
    files: { config: files.config, secrets: files.secrets },
  };
}

/** Prints the settings in use without asking the server, at the end of commands that change a profile. */
export async function printStatus(globals: Globals) {
  const settings = resolveSettings(globals);
  await print(
    globals,
    statusOf(settings, settings.token.value === null ? "none" : "unasked"),
    render,
  );
}

/**
 * Prints the settings in use after checking the token.
 * @throws Failure if the server can't be reached, or with exit code 4 if it rejects the token
 */
export async function printCheckedStatus(
  globals: Globals,
  check: (settings: Settings) => Promise<TokenState>,
) {
  const settings = resolveSettings(globals);
  const state = await check(settings);
  await print(globals, statusOf(settings, state), render);
  const { value: baseUrl } = settings.baseUrl;
  if (state === "unreached") throw unreached(baseUrl);
  if (state === "refused") {
    throw new Failure(`${baseUrl} rejected the token.`, exitCodes.notSignedIn);
  }
}

function render(status: ReturnType<typeof statusOf>): string {
  const from = ({ value, source }: Sourced<string | null>) =>
    value === null ? "not set" : `${value} (${source})`;
  return listing([
    ["Profile", from(status.profile)],
    ["Server", from(status.baseUrl)],
    ["Workspace", from(status.workspaceId)],
    ["Agent", from(status.agentId)],
    ["Signed in with", signedInWith(status)],
    ["Token", status.token.state === "refused" ? refused(status) : states[status.token.state]],
    ["Access expires", timeOf(status.token.accessTokenExpiresAt)],
    ["Session expires", timeOf(status.token.refreshTokenExpiresAt)],
    ["Config file", status.files.config],
    ["Secrets file", status.files.secrets],
  ]);
}

const timeOf = (time: string | null) => time && `${inWords(time)} (${time})`;

const states: Record<Exclude<TokenState, "refused">, string | null> = {
  none: null,
  unasked: null,
  good: "valid",
  renewable: "expired; the next command renews the session",
  unreached: "unknown, because the server can't be reached",
};

/** Returns the state of a rejected token and how to replace it, depending on its source. */
function refused({ token: { source } }: ReturnType<typeof statusOf>): string {
  const next = source === "flag"
    ? "omit --token, or pass another token"
    : source === "environment"
    ? "unset BACKLOG_TOKEN, or set another token"
    : 'sign in again with "backlog auth wizard"';
  return `rejected by the server; ${next}`;
}

const words: Record<string, string> = {
  session: "a session",
  pat: "a personal access token",
  automation: "an automation's access token",
  automationSecret: "an automation's secret",
};

function signedInWith({ authMode, token, baseUrl }: ReturnType<typeof statusOf>): string {
  if (authMode && authMode !== "none") return `${words[authMode]} (${token.source})`;
  return token.storedFor && token.storedFor !== baseUrl.value
    ? `no token; the stored token is for ${token.storedFor}`
    : "no token";
}
