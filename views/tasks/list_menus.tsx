import type { TaskSort } from "../../server/domain/tasks/schema.ts";
import { listPath, type ListQuery, onlyRecord } from "../paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { groupings, groupingWords, sortOrder, sortWords } from "../ui/words.ts";
import { propertiesWith } from "./properties/all.ts";
import type { Filter, FilterLists } from "./properties/property.ts";
import { fitsGroups, shownGrouping } from "./grouping.ts";

const filters = propertiesWith("status", "priority", "assignee", "project", "labels", "team")
  .flatMap(({ filter }) => filter ?? []);

/** Every filter as a link to the list that has it, or no longer has it. */
export function FilterMenu({ query, ...lists }: FilterLists & { query: ListQuery }) {
  const groups = filters.map((filter) => ({
    name: filter.name,
    choices: filter.choices(lists).map(({ value, ...shown }): Choice => ({
      ...shown,
      ...switched(query, filter, value),
    })),
  }));
  return <Menu name="Filter" groups={groups.filter(({ choices }) => choices.length > 0)} />;
}

/** Whether a list is narrowed to a value, and the list that has it the other way. */
function switched(query: ListQuery, { field }: Filter, value: string) {
  const now = query[field]?.split(",") ?? [];
  const chosen = now.includes(value);
  const next = chosen ? now.filter((other) => other !== value) : [...now, value];
  return { chosen, href: listPath({ ...query, [field]: next.join(",") || undefined }) };
}

/** The order by hand is a team's own. */
function isOffered(sort: TaskSort, { teamId }: ListQuery): boolean {
  return sort !== "position" || onlyRecord(teamId) !== undefined;
}

/** How a list is grouped and sorted. What groups don't keep takes them away, and says so. */
export function DisplayMenu({ query }: { query: ListQuery }) {
  const { sort, q } = query;
  const group = shownGrouping(query);
  return (
    <Menu
      name="Display"
      groups={[
        {
          name: q ? "Group by, once the text filter is cleared" : "Group by",
          choices: groupings.map((word) => ({
            name: groupingWords[word],
            chosen: word === (q ? query.group ?? "status" : group),
            href: listPath({
              ...query,
              group: word,
              sort: word === "none" || fitsGroups(sort) ? sort : undefined,
            }),
          })),
        },
        {
          name: "Sort",
          choices: sortOrder.filter((word) => isOffered(word, query)).map((word) => ({
            name: sortWords[word],
            hint: fitsGroups(word) || group === "none" ? undefined : "no groups",
            chosen: word === (sort ?? "-createdAt"),
            href: listPath({
              ...query,
              group: q || fitsGroups(word) ? query.group : "none",
              sort: word,
            }),
          })),
        },
      ]}
    />
  );
}
