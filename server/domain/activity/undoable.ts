/** How long people can undo their changes, in milliseconds. `RULES.md`, Tasks */
export const UNDOABLE_MS = 7 * 24 * 3_600_000;
