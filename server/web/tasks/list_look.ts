import {
  listMenuPath,
  listPath,
  type ListQuery,
  taskDisplayPath,
  tasksPath,
} from "../../../views/paths.ts";
import { asItBegins, displayOf, withRowsAsNow } from "../../../views/tasks/display.ts";
import { foldKey } from "../../../views/tasks/grouping.ts";
import { searchOf } from "../../../views/tasks/list_search.ts";
import type { Member } from "../../domain/core/actor.ts";
import { firstLook, type ListLook, MOST_FOLDED } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import type { RowPart } from "../../domain/tasks/display.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { filled, text } from "../forms.ts";
import { queryOf } from "./list_query.ts";
import { listShown } from "./list_shown.ts";

/** What changes how a list is shown. */
export const displayAction = { path: taskDisplayPath, home: () => tasksPath } as const;

/** The list that a form names, by what its URL has after the question mark. */
const namedBy = (search: string) => queryOf(new URLSearchParams(search));
const shownBy = (at: ActionContext<Member>, search: string) =>
  listShown(at, new URLSearchParams(search));

/** The list on the page that sends a form: it may be another by now than when the form was drawn. */
async function onPage(at: ActionContext<Member>, search: string): Promise<ListQuery> {
  return at.asking ? (await listShown(at)).query : namedBy(search);
}

/** What was changed of a list's look, and the list before. */
interface LookChanged {
  change: Partial<ListLook>;
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
  await at.perform(updatePreferences, { lists: [{ list: look.list, ...change }] });
  return { change, before: await onPage(at, search) };
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

/** Where the display of a list leads, and the menu that stays for the next choice, where one chose in it. */
const toItsDisplay = {
  becomes: (search: string) => listPath(namedBy(search)),
  stays: ({ menu }: { menu?: string | undefined }, _params: unknown, search: string) =>
    menu ? listMenuPath("display", namedBy(search)) : null,
};

/**
 * Lays a list out, groups or sorts it otherwise, or shows other parts of it, and has it so from then on: the viewer
 * finds it as they left it. A saved view is shown as it was saved; only its address says it otherwise.
 */
export const showList = action({
  ...displayAction,
  button: "show",
  form: { show: text, query: text, menu: filled },
  async does({ show, query: search }, at) {
    const { shown, look: { list, subTasks } } = await shownBy(at, search);
    const chosen = withChosen(await onPage(at, search), namedBy(search), namedBy(show));
    if (!shown) {
      await at.perform(updatePreferences, { lists: [{ list, ...displayOf(chosen, subTasks) }] });
    }
    return searchOf(chosen);
  },
  ...toItsDisplay,
});

/**
 * A list with what was chosen in it, and nothing else changed of what it is by now.
 * @param offered the list on which the choice was offered
 * @param chosen that list, with the choice
 */
function withChosen(now: ListQuery, offered: ListQuery, chosen: ListQuery): ListQuery {
  const fields = Object.keys({ ...offered, ...chosen }) as (keyof ListQuery)[];
  const changed = fields.filter((field) => offered[field] !== chosen[field]);
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, chosen[field]])) };
}

/** Shows a list as it begins, or a view as it was saved: what is folded and which columns are hidden stays. */
export const resetList = action({
  ...displayAction,
  button: "reset",
  form: { query: text, menu: filled },
  async does({ query: search }, at) {
    const { query, look, shown } = await shownBy(at, search);
    const { folded: _folded, hiddenColumns: _hidden, shownColumns: _shown, ...first } = firstLook;
    await at.perform(updatePreferences, { lists: [{ list: look.list, ...first }] });
    return searchOf(shown ? { view: shown.view.key } : asItBegins(query));
  },
  ...toItsDisplay,
});

/** Folds groups of a list, or parents: their keys, separated by commas. */
export const foldListGroups = action({
  ...displayAction,
  button: "fold",
  form: { fold: text, query: text },
  async does({ fold, query: search }, at) {
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
  async does({ unfold, query: search }, at) {
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
