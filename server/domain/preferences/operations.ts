import { findPreferences } from "./find.ts";
import { updatePreferences } from "./update.ts";

export const operations = [
  findPreferences,
  updatePreferences,
];
