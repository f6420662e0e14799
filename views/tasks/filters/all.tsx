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

/** A filter by when something happened to a task. */
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

/** How much of what is closed stands beside what is open: Display offers it. */
const closed: Filter = {
  name: "Date closed",
  comparisons: [{ by: "from", field: "closedSince" }],
  choices: () => days("today", "-7d", "-14d", "-30d", "-90d"),
  other: "day",
  ready: [],
};

/** What is archived stands in lists of its own. */
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

/** Everything that lists are narrowed by, in the order in which the menu offers it. */
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

/** The filter that a parameter of a list's URL belongs to, and how that compares. */
export function filterOf(field: FilterField): { filter: Filter; comparison: Comparison } {
  return byField.get(field)!;
}
