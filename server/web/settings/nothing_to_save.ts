import type { ActionMessage } from "../action.ts";

/** The toast after someone saves a form without changing anything. */
export const nothingToSave: ActionMessage = { text: "No changes to save" };
