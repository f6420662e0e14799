import { listPath, type ListQuery } from "../paths.ts";

/** What a list's URL has after its question mark. */
export function searchOf(query: ListQuery): string {
  return listPath(query).split("?")[1] ?? "";
}
