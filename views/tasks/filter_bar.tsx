import { type Chip, FilterChips } from "../parts/filter_chips.tsx";
import { filterPartPath, listMenuPath, listPath, type ListQuery } from "../paths.ts";
import { unfiltered } from "./list_search.ts";
import type { FilterField } from "./filters/fields.ts";
import { filterOf } from "./filters/all.tsx";
import { isEmptyAsked, operatorWords } from "./filters/filter.ts";

/** An active filter, with the names of its values. */
export interface FilterChip {
  field: FilterField;
  values: readonly string[];
  names: readonly string[];
}

/** The active filters as chips with menus, if there are any. */
export function Chips({ chips, query }: { chips: readonly FilterChip[]; query: ListQuery }) {
  return (
    <FilterChips
      chips={chips.map((chip) => chipOf(chip, query))}
      add={listMenuPath("filter", query)}
      clear={listPath(unfiltered(query))}
    />
  );
}

function chipOf({ field, values, names }: FilterChip, query: ListQuery): Chip {
  const { filter, comparison } = filterOf(field);
  const without = { ...query, [field]: undefined };
  const operator = operatorWords(comparison, values);
  const says = `${filter.name} ${operator}`;
  const operators = filter.comparisons.length > 1 || filter.empty;
  return {
    field,
    says,
    shown: (
      <>
        <a
          href={listMenuPath("filter", without)}
          data-menu="filter"
          id={`chip-name-${field}`}
          aria-label={`Change filter: ${filter.name}`}
        >
          {filter.name}
        </a>
        {operators
          ? (
            <a
              class="chip-operator"
              id={`chip-${field}`}
              href={filterPartPath("operator", field, query)}
              data-menu="filter-operator"
              aria-label={`Change operator: ${says}`}
            >
              {operator}
            </a>
          )
          : <span class="chip-operator">{operator}</span>}
      </>
    ),
    value: isEmptyAsked(comparison, values)
      ? null
      : { words: names.join(", "), href: filterPartPath("values", field, query) },
    without: listPath(without),
  };
}
