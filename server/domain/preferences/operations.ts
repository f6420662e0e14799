import { findPreferences } from "./find.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { updatePreferences } from "./update.ts";

export const operations = [
  findPreferences,
  updatePreferences,
  unsubscribe,
];
