import type { GuidePath } from "../docs_paths.ts";
import { Empty } from "../ui/empty.tsx";

/** Invalid filters of a list. @template F a filter, or the search text */
export interface InvalidFilters<F extends string> {
  fields: readonly F[];
  /** Sentences about missing or hidden values; empty for malformed filters. */
  gone: readonly string[];
}

/** The maximum number of a value's characters in a message. */
const MOST_SAID = 60;

/** Explains invalid filters and links to the list without them. */
export function InvalidFiltersNote({
  invalid: { fields, gone },
  misread,
  guide,
  without,
  cleared,
}: {
  invalid: InvalidFilters<string>;
  /** The malformed filters, worded as in the chips. */
  misread: readonly string[];
  guide: GuidePath;
  /** The list without the invalid filters. */
  without: string;
  /** The list without any filter, if it has others. */
  cleared: string | null;
}) {
  const several = fields.length > 1;
  const said = (words: string) =>
    words.length > MOST_SAID ? `${words.slice(0, MOST_SAID)}…` : words;
  const why = [
    ...fields.includes("q") ? ["The search text is too long."] : [],
    ...misread.map((words) => `“${said(words)}” isn't a valid filter.`),
  ].join(" ");
  return (
    <Empty
      icon="filter"
      title={gone.length > 0
        ? "Filter value not found"
        : several
        ? "Some filters aren't valid"
        : "A filter isn't valid"}
      guide={guide}
      actions={
        <>
          <a class="button" href={without}>
            {several ? "Remove these filters" : "Remove this filter"}
          </a>
          {cleared && <a class="button" href={cleared}>Clear all filters</a>}
        </>
      }
    >
      {gone.length > 0
        ? `${gone.join(" ")} The record might have a new name, or you might not have access to it.`
        : `${why} Change or remove the filter.`}
    </Empty>
  );
}
