import { principalOperation } from "../operation.ts";
import { type Preferences, PreferencesPatch } from "./schema.ts";

/**
 * Changes one's own preferences, those that are named. They change what one sees and nothing that a workspace stores,
 * so no history tells of it.
 * @throws Forbidden with anything but a signed-in session; Invalid for an empty patch
 */
export const updatePreferences = principalOperation({
  name: "preferences.update",
  scope: null,
  input: PreferencesPatch,
  async run({ tx, actor }, { theme, shortcuts }): Promise<Preferences> {
    const now = await tx.updateTable("users").set({
      ...(theme === undefined ? {} : { theme }),
      ...(shortcuts === undefined ? {} : { shortcuts: shortcuts ? 1 : 0 }),
    }).where("id", "=", actor.userId).returning(["theme", "shortcuts"]).executeTakeFirstOrThrow();
    return { theme: now.theme, shortcuts: now.shortcuts === 1 };
  },
});
