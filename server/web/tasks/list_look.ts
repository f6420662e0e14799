import {
  listMenuPath,
  listPath,
  type ListQuery,
  taskDisplayPath,
  tasksPath,
} from "../../../views/paths.ts";
import { asItBegins, keptOf, withRowsAsNow } from "../../../views/tasks/display.ts";
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
import { isView, listShown, viewOf } from "./list_shown.ts";

/** What changes how a list is shown. */
export const displayAction = { path: taskDisplayPath, home: () => tasksPath } as const;
const queryIn = (search: string) => queryOf(new URLSearchParams(search));
const shownIn = (at: ActionContext<Member>, search: string) =>
  listShown(at, new URLSearchParams(search));

/** The list as it is now where a form was sent, which may have been drawn before. */
async function asItStands(at: ActionContext<Member>, query: string): Promise<ListQuery> {
  return at.asking ? (await listShown(at)).query : queryIn(query);
}

/** What was changed of a list's look, and the list before. */
interface LookChanged {
  change: Partial<ListLook>;
  query: ListQuery;
}

/** Changes how the viewer has the list that a form names by its URL's query. */
export async function changeLook(
  at: ActionContext<Member>,
  query: string,
  changed: (now: ListLook) => Partial<ListLook>,
): Promise<LookChanged> {
  const { look } = await shownIn(at, query);
  const change = changed(look);
  await at.perform(updatePreferences, { lists: [{ list: look.list, ...change }] });
  return { change, query: await asItStands(at, query) };
}

/** Where a change of its rows leads: to an address that says them as they are now, where it said them. */
const saidAnew = {
  becomes({ change, query }: LookChanged): string | null {
    const now = withRowsAsNow(query, change);
    return listPath(now) === listPath(query) ? null : listPath(queryIn(searchOf(now)));
  },
  /** The menu stays for the next choice. */
  stays: (_values: unknown, _params: unknown, { change, query }: LookChanged) =>
    listMenuPath("display", withRowsAsNow(query, change)),
};

/** Shows something in the rows of a list, or no longer. */
export const toggleRowPart = action({
  ...displayAction,
  button: "toggle",
  form: { toggle: text, query: text },
  does: ({ toggle, query }, at) =>
    changeLook(at, query, ({ hidden }) => {
      const left = hidden.filter((part) => part !== toggle);
      return { hidden: left.length < hidden.length ? left : [...hidden, toggle as RowPart] };
    }),
  ...saidAnew,
});

/** Makes the rows of a list higher or lower. */
export const setDensity = action({
  ...displayAction,
  button: "density",
  form: { density: text, query: text },
  does: ({ density, query }, at) =>
    changeLook(at, query, () => ({ density: density as ListLook["density"] })),
  ...saidAnew,
});

/** Puts sub-tasks of a list below their parents, or beside them. */
export const placeSubTasks = action({
  ...displayAction,
  button: "subTasks",
  form: { subTasks: text, query: text },
  does: ({ subTasks, query }, at) =>
    changeLook(at, query, () => ({ subTasks: subTasks as ListLook["subTasks"] })),
  ...saidAnew,
});

/** Where the display of a list leads, and the menu that stays for the next choice, where one chose in it. */
const shownAnew = {
  becomes: (search: string) => listPath(queryIn(search)),
  stays: ({ menu }: { menu?: string | undefined }, _params: unknown, search: string) =>
    menu ? listMenuPath("display", queryIn(search)) : null,
};

/**
 * Lays a list out, groups or sorts it otherwise, or shows other parts of it, and has it so from then on: the viewer
 * finds it as they left it. A saved view is shown as it was saved; only its address says it otherwise.
 */
export const showList = action({
  ...displayAction,
  button: "show",
  form: { show: text, query: text, menu: filled },
  async does({ show, query }, at) {
    const { list, subTasks } = (await shownIn(at, query)).look;
    const chosen = withChosen(await asItStands(at, query), queryIn(query), queryIn(show));
    if (!isView(list)) {
      await at.perform(updatePreferences, { lists: [{ list, ...keptOf(chosen, subTasks) }] });
    }
    return searchOf(chosen);
  },
  ...shownAnew,
});

/** A list with what was chosen in it, whatever else was meanwhile. @param from as the choice was offered @param to as it was made */
function withChosen(now: ListQuery, from: ListQuery, to: ListQuery): ListQuery {
  const names = Object.keys({ ...from, ...to }) as (keyof ListQuery)[];
  const chosen = names.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]);
  return { ...now, ...Object.fromEntries(chosen) };
}

/** Shows a list as it begins, or a view as it was saved: what is folded and which columns are hidden stays. */
export const resetList = action({
  ...displayAction,
  button: "reset",
  form: { query: text, menu: filled },
  async does({ query }, at) {
    const { query: now, look } = await shownIn(at, query);
    const { folded: _folded, hiddenColumns: _hidden, shownColumns: _shown, ...first } = firstLook;
    await at.perform(updatePreferences, { lists: [{ list: look.list, ...first }] });
    const view = await viewOf(at, now);
    return (view?.href ?? listPath(asItBegins(now))).split("?")[1] ?? "";
  },
  ...shownAnew,
});

/** Folds groups of a list, or parents: their keys, separated by commas. */
export const foldListGroups = action({
  ...displayAction,
  button: "fold",
  form: { fold: text, query: text },
  async does({ fold, query }, at) {
    const keys = await foldKeys(at, query, fold);
    return await changeLook(
      at,
      query,
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
    const keys = await foldKeys(at, query, unfold);
    return await changeLook(
      at,
      query,
      ({ folded }) => ({ folded: folded.filter((key) => !keys.includes(key)) }),
    );
  },
});

/** By what groups are remembered as folded. @param ids theirs on the page, separated by commas */
async function foldKeys(at: ActionContext<Member>, search: string, ids: string): Promise<string[]> {
  const { query } = await shownIn(at, search);
  return ids.split(",").map((id) => foldKey(query, id));
}
