import { badValue, Failure } from "./failure.ts";

/** What a profile remembers that is no secret. `agentId` is the profile id of an automation's agent. */
export interface Config {
  baseUrl?: string | undefined;
  workspaceId?: string | undefined;
  agentId?: string | undefined;
}

/** A profile's token, and the server that it was given by. Times are ISO 8601. */
export interface Secrets {
  baseUrl?: string | undefined;
  token?: string | undefined;
  accessTokenExpiresAt?: string | undefined;
  refreshToken?: string | undefined;
  refreshTokenExpiresAt?: string | undefined;
  /** What the automation's access token was exchanged for, to do so again. */
  automationSecret?: string | undefined;
}

/** Where a profile's files are. `backlog.sh` reads and writes the same ones. */
export interface ProfileFiles {
  folder: string;
  config: string;
  secrets: string;
  /** A folder that exists while a process renews the session. */
  lock: string;
}

/**
 * The files of a profile, which need not exist yet.
 * @throws Failure when the name can't be a folder's, or no home is known
 */
export function filesOf(profile: string): ProfileFiles {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(profile)) {
    throw badValue("A profile's name is made of letters, digits, dots, dashes and underscores.");
  }
  const base = baseFolder();
  if (!base) throw new Failure("No home folder is known; set HOME or XDG_CONFIG_HOME.");
  const folder = `${base}/backlog/profiles/${profile}`;
  return {
    folder,
    config: `${folder}/config.json`,
    secrets: `${folder}/secrets.json`,
    lock: `${folder}/renewal.lock`,
  };
}

/** Whether there is a place for profiles. */
export function hasHome(): boolean {
  return Boolean(baseFolder());
}

function baseFolder(): string | undefined {
  const home = Deno.env.get("HOME") || Deno.env.get("USERPROFILE");
  return Deno.env.get("XDG_CONFIG_HOME") || (home && `${home}/.config`);
}

/** What the profile remembers; nothing when it was never written. */
export function readConfig(files: ProfileFiles): Config {
  return readJson(files.config);
}

/** The profile's token; nothing when there is none. */
export function readSecrets(files: ProfileFiles): Secrets {
  return readJson(files.secrets);
}

function readJson(path: string): Record<string, string | undefined> {
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (isMissing(error)) return {};
    throw new Failure(`${path} can't be read; check who owns it and its permissions.`);
  }
  try {
    const held = JSON.parse(text);
    if (isTexts(held)) return held;
  } catch {
    // Said below, as for JSON that holds something else.
  }
  throw new Failure(`${path} can't be understood; mend it, or run "backlog config clear".`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

/** Whether this is an object of texts, each of one line. */
function isTexts(held: unknown): held is Record<string, string> {
  return typeof held === "object" && held !== null && !Array.isArray(held) &&
    Object.values(held).every((value) => typeof value === "string" && !/\p{Cc}/u.test(value));
}

/**
 * Makes sure that the profile can be written, before the server gives a secret that is to be kept there.
 * @throws Failure when it can't
 */
export function requireWritable(files: ProfileFiles) {
  const draft = writeDraft(files, files.secrets, {});
  removeIfThere(draft);
}

/** Writes the config whole, keys in a fixed order. */
export function writeConfig(files: ProfileFiles, { baseUrl, workspaceId, agentId }: Config) {
  writeJson(files, files.config, { baseUrl, workspaceId, agentId });
}

/** Writes the secrets whole, keys in a fixed order, readable by their owner alone. */
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

/** A rename replaces the file at once: a reader sees the old one or the new one, never half of one. */
function writeJson(files: ProfileFiles, path: string, held: Record<string, string | undefined>) {
  const draft = writeDraft(files, path, held);
  try {
    Deno.renameSync(draft, path);
  } catch {
    throw unwritable(path);
  }
}

/** Writes what is to stand at a path to a file beside it. */
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
  return new Failure(`${path} can't be written; check who owns its folder and its permissions.`);
}

/** Forgets the profile's token. */
export function removeSecrets(files: ProfileFiles) {
  removeIfThere(files.secrets);
}

/** Forgets everything about the profile. */
export function removeProfile(files: ProfileFiles) {
  for (const path of [files.secrets, files.config, files.lock, files.folder]) removeIfThere(path);
}

function removeIfThere(path: string) {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw new Failure(`${path} can't be removed; check what is in it and its permissions.`);
  }
}
