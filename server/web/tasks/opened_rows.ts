/** The maximum number of additional rows on a page, which limits its cost. */
const MOST_OPENED = 1_000;

/** The number of shown rows by group key, such as `planned-none` for a subgroup, if it exceeds the first rows. */
export type OpenedRows = ReadonlyMap<string, number>;

/**
 * Reads the number of shown rows per group from a URL: `rows=planned:75,none:50`. Ignores malformed parts and parts beyond
 * the limit.
 */
export function openedRows(search: URLSearchParams): OpenedRows {
  const opened = new Map<string, number>();
  let room = MOST_OPENED;
  for (const part of (search.get("rows") ?? "").split(",")) {
    const [, key, count] = /^([\w-]{1,64}):(\d{1,4})$/.exec(part) ?? [];
    const rows = Number(count);
    if (!key || !rows || rows > room || opened.has(key)) continue;
    opened.set(key, rows);
    room -= rows;
  }
  return opened;
}

/**
 * Returns the URL of a list with more rows of a group, or `null` beyond the limit, where the rest needs a new page.
 */
export function openedFurther(list: URL, key: string, rows: number): string | null {
  const opened = new Map(openedRows(list.searchParams)).set(key, rows);
  const sum = [...opened.values()].reduce((all, one) => all + one, 0);
  if (sum > MOST_OPENED) return null;
  const search = new URLSearchParams(list.searchParams);
  search.set("rows", [...opened].map(([group, count]) => `${group}:${count}`).join(","));
  return `${list.pathname}?${search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
