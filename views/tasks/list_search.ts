import { displayParameters } from "./display_parameters.ts";
import { listPath, type ListQuery } from "../paths.ts";
import { filterFields } from "./filters/fields.ts";

/** What a list's URL has after its question mark. */
export function searchOf(query: ListQuery): string {
  return listPath(query).split("?")[1] ?? "";
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
