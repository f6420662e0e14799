import { findPreferences } from "./find.ts";
import { updatePreferences } from "./update.ts";

/** All that can be done with preferences. */
export const operations = [
  findPreferences,
  updatePreferences,
];
