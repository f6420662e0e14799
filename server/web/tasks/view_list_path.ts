import type { DisplayParameter } from "../../../views/tasks/display_parameters.ts";
import { listPath } from "../../../views/paths.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import { groupingWords, sortWords } from "../../../views/ui/words.ts";
import { scopedFilters } from "../../domain/side_effects/scoped_filters.ts";
import type { View } from "../../domain/saved_views/schema.ts";

const shown = new Set<string>(["q", ...filterFields]);

/** The list that shows what a view of tasks does; null where the list's page doesn't narrow, group or sort like it. */
export function viewListPath(view: View): string | null {
  const { grouping, subgrouping, sorting, layout, subTasks, hidden, density } = view;
  const filters = scopedFilters(view);
  const told = Object.keys(filters).every((field) => shown.has(field)) &&
    [grouping, subgrouping].every((by) => Object.hasOwn(groupingWords, by)) &&
    Object.hasOwn(sortWords, sorting);
  if (!told) return null;
  const display = {
    layout: layout === "board" ? layout : undefined,
    group: grouping,
    subgroup: subgrouping === "none" ? undefined : subgrouping,
    sort: sorting,
    // What a view leaves as lists begin is as its viewer has it.
    subTasks: subTasks === "beside" ? undefined : subTasks,
    hidden: hidden.join(",") || undefined,
    density: density === "comfortable" ? undefined : density,
  } satisfies Record<DisplayParameter, string | undefined>;
  return listPath({ ...filters, ...display });
}
