import { ask, askAll, type Collection } from "./client.ts";
import { flag, number, value } from "./command.ts";
import type { Outgoing } from "./http.ts";
import type { Settings } from "./settings.ts";

/** The options of a list that is printed whole unless one page of it is asked for. */
export const paging = {
  limit: value("<n>", "At most so many, 250 at most; all without it"),
  cursor: value("<cursor>", "The page after the one that gave this as nextCursor"),
};

/** The options of a list that may be so long that it is printed whole only where that is asked for. */
export const longPaging = {
  limit: number("<n>", "At most so many, 50 without it, 250 at most"),
  all: flag("Every page, as one"),
  cursor: value("<cursor>", "The page after the one that gave this as nextCursor"),
};

/**
 * Asks for the one page that `limit` or `cursor` name, or for the whole collection.
 * @param plural the name that its records come back under: `agents`
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
 * Asks for a page, the first one unless another is named, or for every one.
 * @param plural the name that its records come back under: `tasks`
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

/** Switches as a query has them: those that were given. */
export function given(switches: Readonly<Record<string, boolean | undefined>>) {
  const on = Object.entries(switches).filter(([, is]) => is);
  return Object.fromEntries(on.map(([name]) => [name, "true"]));
}

/** What a list is told as, and where it goes on. @param all the option that gives every page, where there is one */
export function withMore(
  body: string,
  { nextCursor }: { nextCursor: string | null },
  all?: string,
): string {
  const or = all === undefined ? "" : `${all}, or `;
  return nextCursor ? `${body}\n\nMore: add ${or}--cursor ${nextCursor}` : body;
}
