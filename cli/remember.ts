import type { Globals } from "./command.ts";
import { type Config, filesOf, readConfig, writeConfig } from "./profile.ts";
import { profileName } from "./settings.ts";
import { printStatus } from "./status.ts";

/** Changes what the profile remembers, undefined forgetting it, and shows what holds now. */
export async function remember(globals: Globals, change: Config) {
  const files = filesOf(profileName(globals).value);
  writeConfig(files, { ...readConfig(files), ...change });
  await printStatus(globals);
}
