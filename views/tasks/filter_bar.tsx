import { Icon } from "../icons.tsx";
import { listPath, type ListQuery, tasksPath } from "../paths.ts";

/** A filter that holds, in words, and the same list without it. */
export interface FilterChip {
  field: string;
  value: string;
  without: string;
}

/** The form's id, by which the server knows that a page was asked for by typing. */
export const textFilterId = "text-filter";

/** What narrows a list: the text that it is searched for, and the filters that hold. */
export function FilterBar({ query, chips }: { query: ListQuery; chips: FilterChip[] }) {
  return (
    <div class="filter-bar">
      <TextFilter query={query} />
      {chips.length > 0 && <Chips chips={chips} query={query} />}
    </div>
  );
}

/** Narrows the list as one types; without JavaScript, with Enter. */
function TextFilter({ query }: { query: ListQuery }) {
  const { q, ...others } = query;
  return (
    <form
      class="text-filter"
      id={textFilterId}
      role="search"
      method="get"
      action={tasksPath}
      hx-trigger="input changed delay:250ms, submit"
      hx-sync="this:replace"
    >
      {Object.entries(others).map(([name, value]) =>
        value && <input type="hidden" name={name} value={value} />
      )}
      <Icon name="search" />
      <input
        type="search"
        id="text-filter-words"
        name="q"
        value={q ?? ""}
        maxlength={200}
        placeholder="Filter by text"
        aria-label="Filter by text"
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        data-text-filter
      />
      {q && (
        <a href={listPath(others)} aria-label="Clear the text" data-clear-text>
          <Icon name="close" />
        </a>
      )}
    </form>
  );
}

function Chips({ chips, query }: { chips: FilterChip[]; query: ListQuery }) {
  const { group, sort, q, layout } = query;
  return (
    <ul class="chips" aria-label="Filters">
      {chips.map(({ field, value, without }) => (
        <li class="chip">
          <span>{field}</span>
          <strong>{value}</strong>
          <a href={without} aria-label={`Remove the filter ${field}: ${value}`}>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="button" data-kind="quiet" href={listPath({ group, sort, q, layout })}>Clear</a>
        </li>
      )}
    </ul>
  );
}
