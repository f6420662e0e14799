import { listMenuPath, listPath, type ListQuery } from "../../../views/paths.ts";
import { displayOf, withDefaultDisplay, withRowsAsNow } from "../../../views/tasks/display.ts";
import { foldKey } from "../../../views/tasks/grouping.ts";
import { searchOf } from "../../../views/tasks/list_search.ts";
import type { Member } from "../../domain/core/actor.ts";
import { type ListLook, lookAsBegun, MOST_FOLDED } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import type { RowPart } from "../../domain/tasks/display.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { filled, text } from "../forms.ts";
import { searchIn } from "./list_query.ts";
import { listShown } from "./list_shown.ts";
import {
  displayAction,
  type KeptLook,
  keptLook,
  namedBy,
  onPage,
  undoOfListLook,
  withChosen,
} from "./undo_list_look.ts";

const shownBy = (at: ActionContext<Member>, search: string) =>
  listShown(at, new URLSearchParams(search));

/** A change of a list's display, and the earlier list. */
interface LookChanged {
  change: Partial<ListLook>;
  was: KeptLook;
  before: ListQuery;
}

/** Changes the viewer's display of a list. */
export async function changeLook(
  at: ActionContext<Member>,
  search: string,
  changed: (now: ListLook) => Partial<ListLook>,
): Promise<LookChanged> {
  const { look } = await shownBy(at, search);
  const change = changed(look);
  const was = keptLook(at, { list: look.list, ...change });
  await at.perform(updatePreferences, { lists: [{ list: look.list, ...change }] });
  return { change, was, before: await onPage(at, search) };
}

/** Opens the URL with the new display of rows, if the URL contains it. */
const toItsRows = {
  becomes({ change, before }: LookChanged): string | null {
    const now = withRowsAsNow(before, change);
    return listPath(now) === listPath(before) ? null : listPath(namedBy(searchOf(now)));
  },
  /** The menu stays open for the next choice. */
  stays: (_values: unknown, _params: unknown, { change, before }: LookChanged) =>
    listMenuPath("display", withRowsAsNow(before, change)),
};

/** Shows or hides a part of rows. */
export const toggleRowPart = action({
  ...displayAction,
  button: "toggle",
  form: { toggle: text, query: text },
  does: ({ toggle, query: search }, at) =>
    changeLook(at, search, ({ hidden }) => {
      const left = hidden.filter((part) => part !== toggle);
      return { hidden: left.length < hidden.length ? left : [...hidden, toggle as RowPart] };
    }),
  ...toItsRows,
});

/** Changes the density of rows. */
export const setDensity = action({
  ...displayAction,
  button: "density",
  form: { density: text, query: text },
  does: ({ density, query: search }, at) =>
    changeLook(at, search, () => ({ density: density as ListLook["density"] })),
  ...toItsRows,
});

/** Nests sub-tasks under their parents, or stops nesting. */
export const placeSubTasks = action({
  ...displayAction,
  button: "subTasks",
  form: { subTasks: text, query: text },
  does: ({ subTasks, query: search }, at) =>
    changeLook(at, search, () => ({ subTasks: subTasks as ListLook["subTasks"] })),
  ...toItsRows,
});

/** The new and earlier display of a list, as a URL and as stored. */
interface DisplayChanged {
  query: ListQuery;
  before: ListQuery;
  was: KeptLook;
}

/** Opens the list with its new display, and keeps the menu open if the change came from it. */
const toItsDisplay = {
  becomes: ({ query }: DisplayChanged) => listPath(query),
  stays: ({ menu }: { menu?: string | undefined }, _params: unknown, { query }: DisplayChanged) =>
    menu ? listMenuPath("display", query) : null,
};

const wayBack = ({ query, before, was }: DisplayChanged) =>
  undoOfListLook(was, { from: searchOf(query), to: searchOf(before) });

/** Display options that can change together, with their names. */
const together = { group: "grouping", subgroup: "subgrouping", sort: "order" } as const;

/** Names the options that one choice changed, if it changed several. */
function changedTogether({ query, before }: DisplayChanged): string | null {
  const changed = (Object.keys(together) as (keyof typeof together)[])
    .filter((name) => query[name] !== before[name]).map((name) => together[name]);
  return changed.length > 1 ? new Intl.ListFormat("en").format(changed) : null;
}

/**
 * Changes the layout, grouping, sorting, or closed tasks of a list and stores the display for the viewer. For a saved view,
 * only the URL changes.
 */
export const showList = action({
  ...displayAction,
  button: "show",
  form: { show: text, query: text, menu: filled },
  async does({ show, query: search }, at): Promise<DisplayChanged> {
    const { shown, look: { list, subTasks } } = await shownBy(at, search);
    const now = await onPage(at, search);
    const chosen = withChosen(now, namedBy(search), namedBy(show));
    const look = { list, ...(shown ? {} : displayOf(chosen, subTasks)) };
    const was = keptLook(at, look);
    if (!shown) await at.perform(updatePreferences, { lists: [look] });
    return { query: namedBy(searchOf(chosen)), before: namedBy(searchOf(now)), was };
  },
  says(shown) {
    const changed = changedTogether(shown);
    return changed
      ? { text: `${changed[0]!.toUpperCase()}${changed.slice(1)} changed`, undo: wayBack(shown) }
      : null;
  },
  ...toItsDisplay,
});

/** Resets the display of a list or view. Collapsed groups and hidden columns stay. */
export const resetList = action({
  ...displayAction,
  button: "reset",
  form: { query: text, menu: filled },
  async does({ query: search }, at): Promise<DisplayChanged> {
    const { query: before, look: { list }, shown } = await shownBy(at, search);
    const begun = lookAsBegun(at.viewer.preferences);
    const { folded: _folded, hiddenColumns: _hidden, shownColumns: _shown, ...first } = begun;
    const look = { list, ...first };
    const was = keptLook(at, look);
    await at.perform(updatePreferences, { lists: [look] });
    const query = namedBy(searchOf(shown ? { view: shown.view.key } : withDefaultDisplay(before)));
    return { query, before, was };
  },
  says: (shown) => ({ text: "Display options reset", undo: wayBack(shown) }),
  ...toItsDisplay,
});

/** Returns the list with the collapsed group. On a view's page, the path names the view. */
function foldedOn({ asking }: ActionContext<Member>, search: string): string {
  return asking ? String(searchIn(asking)) : search;
}

/** Collapses groups or parents, given by keys separated by commas. */
export const foldListGroups = action({
  ...displayAction,
  button: "fold",
  form: { fold: text, query: text },
  async does({ fold, query }, at) {
    const search = foldedOn(at, query);
    const keys = await foldKeys(at, search, fold);
    return await changeLook(
      at,
      search,
      ({ folded }) => ({ folded: [...new Set([...folded, ...keys])].slice(-MOST_FOLDED) }),
    );
  },
});

/** Expands groups or parents. */
export const unfoldListGroups = action({
  ...displayAction,
  button: "unfold",
  form: { unfold: text, query: text },
  async does({ unfold, query }, at) {
    const search = foldedOn(at, query);
    const keys = await foldKeys(at, search, unfold);
    return await changeLook(
      at,
      search,
      ({ folded }) => ({ folded: folded.filter((key) => !keys.includes(key)) }),
    );
  },
});

/** Returns the stored keys of groups. @param ids their IDs on the page, separated by commas */
async function foldKeys(at: ActionContext<Member>, search: string, ids: string): Promise<string[]> {
  const { query } = await shownBy(at, search);
  return ids.split(",").map((id) => foldKey(query, id));
}
