import type { Globals } from "./command.ts";
import { badValue } from "./failure.ts";
import { type Config, filesOf, readConfig, writeConfig } from "./profile.ts";
import { profileName } from "./settings.ts";
import { printStatus } from "./status.ts";

/** Changes what the profile remembers, undefined forgetting it, and shows what holds now. */
export function remember(globals: Globals, change: Config) {
  const files = filesOf(profileName(globals).value);
  writeConfig(files, { ...readConfig(files), ...change });
  printStatus(globals);
}

/**
 * An id as it can stand in a file and a header.
 * @throws Failure with exit code 2 when it is none
 */
export function parseId(given: string): string {
  if (/^[A-Za-z0-9_-]{1,100}$/.test(given)) return given;
  throw badValue("An id is made of letters, digits, dashes and underscores; copy it again, whole.");
}
