import type { Child } from "hono/jsx";
import { filterPartPath, listMenuPath, listPagePath, listPath, type ListQuery } from "../paths.ts";
import type { FilterField } from "./filters/fields.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import { listFields } from "./list_search.ts";
import { filterOf } from "./filters/all.tsx";
import {
  comparedBy,
  type Comparing,
  type Comparison,
  type Filter,
  type FilterChoice,
  filterFind,
  type FilterGroup,
  isEmptyAsked,
  operatorWords,
  switched,
  takesSeveral,
  valuesOf,
} from "./filters/filter.ts";

/** The number of values of a long list in the menu of all filters. A search finds the others. */
const SHOWN_OF_LONG = 30;
/** The score of a typed date: better than part of a name, worse than a whole one. */
const DAY_SCORE = 50;

interface FilterMenuProps {
  query: ListQuery;
  groups: readonly FilterGroup[];
  /** Counts the tasks with a value. */
  count(field: FilterField, value: string): string | undefined;
  /** The search text. */
  typed: string;
  /** Whether the choices are search results. Otherwise, all are listed. */
  found: boolean;
  /** Why a typed date is invalid. */
  why: string | null;
}

/** The values of all filters, as links to the list with or without each value. */
export function FilterMenu({ typed, found, why, ...props }: FilterMenuProps) {
  const groups = props.groups.map((group) => {
    const values = fitting(group, group.filter.ready ?? group.filter.choices(group.lists));
    const named = allValues(props.query, group, typed !== "");
    const best = Math.max(
      group.day ? DAY_SCORE : 0,
      ...[...named, ...values].map(({ name }) => group.score(name)),
    );
    const shown = values.slice(0, group.more ? SHOWN_OF_LONG : undefined);
    const choices = [
      ...named,
      ...typedDays(props.query, group),
      ...offered(props, group, shown),
      ...otherDays(props.query, group),
    ];
    return { name: group.filter.name, best, choices };
  });
  return (
    <Menu
      name="Filter"
      finds={{
        path: listMenuPath("filter", props.query),
        q: typed,
        field: filterFind,
        rest: !found,
        none: why ?? undefined,
      }}
      groups={groups.filter(({ choices }) => choices.length > 0)
        .sort((one, other) => other.best - one.best)}
      below={
        <p class="menu-hint" data-scripted>
          To exclude a value, type “not” before the value. You can also type a date, such as “fri”
          or “24 dec”.
        </p>
      }
    />
  );
}

/** Values that aren't records. */
const WORDS = ["me", "none"];

/** Returns the values that match the search text. The server's results match already. */
function fitting<V extends FilterChoice>(
  { filter, score }: FilterGroup,
  values: readonly V[],
): V[] {
  return values.filter(({ name, hint, value }) =>
    (filter.list && !WORDS.includes(value)) || score(`${name} ${hint ?? ""}`) > 0
  );
}

function offered(
  { query, count }: Pick<FilterMenuProps, "query" | "count">,
  { filter }: FilterGroup,
  values: readonly (FilterChoice & { by?: Comparing })[],
): Choice[] {
  const [first] = filter.comparisons;
  if (filter.ready) {
    return values.map(({ by = first.by, value, ...shown }) => ({
      ...shown,
      ...link(switched(query, filter, compared(filter, by), value)),
    }));
  }
  const without = filter.comparisons.find(({ by }) => by === "none");
  return values.map(({ value, ...shown }) => ({
    ...shown,
    ...link(switched(query, filter, first, value)),
    count: count(first.field, value),
    hrefNot: without && link(switched(query, filter, without, value)).href,
  }));
}

/** The menu of a filter's values, for people who type the filter's name. */
function allValues(query: ListQuery, { filter, score }: FilterGroup, typed: boolean): Choice[] {
  const name = `${filter.name}…`;
  // A single value matches as well as its menu's name
  if ((filter.ready && filter.ready.length < 2) || score(name) === 0) return [];
  const [first] = filter.comparisons;
  const without = filter.ready ? undefined : filter.comparisons.find(({ by }) => by === "none");
  return [{
    name,
    ...(typed ? {} : { typed: true }),
    menu: "filter-values",
    href: filterPartPath("values", first.field, query),
    hrefNot: without && filterPartPath("values", without.field, query),
  }];
}

/** The typed date with each operator. */
function typedDays(query: ListQuery, { filter, day, dayBy }: FilterGroup): Choice[] {
  if (!day) return [];
  const { name, hint, value } = day;
  const named: Partial<Record<Comparing, string>> = {
    on: `On ${name}`,
    before: `Before ${name}`,
    from: `On or after ${name}`,
  };
  return filter.comparisons.flatMap((comparison) => {
    const words = named[comparison.by];
    if (!words || (dayBy && dayBy !== comparison.by)) return [];
    return { name: words, hint, ...link(switched(query, filter, comparison, value)) };
  });
}

const anotherDay: Partial<Record<Comparing, string>> = {
  on: "On another date…",
  before: "Before another date…",
  from: "On or after another date…",
};

/** The menus in which people can type any date. */
function otherDays(query: ListQuery, { filter, score }: FilterGroup): Choice[] {
  if (filter.other !== "day" || filter.ready?.length === 0) return [];
  return filter.comparisons.flatMap(({ by, field }) => {
    const name = anotherDay[by];
    if (!name || score(name) === 0) return [];
    return { name, href: filterPartPath("values", field, query), menu: "filter-values" };
  });
}

function link({ chosen, next }: ReturnType<typeof switched>) {
  return { chosen, href: listPath(next) };
}

function compared({ comparisons }: Filter, by: Comparison["by"]): Comparison {
  return comparisons.find((comparison) => comparison.by === by) ?? comparisons[0];
}

interface FilterPart {
  query: ListQuery;
  field: FilterField;
}

/** The menu of a filter's operators. */
export function OperatorMenu({ query, field }: FilterPart) {
  const { filter, comparison } = filterOf(field);
  return (
    <Menu
      name={`${filter.name} operator`}
      groups={[{ choices: operators(query, filter, comparison) }]}
    />
  );
}

function operators(query: ListQuery, filter: Filter, now: Comparison): Choice[] {
  const values = valuesOf(query, now.field);
  const named = values.filter((word) => word !== "none");
  const choice = (to: Comparison, words: readonly string[], name: string): Choice => ({
    name,
    chosen: to === now && isEmptyAsked(to, words) === isEmptyAsked(now, values),
    href: listPath(comparedBy(query, now, to, words)),
    next: `#chip-${to.field}`,
  });
  const withValues = filter.comparisons.filter(({ by }) => by !== "some");
  const byValue = named.length === 0 ? [] : withValues.map((to) => {
    const words = to.by === "all" || !takesSeveral(to) ? named : values;
    return choice(to, words, operatorWords(to, words));
  });
  const byNone = filter.empty
    ? filter.comparisons.filter(({ by }) => by !== "all" && by !== "before" && by !== "from")
      .map((to) => choice(to, ["none"], operatorWords(to, ["none"])))
    : [];
  return [...byValue, ...byNone];
}

/** A typed date, or why it is invalid. */
export type DayTyped = FilterChoice | { why: string };

/** The menu of a filter's values. It stays open if the filter takes several. */
export function ValuesMenu({ query, field, q, group, typed }: FilterPart & {
  /** The search text. */
  q: string;
  group: FilterGroup;
  /** The typed date, for filters by date. */
  typed: DayTyped | null;
}) {
  const { filter, comparison } = filterOf(field);
  const many = takesSeveral(comparison);
  const offered = fitting(group, filter.choices(group.lists));
  const day = typed && "value" in typed ? typed : null;
  const choices = (day ? [day, ...offered.filter(({ value }) => value !== day.value)] : offered)
    .filter(({ value }) => value !== "none" || (filter.empty && comparison.by !== "all"))
    .map(({ value, ...shown }): Choice => {
      const { chosen, next } = switched(query, filter, comparison, value);
      const choice = { ...shown, chosen, href: listPath(next) };
      return many ? { ...choice, again: filterPartPath("values", field, next) } : choice;
    });
  const path = filterPartPath("values", field, query);
  return (
    <Menu
      name={`${filter.name} ${operatorWords(comparison, valuesOf(query, field))}`}
      many={many}
      finds={group.more || filter.other === "day"
        ? { path, q, field: filterFind, none: typed && "why" in typed ? typed.why : undefined }
        : undefined}
      groups={[{ choices }]}
      below={filter.other && <OtherValue kind={filter.other} field={field} query={query} />}
    />
  );
}

/** The form for a value that isn't listed. */
function OtherValue(
  { kind, field, query }: FilterPart & { kind: NonNullable<Filter["other"]> },
): Child {
  const now = query[field];
  return (
    <form class="menu-form" method="get" action={listPagePath(query)}>
      {listFields({ ...query, [field]: undefined }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="menu-field">{kind === "day" ? "Another date" : "Task reference"}</label>
        {kind === "day"
          ? (
            <input
              class="input"
              id="menu-field"
              type="date"
              name={field}
              value={/^\d{4}-/.test(now ?? "") ? now : undefined}
              required
            />
          )
          : (
            <input
              class="input"
              id="menu-field"
              name={field}
              placeholder="ENG-12"
              maxlength={40}
              required
            />
          )}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Set</button>
      </div>
    </form>
  );
}
