import { withQuery } from "../paths.ts";

/** Maximum number of records of a kind on a page, unless the URL asks for all. */
const MOST_AT_FIRST = 30;

/** The records on a page: those that match a text, either all or only the first ones. */
export interface Asked {
  q: string | undefined;
  show: "all" | undefined;
}

/** Returns the URL of a settings page with the shown records and the open form. */
export function askedPath(path: string, { q, show }: Asked, opens: Record<string, string> = {}) {
  return withQuery(path, { q, show, ...opens });
}

/** Returns the shown records: the first and the open one, or all. */
export function shownOf<T>(
  records: readonly T[],
  { show }: Partial<Pick<Asked, "show">>,
  isOpen: (record: T) => boolean = () => false,
): readonly T[] {
  return show === "all"
    ? records
    : records.filter((record, at) => at < MOST_AT_FIRST || isOpen(record));
}

/**
 * The link to all records, if only the first are shown.
 * @param props.of the number of records: "300 labels"
 * @param props.rowOf the ID of a record's row. The focus moves to the first record that wasn't shown.
 */
export function ShowAllLink<T>({ shown, records, href, of, rowOf }: {
  shown: readonly T[];
  records: readonly T[];
  href: string;
  of: string;
  rowOf(record: T): string;
}) {
  const next = records.find((record) => !shown.includes(record));
  if (next === undefined) return null;
  return (
    <p class="timeline-way">
      <a href={href} data-next={`#${rowOf(next)} a`}>{`All ${of}`}</a>
    </p>
  );
}
