import { z } from "zod";
import { principalQuery } from "../core/operation.ts";
import type { Preferences } from "./schema.ts";

/**
 * Reads the actor's preferences with any token, as a part of the actor. Automations have the defaults, because they
 * don't use pages.
 */
export const findPreferences = principalQuery({
  name: "preferences.find",
  scope: null,
  input: z.strictObject({}),
  run: ({ actor }): Promise<Preferences> => Promise.resolve(actor.preferences),
});
