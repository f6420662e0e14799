import { withQuery } from "../paths.ts";

/** How many records of a kind a page shows unless it is asked for all. */
const MOST_AT_FIRST = 30;

/** Which of its records a page is asked for: those that have some words, and all of them or the first. */
export interface Asked {
  q: string | undefined;
  show: "all" | undefined;
}

/** A page of settings whose address says what is shown, and what is open on it. */
export function askedPath(path: string, { q, show }: Asked, opens: Record<string, string> = {}) {
  return withQuery(path, { q, show, ...opens });
}

/** The records that are shown: the first, and the one that is open, unless all are asked for. */
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
 * The way to all records, where only the first are shown.
 * @param props.of how many there are: "300 labels"
 * @param props.rowOf the id of a record's row: the focus goes on with the first that wasn't shown
 */
export function RestWay<T>({ shown, records, href, of, rowOf }: {
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
