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

/** The source of a setting. Flags override the environment, which overrides the profile. `RULES.md`, Command line. */
export type Source = "flag" | "environment" | "profile" | "default" | "none";
export interface Sourced<T> {
  value: T;
  source: Source;
}

/** The settings of a command. */
export interface Settings {
  profile: Sourced<string>;
  baseUrl: Sourced<string>;
  workspaceId: Sourced<string | null>;
  agentId: Sourced<string | null>;
  token: Sourced<string | null>;
  /** Throws without a home folder, which isn't needed if a token and a server are given. */
  readonly files: ProfileFiles;
  config: Config;
  secrets: Secrets;
}

const defaultBaseUrl = "http://localhost:5173";

/**
 * Collects a command's settings from its flags, the environment, and the profile.
 * @throws Failure if one of them is invalid
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

/** Returns the name of the profile in use. Commands that repair a damaged profile need only this. */
export function profileName(globals: Globals): Sourced<string> {
  return pick(globals.profile, "BACKLOG_PROFILE", undefined) ??
    { value: "default", source: "default" };
}

function workspaceFrom(globals: Globals, config: Config) {
  const found = pick(globals.workspaceId, "BACKLOG_WORKSPACE", config.workspaceId);
  return found && { ...found, value: parseWorkspace(found.value) };
}

/** Returns the token in use. A stored token is sent only to the server that issued it. */
function tokenFrom(globals: Globals, secrets: Secrets, baseUrl: string) {
  const stored = secrets.baseUrl === baseUrl ? secrets.token : undefined;
  const token = pick(globals.token, "BACKLOG_TOKEN", stored);
  return token && { ...token, value: parseToken(token.value) };
}

/** Returns the first value that is set. Empty text counts as unset. */
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
 * Checks an agent's username or profile ID, which goes into a file and a header.
 * @throws Failure with exit code 2 if it is neither
 */
export function parseAgent(given: string): string {
  if (/^[A-Za-z0-9._-]{1,100}$/.test(given)) return given;
  throw badValue("Use an agent's username or profile ID.");
}

/**
 * Checks a workspace's ID or name.
 * @throws Failure with exit code 2 if it is neither
 */
export function parseWorkspace(given: string): string {
  if (!/\p{Cc}/u.test(given) && given.length <= 100 && given.trim() !== "") return given;
  throw badValue("Use a workspace's ID or name, on one line.");
}

/** Returns whether a text is a workspace's ID. */
export const isWorkspaceId = (given: string) => /^ws_[A-Za-z0-9_-]+$/.test(given);

/**
 * Returns a server's URL without slashes at its end.
 * @throws Failure with exit code 2 if it is invalid
 */
export function parseBaseUrl(given: string): string {
  const url = given.replace(/\/+$/, "");
  if (/^https?:\/\/[A-Za-z0-9.:_[\]-]+(\/[A-Za-z0-9._~\/-]*)?$/.test(url)) return url;
  throw badValue("Use a base URL such as https://backlog.example.com.");
}
