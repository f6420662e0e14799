import { optional, ticked } from "./readers.ts";

/** One's own preferences. A box that isn't ticked isn't sent. */
export const preferencesForm = { theme: optional, shortcuts: ticked };
