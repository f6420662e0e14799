import { listPath, type ListQuery, taskDisplayPath, tasksPath } from "../../../views/paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { type ListLook, lookAsBegun } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { type FieldReader, optional, text } from "../forms.ts";
import { queryOf } from "./list_query.ts";
import { listShown } from "./list_shown.ts";

/** The path of actions that change a list's display. */
export const displayAction = { path: taskDisplayPath, home: () => tasksPath } as const;

/** Returns the list in a form, from the query of its URL. */
export const namedBy = (search: string) => queryOf(new URLSearchParams(search));

/** Returns the list of the requesting page, which might have changed since the form was rendered. */
export async function onPage(at: ActionContext<Member>, search: string): Promise<ListQuery> {
  return at.asking ? (await listShown(at)).query : namedBy(search);
}

/**
 * Returns the current list with only the chosen option changed.
 * @param offered the list that showed the option
 * @param chosen that list, with the choice
 */
export function withChosen(now: ListQuery, offered: ListQuery, chosen: ListQuery): ListQuery {
  const fields = Object.keys({ ...offered, ...chosen }) as (keyof ListQuery)[];
  const changed = fields.filter((field) => offered[field] !== chosen[field]);
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, chosen[field]])) };
}

/** A part of a list's display. */
export type KeptLook = Pick<ListLook, "list"> & Partial<ListLook>;

/** Returns the stored values that a change of display replaces. */
export function keptLook(at: ActionContext<Member>, { list, ...change }: KeptLook): KeptLook {
  const { preferences } = at.viewer;
  const begun = lookAsBegun(preferences);
  const look = { ...begun, ...preferences.lists.find((one) => one.list === list) };
  const names = Object.keys(change) as (keyof typeof begun)[];
  return { list, ...Object.fromEntries(names.map((name) => [name, look[name]])) };
}

/** Reads JSON from a form. Invalid JSON is passed on, so that the operation refuses it. */
const json: FieldReader<unknown> = (fields, name) => {
  const text = fields.get(name) ?? "";
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Restores a list's earlier display, and opens the matching URL. */
export const undoListLook = action({
  ...displayAction,
  button: "act=undoLook",
  form: { was: json, from: text, to: optional },
  async does({ was, from, to }, at) {
    await at.perform(updatePreferences, { lists: [was] });
    if (to === undefined) return null;
    return listPath(withChosen(namedBy(to), namedBy(from), await onPage(at, from)));
  },
  says: () => ({ text: "Display change undone" }),
  becomes: (address) => address,
});

/** Returns the Undo for a change of a list's display, and of the URL if the change opened another one. */
export function undoOfListLook(was: KeptLook, led?: { from: string; to: string }): Undo {
  return {
    action: undoListLook,
    path: taskDisplayPath,
    along: { was: JSON.stringify(was), ...led },
  };
}
