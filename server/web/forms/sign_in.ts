import { filled, text } from "./readers.ts";

/** Whose code it is. */
export const emailForm = { email: text, next: filled };

/** The code itself. */
export const codeForm = { email: text, purpose: filled, next: filled, code: text };
