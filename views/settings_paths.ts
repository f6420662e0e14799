/** Where settings are. */
export const settingsPath = "/workspace/settings";
export const preferencesPath = `${settingsPath}/preferences` as const;
/** One's preferences, with a word that they were saved. */
export const savedPreferencesPath = `${preferencesPath}?saved=1`;

export const taskLabelsPath = `${settingsPath}/task-labels` as const;
/** Pattern of one task label. */
export const taskLabelPagePath = `${taskLabelsPath}/:labelId` as const;
export const projectLabelsPath = `${settingsPath}/project-labels` as const;
/** Pattern of one project label. */
export const projectLabelPagePath = `${projectLabelsPath}/:labelId` as const;
