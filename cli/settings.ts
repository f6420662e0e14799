import type { Globals } from "./command.ts";
import { badValue } from "./failure.ts";
import {
  type Config,
  filesOf,
  hasHome,
  type ProfileFiles,
  readConfig,
  readSecrets,
  type Secrets,
} from "./profile.ts";
import { parseToken } from "./token.ts";

/** Where a setting came from. Flags beat environment beats profile. `RULES.md`, Command line. */
export type Source = "flag" | "environment" | "profile" | "default" | "none";
export interface Sourced<T> {
  value: T;
  source: Source;
}

/** What a command runs with. */
export interface Settings {
  profile: Sourced<string>;
  baseUrl: Sourced<string>;
  workspaceId: Sourced<string | null>;
  agentId: Sourced<string | null>;
  token: Sourced<string | null>;
  /** Throws where no home is known, which it need not be where a token and a server are given. */
  readonly files: ProfileFiles;
  config: Config;
  secrets: Secrets;
}

const defaultBaseUrl = "http://localhost:5173";

/**
 * Gathers the settings of one command from its flags, the environment and the profile.
 * @throws Failure when one of them can't be used
 */
export function resolveSettings(globals: Globals): Settings {
  const profile = profileName(globals);
  const { config, secrets } = heldBy(profile.value, globals);
  const found = pick(globals.baseUrl, "BACKLOG_BASE_URL", config.baseUrl) ??
    { value: defaultBaseUrl, source: "default" };
  const baseUrl = { ...found, value: parseBaseUrl(found.value) };
  const none = { value: null, source: "none" } as const;
  return {
    profile,
    baseUrl,
    workspaceId: workspaceFrom(globals, config) ?? none,
    agentId: pick(undefined, null, config.agentId) ?? none,
    token: tokenFrom(globals, secrets, baseUrl.value) ?? none,
    get files() {
      return filesOf(profile.value);
    },
    config,
    secrets,
  };
}

function heldBy(profile: string, globals: Globals): { config: Config; secrets: Secrets } {
  const given = pick(globals.token, "BACKLOG_TOKEN", undefined) &&
    pick(globals.baseUrl, "BACKLOG_BASE_URL", undefined);
  if (given && !hasHome()) return { config: {}, secrets: {} };
  const files = filesOf(profile);
  return { config: readConfig(files), secrets: readSecrets(files) };
}

/** The profile in use; commands that mend a broken one need its name alone. */
export function profileName(globals: Globals): Sourced<string> {
  return pick(globals.profile, "BACKLOG_PROFILE", undefined) ??
    { value: "default", source: "default" };
}

function workspaceFrom(globals: Globals, config: Config) {
  const found = pick(globals.workspaceId, "BACKLOG_WORKSPACE", config.workspaceId);
  return found && { ...found, value: parseWorkspace(found.value) };
}

/** A stored token is for the server that gave it; no other one gets to see it. */
function tokenFrom(globals: Globals, secrets: Secrets, baseUrl: string) {
  const stored = secrets.baseUrl === baseUrl ? secrets.token : undefined;
  const token = pick(globals.token, "BACKLOG_TOKEN", stored);
  return token && { ...token, value: parseToken(token.value) };
}

/** The first that is there; an empty text counts as not given. */
function pick(
  flag: string | undefined,
  variable: string | null,
  profile: string | undefined,
): Sourced<string> | undefined {
  if (flag) return { value: flag, source: "flag" };
  const environment = variable === null ? undefined : Deno.env.get(variable);
  if (environment) return { value: environment, source: "environment" };
  return profile ? { value: profile, source: "profile" } : undefined;
}

/**
 * What an agent is named by, as it can stand in a file and a header: its username, or its profile's id.
 * @throws Failure with exit code 2 when it is neither
 */
export function parseAgent(given: string): string {
  if (/^[A-Za-z0-9._-]{1,100}$/.test(given)) return given;
  throw badValue("An agent is named by its username or its profile's id; copy it again, whole.");
}

/**
 * What a workspace is called by: its id, or its name.
 * @throws Failure with exit code 2 when it is neither
 */
export function parseWorkspace(given: string): string {
  if (!/\p{Cc}/u.test(given) && given.length <= 100 && given.trim() !== "") return given;
  throw badValue("A workspace is named by its id or its name, in one line; copy it again, whole.");
}

/** Whether that is an id. */
export const isWorkspaceId = (given: string) => /^ws_[A-Za-z0-9_-]+$/.test(given);

/**
 * A server's address without slashes at its end.
 * @throws Failure with exit code 2 when it is none
 */
export function parseBaseUrl(given: string): string {
  const url = given.replace(/\/+$/, "");
  if (/^https?:\/\/[A-Za-z0-9.:_[\]-]+(\/[A-Za-z0-9._~\/-]*)?$/.test(url)) return url;
  throw badValue("A base URL looks like https://backlog.example.com; give one of that kind.");
}
