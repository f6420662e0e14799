import type { Globals } from "./command.ts";
import { print } from "./output.ts";
import { listing } from "./table.ts";
import type { Settings, Sourced } from "./settings.ts";
import { resolveSettings } from "./settings.ts";
import { inWords } from "./times.ts";
import { modeOf } from "./token.ts";
import type { TokenState } from "./token_state.ts";

/**
 * What is in use, and where each part came from; never a secret.
 * @param state what the server says of the token, where it was asked
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

/** Prints what is in use now; commands that change a profile end with it, and ask nobody. */
export async function printStatus(globals: Globals) {
  const settings = resolveSettings(globals);
  await print(
    globals,
    statusOf(settings, settings.token.value === null ? "none" : "unasked"),
    render,
  );
}

/** The same, once the server has said whether it takes the token. */
export async function printCheckedStatus(
  globals: Globals,
  check: (settings: Settings) => Promise<TokenState>,
) {
  const settings = resolveSettings(globals);
  await print(globals, statusOf(settings, await check(settings)), render);
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
    ["Access ends", told(status.token.accessTokenExpiresAt)],
    ["Session ends", told(status.token.refreshTokenExpiresAt)],
    ["Config file", status.files.config],
    ["Secrets file", status.files.secrets],
  ]);
}

const told = (time: string | null) => time && `${inWords(time)} (${time})`;

const states: Record<Exclude<TokenState, "refused">, string | null> = {
  none: null,
  unasked: null,
  good: "works",
  renewable: "has run out; the next command renews it",
  unreached: "not known, as the server can't be reached",
};

/** Signing in again helps where nothing else is given before what is kept then. */
function refused({ token: { source } }: ReturnType<typeof statusOf>): string {
  const next = source === "flag"
    ? "leave --token out, or give another one"
    : source === "environment"
    ? "unset BACKLOG_TOKEN, or set it to another one"
    : 'sign in again with "backlog auth wizard"';
  return `is refused by the server; ${next}`;
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
    ? `nothing; the stored token is for ${token.storedFor}`
    : "nothing";
}
