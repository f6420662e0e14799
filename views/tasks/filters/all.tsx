import type { FilterField } from "./fields.ts";
import { Icon } from "../../icons.tsx";
import { propertiesWith } from "../properties/all.ts";
import { days } from "./days.ts";
import { anyOrNone, type Comparison, type Filter } from "./filter.ts";
import { me, people } from "./people.tsx";

const creator: Filter = {
  name: "Creator",
  comparisons: anyOrNone("creatorId", "notCreatorId"),
  list: "members",
  choices: ({ members }) => [me, ...people(members)],
};

/** A filter by the time of an event. */
function happened(name: string, from: FilterField, before: FilterField): Filter {
  return {
    name,
    comparisons: [{ by: "from", field: from }, { by: "before", field: before }],
    choices: () => days("today", "-1d", "-7d", "-14d", "-30d", "-90d"),
    other: "day",
    ready: [
      { name: "Since today", value: "today", by: "from" },
      { name: "Last 7 days", value: "-7d", by: "from" },
      { name: "More than 30 days ago", value: "-30d", by: "before" },
    ],
  };
}

/** Limits closed tasks by the time they were closed. The Display menu offers it. */
const closed: Filter = {
  name: "Date closed",
  comparisons: [{ by: "from", field: "closedSince" }],
  choices: () => days("today", "-7d", "-14d", "-30d", "-90d"),
  other: "day",
  ready: [],
};

/** Shows archived tasks, which have their own lists. */
const archived: Filter = {
  name: "Archived",
  comparisons: [{ by: "on", field: "archived" }],
  choices: () => [{ name: "Yes", value: "true" }],
  ready: [{
    name: "Archived tasks",
    icon: <Icon name="archive" />,
    value: "true",
    by: "on",
  }],
};

/** All filters of task lists, in the order of the menu. */
export const filters: readonly Filter[] = [
  ...propertiesWith("status", "priority", "assignee", "labels", "project", "team", "deadline")
    .flatMap(({ filter }) => filter ?? []),
  creator,
  happened("Date created", "createdAfter", "createdBefore"),
  happened("Date updated", "updatedSince", "updatedBefore"),
  happened("Date completed", "completedAfter", "completedBefore"),
  closed,
  archived,
];

const byField = new Map(
  filters.flatMap((filter) =>
    filter.comparisons.map((comparison) => [comparison.field, { filter, comparison }] as const)
  ),
);

/** Returns the filter and comparison of a URL parameter. */
export function filterOf(field: FilterField): { filter: Filter; comparison: Comparison } {
  return byField.get(field)!;
}
