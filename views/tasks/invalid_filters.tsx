import { listPath, type ListQuery } from "../paths.ts";
import { Empty } from "../ui/empty.tsx";
import type { FilterChip } from "./filter_bar.tsx";
import { filterOf } from "./filters/all.tsx";
import type { FilterField } from "./filters/fields.ts";
import { operatorWords } from "./filters/filter.ts";
import { unfiltered } from "./list_search.ts";

/** What narrows a list: a filter, or the text that is searched for. */
export type ListField = FilterField | "q";

/** Filters for which a list can't be asked. */
export interface InvalidFilters {
  fields: readonly ListField[];
  /** What of what they name isn't here, in sentences; nothing where what they say isn't understood. */
  gone: readonly string[];
}

/** How much of a value is said again. */
const MOST_SAID = 60;

/** Says why a list's filters can't be asked for, and leads to it without them. */
export function InvalidFiltersNote({ invalid, chips, query }: {
  invalid: InvalidFilters;
  chips: readonly FilterChip[];
  query: ListQuery;
}) {
  const { fields, gone } = invalid;
  const left = { ...query };
  for (const field of fields) delete left[field];
  const others = chips.some(({ field }) => !fields.includes(field));
  const several = fields.length > 1;
  return (
    <Empty
      icon="filter"
      title={gone.length > 0
        ? "A filter names what isn’t here"
        : several
        ? "Some filters aren’t understood"
        : "A filter isn’t understood"}
      actions={
        <>
          <a class="button" href={listPath(left)}>
            Show the list without {several ? "them" : "it"}
          </a>
          {others && <a class="button" href={listPath(unfiltered(query))}>Clear the filters</a>}
        </>
      }
    >
      {gone.length > 0
        ? `${gone.join(" ")} It may have another name now, or be somebody else’s to see.`
        : `${
          misread(fields, chips).join(" ")
        } Choose what it compares with above, or leave it out.`}
    </Empty>
  );
}

/** What of filters isn't understood, as they read above the list. */
function misread(fields: readonly ListField[], chips: readonly FilterChip[]): string[] {
  const filters = chips.filter(({ field }) => fields.includes(field));
  return [
    ...fields.includes("q") ? ["The text to search for is too long."] : [],
    ...filters.map(({ field, values, names }) => {
      const { filter, comparison } = filterOf(field);
      const said = `${filter.name} ${operatorWords(comparison, values)} ${names.join(", ")}`;
      return `“${
        said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said
      }” can’t be asked for.`;
    }),
  ];
}
