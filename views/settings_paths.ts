/** Where settings are. */
export const settingsPath = "/workspace/settings";
export const preferencesPath = `${settingsPath}/preferences` as const;
/** One's preferences, with a word that they were saved. */
export const savedPreferencesPath = `${preferencesPath}?saved=1`;
