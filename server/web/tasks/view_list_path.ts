import { listPath } from "../../../views/paths.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import { groupingWords, sortWords } from "../../../views/ui/words.ts";
import { scopedFilters } from "../../domain/side_effects/scoped_filters.ts";
import type { View } from "../../domain/saved_views/schema.ts";

const shown = new Set<string>(["q", ...filterFields]);

/** The list that shows what a view of tasks does; null where the list's page doesn't narrow, group or sort like it. */
export function viewListPath(view: View): string | null {
  const { grouping, sorting, layout } = view;
  const filters = scopedFilters(view);
  const told = Object.keys(filters).every((field) => shown.has(field)) &&
    Object.hasOwn(groupingWords, grouping) && Object.hasOwn(sortWords, sorting);
  if (!told) return null;
  const board = layout === "board" ? { layout } : {};
  return listPath({ ...filters, ...board, group: grouping, sort: sorting });
}
