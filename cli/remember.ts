import type { Globals } from "./command.ts";
import { type Config, filesOf, readConfig, writeConfig } from "./profile.ts";
import { profileName } from "./settings.ts";
import { printStatus } from "./status.ts";

/** Changes the profile's settings, where `undefined` removes one, and prints the current settings. */
export async function remember(globals: Globals, change: Config) {
  const files = filesOf(profileName(globals).value);
  writeConfig(files, { ...readConfig(files), ...change });
  await printStatus(globals);
}
