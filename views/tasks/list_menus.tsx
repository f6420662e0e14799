import type { TaskSort } from "../../server/domain/tasks/schema.ts";
import { listPath, type ListQuery, onlyRecord } from "../paths.ts";
import { Menu } from "../ui/menu.tsx";
import { groupings, groupingWords, sortOrder, sortWords } from "../ui/words.ts";
import { fitsGroups, shownGrouping } from "./grouping.ts";

/** The order by hand is a team's own. */
function isOffered(sort: TaskSort, { teamId }: ListQuery): boolean {
  return sort !== "position" || onlyRecord(teamId) !== undefined;
}

const layouts = [["List", undefined], ["Board", "board"]] as const;

/** How a list is laid out, grouped and sorted. What groups don't keep takes them away, and says so. */
export function DisplayMenu({ query }: { query: ListQuery }) {
  const { sort, q, layout } = query;
  const group = shownGrouping(query);
  const apart = q && layout !== "board";
  return (
    <Menu
      name="Display"
      groups={[
        {
          name: "Layout",
          choices: layouts.map(([name, word]) => ({
            name,
            hint: word === layout ? undefined : "Ctrl B",
            chosen: word === layout,
            href: listPath({ ...query, layout: word }),
          })),
        },
        {
          name: apart ? "Group by, once the text filter is cleared" : "Group by",
          choices: groupings.map((word) => ({
            name: groupingWords[word],
            chosen: word === (apart ? query.group ?? "status" : group),
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
              group: apart || fitsGroups(word) ? query.group : "none",
              sort: word,
            }),
          })),
        },
      ]}
    />
  );
}
