import { z } from "zod";
import { namesAField, somethingNamed } from "../found.ts";

const theme = z.enum(["system", "light", "dark"], "Use system, light or dark.");

/** How the pages look and answer to one person, in every workspace and on every device. */
export const Preferences = z.strictObject({
  theme,
  /** Whether single keys do something: `c` a new task, `j` the next one. WCAG 2.2, 2.1.4 */
  shortcuts: z.boolean(),
});
export type Preferences = z.output<typeof Preferences>;

/** `PATCH /me/preferences`: the ones that change. */
export const PreferencesPatch = z.strictObject({
  theme: theme.optional(),
  shortcuts: z.boolean("Say true or false.").optional(),
}).refine(namesAField, somethingNamed);
