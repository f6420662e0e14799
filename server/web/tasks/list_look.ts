import { listMenuPath, listPath, type ListQuery } from "../../../views/paths.ts";
import { asItBegins, displayOf, withRowsAsNow } from "../../../views/tasks/display.ts";
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

/** What was changed of a list's look, and the list before. */
interface LookChanged {
  change: Partial<ListLook>;
  was: KeptLook;
  before: ListQuery;
}

/** Changes how the viewer has the list that a form names. */
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

/** Where a change of its rows leads: to an address that says them as they are now, where it said them. */
const toItsRows = {
  becomes({ change, before }: LookChanged): string | null {
    const now = withRowsAsNow(before, change);
    return listPath(now) === listPath(before) ? null : listPath(namedBy(searchOf(now)));
  },
  /** The menu stays for the next choice. */
  stays: (_values: unknown, _params: unknown, { change, before }: LookChanged) =>
    listMenuPath("display", withRowsAsNow(before, change)),
};

/** Shows something in the rows of a list, or no longer. */
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

/** Makes the rows of a list higher or lower. */
export const setDensity = action({
  ...displayAction,
  button: "density",
  form: { density: text, query: text },
  does: ({ density, query: search }, at) =>
    changeLook(at, search, () => ({ density: density as ListLook["density"] })),
  ...toItsRows,
});

/** Puts sub-tasks of a list below their parents, or beside them. */
export const placeSubTasks = action({
  ...displayAction,
  button: "subTasks",
  form: { subTasks: text, query: text },
  does: ({ subTasks, query: search }, at) =>
    changeLook(at, search, () => ({ subTasks: subTasks as ListLook["subTasks"] })),
  ...toItsRows,
});

/** How a list is shown from now on, and how it was: as an address says it, and as it was kept. */
interface DisplayChanged {
  query: ListQuery;
  before: ListQuery;
  was: KeptLook;
}

/** Where the display of a list leads, and the menu that stays for the next choice, where one chose in it. */
const toItsDisplay = {
  becomes: ({ query }: DisplayChanged) => listPath(query),
  stays: ({ menu }: { menu?: string | undefined }, _params: unknown, { query }: DisplayChanged) =>
    menu ? listMenuPath("display", query) : null,
};

const wayBack = ({ query, before, was }: DisplayChanged) =>
  undoOfListLook(was, { from: searchOf(query), to: searchOf(before) });

/** What goes together with others in Display, and how it is called. */
const together = { group: "grouping", subgroup: "subgrouping", sort: "order" } as const;

/** What of a list's display changed by one choice, in words, where it was more than was chosen. */
function changedTogether({ query, before }: DisplayChanged): string | null {
  const changed = (Object.keys(together) as (keyof typeof together)[])
    .filter((name) => query[name] !== before[name]).map((name) => together[name]);
  return changed.length > 1 ? new Intl.ListFormat("en").format(changed) : null;
}

/**
 * Lays a list out, groups or sorts it otherwise, or shows other parts of it, and has it so from then on: the viewer
 * finds it as they left it. A saved view is shown as it was saved; only its address says it otherwise.
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

/** Shows a list as it begins, or a view as it was saved: what is folded and which columns are hidden stays. */
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
    const query = namedBy(searchOf(shown ? { view: shown.view.key } : asItBegins(before)));
    return { query, before, was };
  },
  says: (shown) => ({ text: "Display options reset", undo: wayBack(shown) }),
  ...toItsDisplay,
});

/** The list in which something was folded: on a view's page the address says that in its path. */
function foldedOn({ asking }: ActionContext<Member>, search: string): string {
  return asking ? String(searchIn(asking)) : search;
}

/** Folds groups of a list, or parents: their keys, separated by commas. */
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

/** Unfolds them. */
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

/** By what groups are remembered as folded. @param ids theirs on the page, separated by commas */
async function foldKeys(at: ActionContext<Member>, search: string, ids: string): Promise<string[]> {
  const { query } = await shownBy(at, search);
  return ids.split(",").map((id) => foldKey(query, id));
}
