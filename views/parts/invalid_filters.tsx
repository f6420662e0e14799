import { Empty } from "../ui/empty.tsx";

/** Filters for which a list can't be asked. @template F what narrows it: a filter, or the text that is searched for */
export interface InvalidFilters<F extends string> {
  fields: readonly F[];
  /** What of what they name isn't here, in sentences; nothing where what they say isn't understood. */
  gone: readonly string[];
}

/** How much of a value is said again. */
const MOST_SAID = 60;

/** Says why a list's filters can't be asked for, and leads to it without them. */
export function InvalidFiltersNote({ invalid: { fields, gone }, misread, without, cleared }: {
  invalid: InvalidFilters<string>;
  /** Those that aren't understood, as they read above the list. */
  misread: readonly string[];
  /** The list without those. */
  without: string;
  /** It without any, where there are others. */
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
        ? `${gone.join(" ")} It might have a new name, or you might not have access to it.`
        : `${why} Change or remove the filter.`}
    </Empty>
  );
}
