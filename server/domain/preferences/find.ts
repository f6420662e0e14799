import { z } from "zod";
import { principalQuery } from "../core/operation.ts";
import type { Preferences } from "./schema.ts";

/**
 * One's own preferences, with any token: they come along with who is asking. An automation looks at no pages, so for it
 * they are what everybody begins with.
 */
export const findPreferences = principalQuery({
  name: "preferences.find",
  scope: null,
  input: z.strictObject({}),
  run: ({ actor }): Promise<Preferences> => Promise.resolve(actor.preferences),
});
