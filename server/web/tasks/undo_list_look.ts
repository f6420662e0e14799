import { listPath, type ListQuery, taskDisplayPath, tasksPath } from "../../../views/paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { type ListLook, lookAsBegun } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action, type Undo } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { type FieldReader, optional, text } from "../forms.ts";
import { queryOf } from "./list_query.ts";
import { listShown } from "./list_shown.ts";

/** What changes how a list is shown. */
export const displayAction = { path: taskDisplayPath, home: () => tasksPath } as const;

/** The list that a form names, by what its URL has after the question mark. */
export const namedBy = (search: string) => queryOf(new URLSearchParams(search));

/** The list on the page that sends a form: it may be another by now than when the form was drawn. */
export async function onPage(at: ActionContext<Member>, search: string): Promise<ListQuery> {
  return at.asking ? (await listShown(at)).query : namedBy(search);
}

/**
 * A list with what was chosen in it, and nothing else changed of what it is by now.
 * @param offered the list on which the choice was offered
 * @param chosen that list, with the choice
 */
export function withChosen(now: ListQuery, offered: ListQuery, chosen: ListQuery): ListQuery {
  const fields = Object.keys({ ...offered, ...chosen }) as (keyof ListQuery)[];
  const changed = fields.filter((field) => offered[field] !== chosen[field]);
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, chosen[field]])) };
}

/** A part of how a list looks to somebody. */
export type KeptLook = Pick<ListLook, "list"> & Partial<ListLook>;

/** What is kept of a list, of all that a change of its look names. */
export function keptLook(at: ActionContext<Member>, { list, ...change }: KeptLook): KeptLook {
  const { preferences } = at.viewer;
  const begun = lookAsBegun(preferences);
  const look = { ...begun, ...preferences.lists.find((one) => one.list === list) };
  const names = Object.keys(change) as (keyof typeof begun)[];
  return { list, ...Object.fromEntries(names.map((name) => [name, look[name]])) };
}

/** What a form posts back as JSON; what can't be read goes on as it is, to be refused. */
const json: FieldReader<unknown> = (fields, name) => {
  const text = fields.get(name) ?? "";
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Has a list look as it was kept before, and shows it at an address that says the same. */
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

/** The way back from a change of how a list looks, and from the address to which that led, where it did. */
export function undoOfListLook(was: KeptLook, led?: { from: string; to: string }): Undo {
  return {
    action: undoListLook,
    path: taskDisplayPath,
    along: { was: JSON.stringify(was), ...led },
  };
}
