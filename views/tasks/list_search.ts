import { displayParameters } from "./display_parameters.ts";
import { listMenuPath, type ListQuery } from "../paths.ts";
import { filterFields } from "./filters/fields.ts";

/** Returns the query that identifies a list: the parameters of its URL, and its view. */
export function searchOf(query: ListQuery): string {
  return listMenuPath("display", query).split("?")[1] ?? "";
}

/** Returns the form fields that keep the current list. */
export function listFields({ view: _view, ...query }: ListQuery): [name: string, value: string][] {
  return Object.entries(query).flatMap(([name, value]) => value ? [[name, value]] : []);
}

/** Returns a list without filters. The search text and the display stay. */
export function unfiltered(query: ListQuery): ListQuery {
  const left = { ...query };
  for (const field of filterFields) delete left[field];
  return left;
}

/** Returns a list with its filters and the default display. */
export function undisplayed(query: ListQuery): ListQuery {
  const left = { ...query };
  for (const parameter of displayParameters) delete left[parameter];
  return left;
}
