import { badValue, Failure } from "./failure.ts";

/** A profile's settings without secrets. `agentId` is the profile ID of an automation's agent. */
export interface Config {
  baseUrl?: string | undefined;
  workspaceId?: string | undefined;
  agentId?: string | undefined;
}

/** A profile's token and the server that issued it. Times are ISO 8601. */
export interface Secrets {
  baseUrl?: string | undefined;
  token?: string | undefined;
  accessTokenExpiresAt?: string | undefined;
  refreshToken?: string | undefined;
  refreshTokenExpiresAt?: string | undefined;
  /** The automation secret that was exchanged for the access token. */
  automationSecret?: string | undefined;
}

/** The paths of a profile's files, which `backlog.sh` shares. */
export interface ProfileFiles {
  folder: string;
  config: string;
  secrets: string;
  /** A folder that exists while a process renews the session. */
  lock: string;
}

/**
 * Returns the paths of a profile's files, which might not exist yet.
 * @throws Failure if the name is invalid, or there is no home folder
 */
export function filesOf(profile: string): ProfileFiles {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(profile)) {
    throw badValue("Use a profile name with letters, digits, dots, dashes, and underscores.");
  }
  const base = baseFolder();
  if (!base) throw new Failure("There is no home folder. Set HOME or XDG_CONFIG_HOME.");
  const folder = `${base}/backlog/profiles/${profile}`;
  return {
    folder,
    config: `${folder}/config.json`,
    secrets: `${folder}/secrets.json`,
    lock: `${folder}/renewal.lock`,
  };
}

/** Returns whether there is a folder for profiles. */
export function hasHome(): boolean {
  return Boolean(baseFolder());
}

function baseFolder(): string | undefined {
  const home = Deno.env.get("HOME") || Deno.env.get("USERPROFILE");
  return Deno.env.get("XDG_CONFIG_HOME") || (home && `${home}/.config`);
}

/** Reads the profile's settings; empty if they were never written. */
export function readConfig(files: ProfileFiles): Config {
  return readJson(files.config);
}

/** Reads the profile's secrets; empty if there are none. */
export function readSecrets(files: ProfileFiles): Secrets {
  return readJson(files.secrets);
}

function readJson(path: string): Record<string, string | undefined> {
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (isMissing(error)) return {};
    throw new Failure(`${path} can't be read. Check the file's owner and permissions.`);
  }
  try {
    const held = JSON.parse(text);
    if (isTexts(held)) return held;
  } catch {
    // Reported below, like other invalid content
  }
  throw new Failure(`${path} is damaged. Fix the file, or run "backlog config clear".`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

/** Returns whether a value is an object whose values are single lines of text. */
function isTexts(held: unknown): held is Record<string, string> {
  return typeof held === "object" && held !== null && !Array.isArray(held) &&
    Object.values(held).every((value) => typeof value === "string" && !/\p{Cc}/u.test(value));
}

/**
 * Checks that the profile can be written, before the server issues a secret to store there.
 * @throws Failure if it can't
 */
export function requireWritable(files: ProfileFiles) {
  const draft = writeDraft(files, files.secrets, {});
  removeIfThere(draft);
}

/** Writes all settings, with keys in a fixed order. */
export function writeConfig(files: ProfileFiles, { baseUrl, workspaceId, agentId }: Config) {
  writeJson(files, files.config, { baseUrl, workspaceId, agentId });
}

/** Writes all secrets, with keys in a fixed order, readable only by the owner. */
export function writeSecrets(files: ProfileFiles, secrets: Secrets) {
  writeJson(files, files.secrets, {
    baseUrl: secrets.baseUrl,
    token: secrets.token,
    accessTokenExpiresAt: secrets.accessTokenExpiresAt,
    refreshToken: secrets.refreshToken,
    refreshTokenExpiresAt: secrets.refreshTokenExpiresAt,
    automationSecret: secrets.automationSecret,
  });
}

/** Writes a file through a rename, so that readers see the old or the new content, never a part. */
function writeJson(files: ProfileFiles, path: string, held: Record<string, string | undefined>) {
  const draft = writeDraft(files, path, held);
  try {
    Deno.renameSync(draft, path);
  } catch {
    throw unwritable(path);
  }
}

/** Writes the new content of a path to a temporary file beside it. */
function writeDraft(files: ProfileFiles, path: string, held: Record<string, string | undefined>) {
  try {
    Deno.mkdirSync(files.folder, { recursive: true, mode: 0o700 });
    const draft = Deno.makeTempFileSync({ dir: files.folder, prefix: ".draft-" });
    Deno.chmodSync(draft, 0o600);
    Deno.writeTextFileSync(draft, `${JSON.stringify(held, null, 2)}\n`);
    return draft;
  } catch {
    throw unwritable(path);
  }
}

function unwritable(path: string): Failure {
  return new Failure(`${path} can't be written. Check the owner and permissions of its folder.`);
}

/** Deletes the profile's secrets. */
export function removeSecrets(files: ProfileFiles) {
  removeIfThere(files.secrets);
}

/** Deletes the profile. */
export function removeProfile(files: ProfileFiles) {
  for (const path of [files.secrets, files.config, files.lock, files.folder]) removeIfThere(path);
}

function removeIfThere(path: string) {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw new Failure(`${path} can't be removed. Check its contents and permissions.`);
  }
}
