/** How long what somebody did can be undone, in milliseconds. `RULES.md`, Tasks */
export const UNDOABLE_MS = 7 * 24 * 3_600_000;
