import {
  listMenuPath,
  type ListQuery,
  onlyRecord,
  taskDisplayPath,
  tasksPath,
} from "../../../views/paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import {
  firstLook,
  type ListLook,
  MOST_FOLDED,
  type RowPart,
} from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action } from "../action.ts";
import type { ActionContext, PageContext } from "../context.ts";
import { text } from "../forms.ts";
import { queryOf } from "./list_query.ts";

/** How the viewer has a list: all tasks, their own, or a team's, however it is narrowed further. */
export async function lookOf(at: PageContext<Member>, query: ListQuery): Promise<ListLook> {
  const list = await listOf(at, query);
  const kept = at.viewer.preferences.lists.find((look) => look.list === list);
  return { ...firstLook, ...kept, list };
}

async function listOf(at: PageContext<Member>, query: ListQuery): Promise<string> {
  const word = onlyRecord(query.teamId);
  const team = word &&
    (await at.teams()).find(({ id, key }) => id === word || key === word.toUpperCase());
  if (team) return team.id;
  return query.assigneeId === "me" ? "mine" : "all";
}

/** What changes how a list looks. */
export const displayAction = { path: taskDisplayPath, home: () => tasksPath } as const;
const queryIn = (search: string) => queryOf(new URLSearchParams(search));
/** The menu stays for the next choice. */
const stays = ({ query }: { query: string }) => listMenuPath("display", queryIn(query));

/** Changes how the viewer has the list that a form names by its URL's query. */
export async function changeLook(
  at: ActionContext<Member>,
  query: string,
  changed: (now: ListLook) => Partial<ListLook>,
) {
  const look = await lookOf(at, queryIn(query));
  const { list } = look;
  return await at.perform(updatePreferences, { lists: [{ list, ...changed(look) }] });
}

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
  stays,
});

/** Makes the rows of a list higher or lower. */
export const setDensity = action({
  ...displayAction,
  button: "density",
  form: { density: text, query: text },
  does: ({ density, query }, at) =>
    changeLook(at, query, () => ({ density: density as ListLook["density"] })),
  stays,
});

/** Puts sub-tasks of a list below their parents, or beside them. */
export const placeSubTasks = action({
  ...displayAction,
  button: "subTasks",
  form: { subTasks: text, query: text },
  does: ({ subTasks, query }, at) =>
    changeLook(at, query, () => ({ subTasks: subTasks as ListLook["subTasks"] })),
  stays,
});

/** Folds groups of a list, or parents: their keys, separated by commas. */
export const foldListGroups = action({
  ...displayAction,
  button: "fold",
  form: { fold: text, query: text },
  does: ({ fold, query }, at) =>
    changeLook(
      at,
      query,
      ({ folded }) => ({
        folded: [...new Set([...folded, ...fold.split(",")])].slice(-MOST_FOLDED),
      }),
    ),
});

/** Unfolds them. */
export const unfoldListGroups = action({
  ...displayAction,
  button: "unfold",
  form: { unfold: text, query: text },
  does: ({ unfold, query }, at) => {
    const keys = unfold.split(",");
    return changeLook(
      at,
      query,
      ({ folded }) => ({ folded: folded.filter((key) => !keys.includes(key)) }),
    );
  },
});
