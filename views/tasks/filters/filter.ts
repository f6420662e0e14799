import type { ProfileRef } from "../../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import type { ListQuery } from "../../paths.ts";
import type { FilterField } from "./fields.ts";

/** The comparisons of a filter: with any, none, or all of some values, with a date, or with no value. */
export type Comparing = "any" | "none" | "all" | "on" | "before" | "from" | "some";

/** A comparison, with its URL parameter. */
export interface Comparison {
  by: Comparing;
  field: FilterField;
}

/** The records that filters offer as values. */
export interface FilterLists {
  members?: readonly Pick<ProfileRef, "id" | "name" | "kind" | "color">[];
  labels?: readonly { id: string; name: string; color: string }[];
  milestones?: readonly { id: string; name: string; project: { name: string } }[];
  teams?: readonly { id: string; key: string; name: string }[];
  projects?: readonly { id: string; name: string }[];
}

/** A filter with the values that match the search text. */
export interface FilterGroup {
  filter: Filter;
  lists: FilterLists;
  /** Whether only a search finds some of its values. */
  more: boolean;
  /** Scores how well a name matches the search text; 0 for no match. */
  score(name: string): number;
  /** The typed date, for filters by date. */
  day?: FilterChoice;
  /** The comparison typed before the date. */
  dayBy?: Comparing;
}

/** The URL parameter of a menu's search text. `q` filters the list itself. */
export const filterFind = "find";

/** A value of a filter. */
export interface FilterChoice {
  name: string;
  icon?: Child;
  value: string;
  hint?: string | undefined;
}

/** A filter of a list. */
export interface Filter {
  name: string;
  /** Choosing a value uses the first comparison. */
  comparisons: readonly [Comparison, ...Comparison[]];
  /** Whether tasks can have no value, for which the word is `none`. */
  empty?: true;
  /** The list of its choices, if they differ by workspace. */
  list?: keyof FilterLists;
  choices(lists: FilterLists): FilterChoice[];
  /** The kind of value that people can enter. */
  other?: "day" | "reference";
  /** Ready-made choices with their comparisons, for the menu of all filters. */
  ready?: readonly (FilterChoice & { by: Comparing })[];
}

/** The comparisons of a property with one value per task. */
export function anyOrNone(
  field: FilterField,
  none: FilterField,
): readonly [Comparison, Comparison] {
  return [{ by: "any", field }, { by: "none", field: none }];
}

/** Returns whether a comparison takes several values. */
export function takesSeveral({ by, field }: Comparison): boolean {
  return field !== "parentId" && (by === "any" || by === "none" || by === "all");
}

/** Returns the values of a filter in a list. */
export function valuesOf(query: ListQuery, field: FilterField): string[] {
  return query[field]?.split(",").map((word) => word.trim()).filter(Boolean) ?? [];
}

/** Names an operator for its values: "is any of". */
export function operatorWords({ by }: Comparison, values: readonly string[]): string {
  const empty = values.length === 1 && values[0] === "none";
  switch (by) {
    case "any":
      return empty ? "is empty" : values.length > 1 ? "is any of" : "is";
    case "none":
      return empty ? "is not empty" : values.length > 1 ? "is none of" : "is not";
    case "all":
      return "has all of";
    case "some":
      return "is not empty";
    case "on":
      return empty ? "is empty" : values[0] === "true" ? "is" : "is on";
    case "before":
      return "is before";
    case "from":
      return "is on or after";
  }
}

/** Returns whether the operator needs no value, as in "is empty". */
export function isEmptyAsked({ by }: Comparison, values: readonly string[]): boolean {
  return values.length === 1 && values[0] === "none" && by !== "all";
}

/** Returns whether a value is chosen, and the list with the value switched. */
export function switched(
  query: ListQuery,
  filter: Filter,
  comparison: Comparison,
  value: string,
): { chosen: boolean; next: ListQuery } {
  const { field } = comparison;
  const now = valuesOf(query, field);
  const chosen = now.includes(value);
  const values = !takesSeveral(comparison)
    ? chosen ? [] : [value]
    : chosen
    ? now.filter((other) => other !== value)
    : [...now, value];
  const others = filter.comparisons
    .filter((other) => other !== comparison && excludes(comparison, other))
    .map((other) => {
      const left = valuesOf(query, other.field).filter((word) => word !== value);
      return [other.field, left.join(",") || undefined];
    });
  const next = { ...query, ...Object.fromEntries(others), [field]: values.join(",") || undefined };
  return { chosen, next };
}

/** Returns whether two comparisons contradict each other for the same value. */
function excludes(one: Comparison, other: Comparison): boolean {
  const [a, b] = [isAgainst(one), isAgainst(other)];
  return a !== b;
}

function isAgainst({ by }: Comparison): boolean {
  return by === "none" || by === "some";
}

/** Returns the list with another comparison for the same values. */
export function comparedBy(
  query: ListQuery,
  from: Comparison,
  to: Comparison,
  values: readonly string[],
): ListQuery {
  const kept = from === to ? [] : valuesOf(query, to.field);
  const next = takesSeveral(to) ? [...new Set([...kept, ...values])] : values.slice(-1);
  return { ...query, [from.field]: undefined, [to.field]: next.join(",") || undefined };
}
