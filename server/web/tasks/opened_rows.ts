/** How many rows all groups of a list together may be opened by: a page costs what it shows. */
const MOST_OPENED = 1_000;

/** Rows that stand in a group, by its key (a subgroup's by both, `planned-none`), where more were asked for than come at first. */
export type OpenedRows = ReadonlyMap<string, number>;

/**
 * Reads how far each group of a list is opened, as its URL says: `rows=planned:75,none:50`. What isn't that, or goes
 * beyond what a page may show, is left out.
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
 * The path and query of a list with one group opened further; null where that would be more than a page may show, and
 * the rest is read on a page of its own.
 */
export function openedFurther(list: URL, key: string, rows: number): string | null {
  const opened = new Map(openedRows(list.searchParams)).set(key, rows);
  const sum = [...opened.values()].reduce((all, one) => all + one, 0);
  if (sum > MOST_OPENED) return null;
  const search = new URLSearchParams(list.searchParams);
  search.set("rows", [...opened].map(([group, count]) => `${group}:${count}`).join(","));
  return `${list.pathname}?${search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
