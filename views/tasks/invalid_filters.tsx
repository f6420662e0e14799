import { guides } from "../docs_paths.ts";
import { listPath, type ListQuery } from "../paths.ts";
import { type InvalidFilters, InvalidFiltersNote } from "../parts/invalid_filters.tsx";
import type { FilterChip } from "./filter_bar.tsx";
import { filterOf } from "./filters/all.tsx";
import type { FilterField } from "./filters/fields.ts";
import { operatorWords } from "./filters/filter.ts";
import { unfiltered } from "./list_search.ts";

/** A filter of a list, or its search text. */
export type ListField = FilterField | "q";

/** Explains invalid filters of a list and links to the list without them. */
export function InvalidTaskFilters({ invalid, chips, query }: {
  invalid: InvalidFilters<ListField>;
  chips: readonly FilterChip[];
  query: ListQuery;
}) {
  const { fields } = invalid;
  const left = { ...query };
  for (const field of fields) delete left[field];
  const filters = chips.filter(({ field }) => fields.includes(field));
  return (
    <InvalidFiltersNote
      invalid={invalid}
      misread={filters.map(({ field, values, names }) => {
        const { filter, comparison } = filterOf(field);
        return `${filter.name} ${operatorWords(comparison, values)} ${names.join(", ")}`;
      })}
      guide={guides.boardsAndLists}
      without={listPath(left)}
      cleared={chips.length > filters.length ? listPath(unfiltered(query)) : null}
    />
  );
}
