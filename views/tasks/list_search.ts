import { displayParameters } from "./display_parameters.ts";
import { listMenuPath, type ListQuery } from "../paths.ts";
import { filterFields } from "./filters/fields.ts";

/** All that tells a list from others, as a query: what its page's address has, and the view that it is. */
export function searchOf(query: ListQuery): string {
  return listMenuPath("display", query).split("?")[1] ?? "";
}

/** What a form sends along, so that the list that it leads to is as this one is. */
export function listFields({ view: _view, ...query }: ListQuery): [name: string, value: string][] {
  return Object.entries(query).flatMap(([name, value]) => value ? [[name, value]] : []);
}

/** A list with nothing that narrows it but a text, shown as it is. */
export function unfiltered(query: ListQuery): ListQuery {
  const left = { ...query };
  for (const field of filterFields) delete left[field];
  return left;
}

/** What narrows a list alone, shown as lists begin. */
export function undisplayed(query: ListQuery): ListQuery {
  const left = { ...query };
  for (const parameter of displayParameters) delete left[parameter];
  return left;
}
