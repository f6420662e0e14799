import { Icon } from "../icons.tsx";
import { filterPartPath, listMenuPath, listPath, type ListQuery } from "../paths.ts";
import { unfiltered } from "./list_search.ts";
import type { FilterField } from "./filters/fields.ts";
import { filterOf } from "./filters/all.tsx";
import { isEmptyAsked, operatorWords } from "./filters/filter.ts";

/** A filter that holds, with what its values are called. */
export interface FilterChip {
  field: FilterField;
  values: readonly string[];
  names: readonly string[];
}

/** The filters that hold, each of its parts a menu; nothing where none does. */
export function Chips({ chips, query }: { chips: FilterChip[]; query: ListQuery }) {
  if (chips.length === 0) return null;
  return (
    <div class="filter-bar">
      <ul class="chips" aria-label="Filters">
        {chips.map((chip, at) => (
          <Chip chip={chip} query={query} after={(chips[at + 1] ?? chips[at - 1])?.field} />
        ))}
        <li>
          <a
            class="button"
            data-kind="quiet"
            data-shape="icon"
            href={listMenuPath("filter", query)}
            data-menu="filter"
            aria-label="Add a filter"
          >
            <Icon name="plus" />
          </a>
        </li>
      </ul>
      <a
        class="button filters-clear"
        data-kind="quiet"
        href={listPath(unfiltered(query))}
        data-next="#add-filter"
      >
        Clear
      </a>
    </div>
  );
}

/** @param props.after the filter that has the focus once this one is removed */
function Chip({ chip: { field, values, names }, query, after }: {
  chip: FilterChip;
  query: ListQuery;
  after: FilterField | undefined;
}) {
  const { filter, comparison } = filterOf(field);
  const without = { ...query, [field]: undefined };
  const operator = operatorWords(comparison, values);
  const empty = isEmptyAsked(comparison, values);
  const value = names.join(", ");
  const operators = filter.comparisons.length > 1 || filter.empty;
  return (
    <li class="chip" id={`chip-item-${field}`}>
      <a
        href={listMenuPath("filter", without)}
        data-menu="filter"
        id={`chip-name-${field}`}
        aria-label={`Filter by something else than ${filter.name}`}
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
            aria-label={`${filter.name} ${operator}: compare otherwise`}
          >
            {operator}
          </a>
        )
        : <span class="chip-operator">{operator}</span>}
      {!empty && (
        <a
          class="chip-values"
          id={`chip-values-${field}`}
          href={filterPartPath("values", field, query)}
          data-menu="filter-values"
          aria-label={`${filter.name} ${operator} ${value}: change`}
          title={value}
        >
          <span>{value}</span>
        </a>
      )}
      <a
        class="chip-remove"
        id={`chip-remove-${field}`}
        href={listPath(without)}
        data-next={after ? `#chip-remove-${after}` : "#add-filter"}
        aria-label={`Remove the filter ${filter.name} ${operator}${empty ? "" : ` ${value}`}`}
      >
        <Icon name="close" />
      </a>
    </li>
  );
}
