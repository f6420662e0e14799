import type { Updateable } from "kysely";
import type { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import { keptIn } from "../core/json.ts";
import { principalOperation } from "../core/operation.ts";
import { partsInOrder } from "../tasks/display.ts";
import { chosenIn, keptChannels, withChosen } from "./channels.ts";
import {
  foldedSidebarGroups,
  type ListLook,
  lookAsBegun,
  looksIn,
  MOST_LISTS,
  type Preferences,
  PreferencesPatch,
  sidebarGroups,
} from "./schema.ts";

type Patch = z.output<typeof PreferencesPatch>;

/** The column of each preference and its stored value; undefined for no change. */
const columns: {
  [F in Exclude<keyof Patch, "lists" | "notifications">]-?: (
    to: Patch[F],
  ) => Updateable<Tables["users"]>;
} = {
  theme: (theme) => ({ theme }),
  shortcuts: (to) => ({ shortcuts: flag(to) }),
  sidebar: (sidebar) => ({ sidebar }),
  // Each once, in the sidebar's order
  sidebarFolded: (to) => ({
    sidebar_folded: to && JSON.stringify(sidebarGroups.filter((group) => to.includes(group))),
  }),
  startPage: (to) => ({ start_page: to }),
  timeZone: (to) => ({ time_zone: to }),
  weekStart: (to) => ({ week_start: to }),
  density: (to) => ({ density: to }),
};

function flag(to: boolean | undefined): 0 | 1 | undefined {
  return to === undefined ? undefined : to ? 1 : 0;
}

/**
 * Changes the actor's given preferences. They only change what the actor sees, so they have no activity and no version.
 * @throws Forbidden without a signed-in session; Invalid for an empty patch
 */
export const updatePreferences = principalOperation({
  name: "preferences.update",
  scope: null,
  input: PreferencesPatch,
  async run({ tx, actor }, patch): Promise<Preferences> {
    const kept = await tx.selectFrom("users").select(["lists", "notifications", "density"])
      .where("id", "=", actor.userId).executeTakeFirstOrThrow();
    const channels = patch.notifications &&
      chosenIn(withChosen(keptChannels(kept.notifications), patch.notifications));
    const lists = changedLooks(looksOf(kept.lists), kept.density, patch);
    const now = await tx.updateTable("users")
      .set({
        ...columns.theme(patch.theme),
        ...columns.shortcuts(patch.shortcuts),
        ...columns.sidebar(patch.sidebar),
        ...columns.sidebarFolded(patch.sidebarFolded),
        ...columns.startPage(patch.startPage),
        ...columns.timeZone(patch.timeZone),
        ...columns.weekStart(patch.weekStart),
        // Sets a column even if the patch contains no list's options
        ...columns.density(patch.density ?? kept.density),
        notifications: channels && JSON.stringify(channels),
        lists: lists && JSON.stringify(lists),
      })
      .where("id", "=", actor.userId)
      .returning(["theme", "shortcuts", "sidebar", "sidebar_folded", "notifications", "lists"])
      .returning(["start_page", "time_zone", "week_start", "density"])
      .executeTakeFirstOrThrow();
    return {
      theme: now.theme,
      shortcuts: now.shortcuts === 1,
      sidebar: now.sidebar,
      sidebarFolded: foldedSidebarGroups(keptIn(now.sidebar_folded)) ?? [],
      notifications: keptChannels(now.notifications),
      startPage: now.start_page,
      timeZone: now.time_zone,
      weekStart: now.week_start,
      density: now.density,
      lists: looksOf(now.lists),
    };
  },
});

function looksOf(text: string): ListLook[] {
  return looksIn(keptIn(text)) ?? [];
}

/**
 * Returns the display options of all lists after a change, most recently changed last. Default options aren't stored.
 * @param begun the former default density; lists with it get the new default
 * @returns undefined without a change
 */
function changedLooks(
  kept: ListLook[],
  begun: Preferences["density"],
  { density = begun, lists = [] }: Patch,
): ListLook[] | undefined {
  if (density === begun && lists.length === 0) return undefined;
  const first = lookAsBegun({ density });
  const looks = new Map(
    kept.map((look) => [look.list, look.density === begun ? { ...look, density } : look]),
  );
  for (const { list, ...change } of lists) {
    const look = { list, ...first, ...looks.get(list), ...change };
    looks.delete(list);
    looks.set(list, {
      ...look,
      hidden: partsInOrder(look.hidden),
      folded: [...new Set(look.folded)],
      hiddenColumns: [...new Set(look.hiddenColumns)],
      shownColumns: [...new Set(look.shownColumns)],
    });
  }
  return [...looks.values()].filter((look) => !isSame(look, first)).slice(-MOST_LISTS);
}

function isSame({ list: _list, ...look }: ListLook, first: Omit<ListLook, "list">): boolean {
  return JSON.stringify(look) === JSON.stringify(first);
}
