import { z } from "zod";
import { namesAField, somethingNamed } from "../core/versioned.ts";

const theme = z.enum(["system", "light", "dark"], "Use system, light or dark.")
  .describe("How the pages look.");

// WCAG 2.2, 2.1.4
const shortcuts = z.boolean("Say true or false.")
  .describe("Whether single keys do something: `c` a new task, `j` the next one.");

/** How the pages look and answer to one person, in every workspace and on every device. */
export const Preferences = z.strictObject({
  theme,
  shortcuts,
});
export type Preferences = z.output<typeof Preferences>;

/** `PATCH /me/preferences`: the ones that change. */
export const PreferencesPatch = z.strictObject({
  theme: theme.optional(),
  shortcuts: shortcuts.optional(),
}).refine(namesAField, somethingNamed);
