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
    ...fields.includes("q") ? ["The text to search for is too long."] : [],
    ...misread.map((words) => `“${said(words)}” can't be asked for.`),
  ].join(" ");
  return (
    <Empty
      icon="filter"
      title={gone.length > 0
        ? "A filter names what isn't here"
        : several
        ? "Some filters aren't understood"
        : "A filter isn't understood"}
      actions={
        <>
          <a class="button" href={without}>Show the list without {several ? "them" : "it"}</a>
          {cleared && <a class="button" href={cleared}>Clear the filters</a>}
        </>
      }
    >
      {gone.length > 0
        ? `${gone.join(" ")} It may have another name now, or be somebody else's to see.`
        : `${why} Choose what it compares with above, or leave it out.`}
    </Empty>
  );
}
