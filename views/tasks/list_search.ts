import { listPath, type ListQuery } from "../paths.ts";

/** What a list's URL has after its question mark. */
export function searchOf(query: ListQuery): string {
  return listPath(query).split("?")[1] ?? "";
}

/** A list with nothing that narrows it but a text: as it is laid out, grouped and sorted. */
export function unfiltered({ layout, group, subgroup, sort, q }: ListQuery): ListQuery {
  return { layout, group, subgroup, sort, q };
}
