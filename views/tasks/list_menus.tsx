import type { ListLook } from "../../server/domain/preferences/schema.ts";
import type { ClosedShown, RowPart } from "../../server/domain/tasks/display.ts";
import type { TaskSort } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord, taskDisplayPath, tasksCsvOf } from "../paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { groupings, groupingWords, sortOrder, sortWords } from "../ui/words.ts";
import {
  closedOf,
  closedWords,
  hasDefaultRows,
  withClosed,
  withDefaultDisplay,
} from "./display.ts";
import { shownGrouping, shownSubgrouping } from "./grouping.ts";
import { searchOf } from "./list_search.ts";

const layouts = [["List", undefined], ["Board", "board"]] as const;

/** The menu of display options. */
export function DisplayMenu({ query, look, begun }: {
  query: ListQuery;
  look: ListLook;
  /** The viewer's default display. */
  begun: Pick<ListLook, "density">;
}) {
  const isBoard = query.layout === "board";
  return (
    <Menu
      name="Display"
      many
      action={taskDisplayPath}
      along={{ query: searchOf(query), menu: "1" }}
      groups={[
        {
          name: "Layout",
          choices: layouts.map(([name, word]) => ({
            name,
            press: (word === "board") === isBoard ? undefined : "Ctrl B",
            chosen: (word === "board") === isBoard,
            send: shows({ ...query, layout: word }),
          })),
        },
        {
          name: query.q ? "Group by (not used with a text filter)" : "Group by",
          choices: groupingChoices(query),
        },
        ...subgroups(query),
        { name: "Sort", choices: sortChoices(query) },
        { name: "Completed and cancelled", choices: closedChoices(query) },
        { name: "Sub-tasks", choices: [topLevel(query), ...nesting(query, look)] },
        {
          name: isBoard ? "Show on cards" : "Show in rows",
          choices: rowParts.map((part) => ({
            name: partWords[part],
            chosen: !look.hidden.includes(part),
            send: { name: "toggle", value: part },
          })),
        },
        {
          name: "Density",
          choices: (["comfortable", "compact"] as const).map((density) => ({
            name: densityWords[density],
            chosen: look.density === density,
            send: { name: "density", value: density },
          })),
        },
        {
          name: "Export",
          choices: [{ name: "Download as CSV", href: tasksCsvOf(query), downloads: true }],
        },
        ...reset(query, hasDefaultRows(look, begun)),
      ]}
      below={onlyRecord(query.teamId)
        ? undefined
        : <p class="menu-hint">To use manual order, filter by one team.</p>}
    />
  );
}

const partWords: Record<RowPart, string> = {
  priority: "Priority",
  reference: "Reference",
  project: "Project",
  labels: "Labels",
  deadline: "Deadline",
  assignee: "Assignee",
};
const rowParts = Object.keys(partWords) as RowPart[];
const densityWords: Record<ListLook["density"], string> = {
  comfortable: "Comfortable",
  compact: "Compact",
};

/** Returns the form value that shows and stores a list's display. */
const shows = (query: ListQuery) => ({ name: "show", value: searchOf(query) });

/** The choice that resets the display, if it differs from the default. */
function reset(query: ListQuery, begun: boolean): { name: string; choices: Choice[] }[] {
  if (searchOf(query) === searchOf(withDefaultDisplay(query)) && begun) return [];
  return [{
    name: "All display options",
    choices: [{ name: "Reset", send: { name: "reset", value: "1" } }],
  }];
}

function groupingChoices(query: ListQuery): Choice[] {
  const group = query.group ?? "status";
  return groupings.map((word) => ({
    name: groupingWords[word],
    chosen: word === group,
    send: shows({
      ...query,
      group: word,
      subgroup: word === "none" || word === query.subgroup ? undefined : query.subgroup,
    }),
  }));
}

/** The choices of subgroups, if the list has groups. */
function subgroups(query: ListQuery): { name: string; choices: Choice[] }[] {
  const by = shownGrouping(query);
  if (by === "none" || query.layout === "board") return [];
  const subgroup = shownSubgrouping(query);
  const choices = groupings.filter((word) => word !== by).map((word) => ({
    name: word === "none" ? "No subgroups" : groupingWords[word],
    chosen: word === subgroup,
    send: shows({ ...query, subgroup: word === "none" ? undefined : word }),
  }));
  return [{ name: "Then by", choices }];
}

function sortChoices(query: ListQuery): Choice[] {
  return sortOrder.filter((word) => isOffered(word, query)).map((word) => ({
    name: sortWords[word],
    chosen: word === (query.sort ?? "-createdAt"),
    send: shows({ ...query, sort: word }),
  }));
}

/** Returns whether a sort order is available. Each team has its own manual order. */
function isOffered(sort: TaskSort, { teamId }: ListQuery): boolean {
  return sort !== "position" || onlyRecord(teamId) !== undefined;
}

/** The choices for closed tasks. */
function closedChoices(query: ListQuery): Choice[] {
  const now = closedOf(query);
  return (Object.keys(closedWords) as ClosedShown[]).map((closed) => ({
    name: closedWords[closed],
    chosen: closed === now,
    send: shows(withClosed(query, closed)),
  }));
}

/** The choice that shows sub-tasks in the list. */
function topLevel(query: ListQuery): Choice {
  const out = query.parentId === "none";
  return {
    name: "Show sub-tasks",
    chosen: !out,
    send: shows({ ...query, parentId: out ? undefined : "none" }),
  };
}

/** The choice that nests sub-tasks under their parents. Boards can't nest cards. */
function nesting({ layout, parentId }: ListQuery, { subTasks }: ListLook): Choice[] {
  if (layout === "board" || parentId === "none") return [];
  const below = subTasks === "below";
  const send = { name: "subTasks", value: below ? "beside" : "below" };
  return [{ name: "Nest under parent tasks", chosen: below, send }];
}
