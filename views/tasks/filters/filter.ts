import type { ProfileRef } from "../../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import type { ListQuery } from "../../paths.ts";
import type { FilterField } from "./fields.ts";

/** How a filter's values are compared: with any, none or all of some, with a day, or not at all. */
export type Comparing = "any" | "none" | "all" | "on" | "before" | "from" | "some";

/** One way to compare, and the parameter of a list's URL that asks for it. */
export interface Comparison {
  by: Comparing;
  field: FilterField;
}

/** What the filters of lists offer from. */
export interface FilterLists {
  members?: readonly Pick<ProfileRef, "id" | "name" | "kind" | "color">[];
  labels?: readonly { id: string; name: string; color: string }[];
  milestones?: readonly { id: string; name: string; project: { name: string } }[];
  teams?: readonly { id: string; key: string; name: string }[];
  projects?: readonly { id: string; name: string }[];
}

/** A filter with what it offers, as far as that fits what is typed. */
export interface FilterGroup {
  filter: Filter;
  lists: FilterLists;
  /** Whether its list has others, which are found as one types. */
  more: boolean;
  /** How well a name fits what is typed; 0 where it doesn't. */
  score(name: string): number;
  /** The day that is typed, where it is one to compare with. */
  day?: FilterChoice;
  /** How it is to be compared, where that is typed before it. */
  dayBy?: Comparing;
}

/** The parameter of a menu's URL that says what is typed in it: `q` narrows the list itself. */
export const filterFind = "find";

/** A value that a filter offers. */
export interface FilterChoice {
  name: string;
  icon?: Child;
  value: string;
  hint?: string | undefined;
}

/** How a list is narrowed by something of its tasks. */
export interface Filter {
  name: string;
  /** The first one is what choosing a value asks for. */
  comparisons: readonly [Comparison, ...Comparison[]];
  /** Whether tasks can have none of it, for which the word is `none`. */
  empty?: true;
  /** The list that its choices are from, where they aren't the same everywhere. */
  list?: keyof FilterLists;
  choices(lists: FilterLists): FilterChoice[];
  /** What can be entered where it isn't offered. */
  other?: "day" | "reference";
  /** What is offered where no filter stands yet, each as the comparison that it asks for. */
  ready?: readonly (FilterChoice & { by: Comparing })[];
}

/** The comparisons of what a task has one of. */
export function anyOrNone(
  field: FilterField,
  none: FilterField,
): readonly [Comparison, Comparison] {
  return [{ by: "any", field }, { by: "none", field: none }];
}

/** Whether several values can be asked for at once. */
export function takesSeveral({ by, field }: Comparison): boolean {
  return field !== "parentId" && (by === "any" || by === "none" || by === "all");
}

/** The values that a list is narrowed to by one comparison. */
export function valuesOf(query: ListQuery, field: FilterField): string[] {
  return query[field]?.split(",").map((word) => word.trim()).filter(Boolean) ?? [];
}

/** How a comparison reads with its values: "is any of". */
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

/** Whether its operator says all of a filter, so that no value stands beside it. */
export function isEmptyAsked({ by }: Comparison, values: readonly string[]): boolean {
  return values.length === 1 && values[0] === "none" && by !== "all";
}

/** Whether a list is narrowed to a value, and what asks for the list that has it the other way. */
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

/** Whether no task fits both with the same value. */
function excludes(one: Comparison, other: Comparison): boolean {
  const [a, b] = [isAgainst(one), isAgainst(other)];
  return a !== b;
}

function isAgainst({ by }: Comparison): boolean {
  return by === "none" || by === "some";
}

/** A list compared in another way with the values that it is narrowed to. */
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
