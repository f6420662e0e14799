/** How long what somebody did can be taken back, in milliseconds. `RULES.md`, Tasks */
export const UNDOABLE_MS = 7 * 24 * 3_600_000;
