import { ask, askAll, type Collection } from "./client.ts";
import { flag, number, value } from "./command.ts";
import type { Outgoing } from "./http.ts";
import type { Settings } from "./settings.ts";

/** The options of a list that is printed whole by default. */
export const paging = {
  limit: value("<n>", "Maximum number of records, up to 250 (default: all)"),
  cursor: value("<cursor>", "Cursor of the next page, from nextCursor"),
};

/** The options of a long list, which is printed whole only with `--all`. */
export const longPaging = {
  limit: number("<n>", "Maximum number of records, up to 250 (default: 50)"),
  all: flag("List all pages"),
  cursor: value("<cursor>", "Cursor of the next page, from nextCursor"),
};

/**
 * Requests one page with `limit` or `cursor`, or else the whole collection.
 * @param plural the field with the records: `agents`
 */
export async function askPage<P extends string, R>(
  settings: Settings,
  path: string,
  plural: P,
  query: NonNullable<Outgoing["query"]>,
): Promise<Collection<P, R>> {
  return query.limit === undefined && query.cursor === undefined
    ? await askAll<P, R>(settings, path, plural, query)
    : await ask<Collection<P, R>>(settings, { method: "GET", path, query });
}

/**
 * Requests one page, or all pages.
 * @param plural the field with the records: `tasks`
 */
export async function askLong<P extends string, R>(
  settings: Settings,
  path: string,
  plural: P,
  { all, query }: { all: boolean; query: NonNullable<Outgoing["query"]> },
): Promise<Collection<P, R>> {
  return all
    ? await askAll<P, R>(settings, path, plural, { ...query, limit: query.limit ?? "250" })
    : await ask<Collection<P, R>>(settings, { method: "GET", path, query });
}

/** Converts switches to query parameters. */
export function given(switches: Readonly<Record<string, boolean | undefined>>) {
  const on = Object.entries(switches).filter(([, is]) => is);
  return Object.fromEntries(on.map(([name]) => [name, "true"]));
}

/** Adds to a printed list how to get the next page. @param all the option for all pages, if there is one */
export function withMore(
  body: string,
  { nextCursor }: { nextCursor: string | null },
  all?: string,
): string {
  const or = all === undefined ? "" : `${all}, or `;
  return nextCursor ? `${body}\n\nTo see more, add ${or}--cursor ${nextCursor}` : body;
}
