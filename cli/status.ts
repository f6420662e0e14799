import type { Globals } from "./command.ts";
import { print } from "./output.ts";
import { listing } from "./table.ts";
import type { Settings, Sourced } from "./settings.ts";
import { resolveSettings } from "./settings.ts";
import { modeOf } from "./token.ts";

/** What is in use, and where each part came from; never a secret. */
export function statusOf(settings: Settings) {
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
      storedFor: secrets.baseUrl ?? null,
      accessTokenExpiresAt: stored ? secrets.accessTokenExpiresAt ?? null : null,
      refreshTokenExpiresAt: stored ? secrets.refreshTokenExpiresAt ?? null : null,
    },
    files: { config: files.config, secrets: files.secrets },
  };
}

/** Prints what is in use now; commands that change a profile end with it. */
export function printStatus(globals: Globals) {
  print(globals, statusOf(resolveSettings(globals)), render);
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
    ["Access until", status.token.accessTokenExpiresAt],
    ["Session until", status.token.refreshTokenExpiresAt],
    ["Config file", status.files.config],
    ["Secrets file", status.files.secrets],
  ]);
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
