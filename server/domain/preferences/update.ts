import type { Updateable } from "kysely";
import type { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import { principalOperation } from "../core/operation.ts";
import { type Preferences, PreferencesPatch, sidebarGroups } from "./schema.ts";

type Patch = z.output<typeof PreferencesPatch>;

/** Which column keeps a preference, and as what; undefined leaves it as it is. */
const columns: { [F in keyof Patch]-?: (to: Patch[F]) => Updateable<Tables["users"]> } = {
  theme: (theme) => ({ theme }),
  shortcuts: (to) => ({ shortcuts: to === undefined ? undefined : to ? 1 : 0 }),
  sidebar: (sidebar) => ({ sidebar }),
  // Each once, in the sidebar's order
  sidebarFolded: (to) => ({
    sidebar_folded: to && JSON.stringify(sidebarGroups.filter((group) => to.includes(group))),
  }),
};

/**
 * Changes one's own preferences, those that are named. They change what one sees and nothing that a workspace stores,
 * so no history tells of it and they have no version.
 * @throws Forbidden with anything but a signed-in session; Invalid for an empty patch
 */
export const updatePreferences = principalOperation({
  name: "preferences.update",
  scope: null,
  input: PreferencesPatch,
  async run({ tx, actor }, patch): Promise<Preferences> {
    const now = await tx.updateTable("users")
      .set({
        ...columns.theme(patch.theme),
        ...columns.shortcuts(patch.shortcuts),
        ...columns.sidebar(patch.sidebar),
        ...columns.sidebarFolded(patch.sidebarFolded),
      })
      .where("id", "=", actor.userId)
      .returning(["theme", "shortcuts", "sidebar", "sidebar_folded"]).executeTakeFirstOrThrow();
    return {
      theme: now.theme,
      shortcuts: now.shortcuts === 1,
      sidebar: now.sidebar,
      sidebarFolded: JSON.parse(now.sidebar_folded),
    };
  },
});
