import type { TaskGrouping, TaskSort } from "../../server/domain/tasks/schema.ts";
import type { ListQuery } from "../paths.ts";
import type { FilterChip } from "../tasks/filter_bar.tsx";
import { filterOf } from "../tasks/filters/all.tsx";
import { isEmptyAsked, operatorWords } from "../tasks/filters/filter.ts";
import { groupingWords, sortWords } from "../ui/words.ts";

/** Describes a list's layout and filters. */
export function listWords(query: ListQuery, chips: readonly FilterChip[]) {
  const narrowed = [...(query.q ? [`“${query.q}”`] : []), ...chips.map(chipWords)];
  return (
    <>
      {displayWords(query)}
      {narrowed.length === 0 ? ", all tasks" : (
        <>
          : <bdi>{narrowed.join("; ")}</bdi>
        </>
      )}
    </>
  );
}

function displayWords({ layout, group = "status", subgroup, sort }: ListQuery): string {
  const by = (grouping: string) => groupingWords[grouping as TaskGrouping].toLowerCase();
  return [
    layout === "board" ? "Board" : "List",
    ...(group === "none" ? [] : [` by ${by(group)}`]),
    ...(subgroup && group !== "none" ? [`, then ${by(subgroup)}`] : []),
    ...(sort ? [`, ${sortWords[sort as TaskSort].toLowerCase()}`] : []),
  ].join("");
}

/** Describes a filter: "Label is any of Bug, Garden". */
function chipWords({ field, values, names }: FilterChip): string {
  const { filter, comparison } = filterOf(field);
  const how = `${filter.name} ${operatorWords(comparison, values)}`;
  return isEmptyAsked(comparison, values) ? how : `${how} ${names.join(", ")}`;
}
